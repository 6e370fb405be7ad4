/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-form.h"

#include "nsc-accessible-names.h"
#include "nsc-announcement.h"
#include "nsc-error-door.h"
#include "nsc-field-checks.h"
#include "nsc-letter-scale.h"
#include "nsc-step-toast.h"
#include "nsc-tongue.h"

#include "nsc-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What comes after saving. */
typedef enum
{
  THEN_CLOSE,
  THEN_ADD_ANOTHER,
  THEN_MOVE_BACK,
  THEN_MOVE_ON,
} Then;

struct _NscRecordForm
{
  AdwDialog parent_instance;

  NscProject *project;
  const NscTable *table;
  const char *language;
  GPtrArray *fields; /* of NscRecordField, one per column */
  NscFieldChecks *checks;
  gboolean saving;
  Then then; /* while it saves */
  AdwBreakpoint *large_letters;
  GtkWidget *focus; /* where the person was when the saving began, weak */

  GtkWidget *add_button;
  AdwPreferencesGroup *advanced_group;
  AdwExpanderRow *advanced_row;
  AdwBanner *banner;
  GtkWidget *fields_box;
  AdwPreferencesGroup *main_group;
  GtkWidget *next_button;
  GtkWidget *previous_button;
  AdwPreferencesGroup *provenance_group;
  GtkWidget *spinner;
  AdwWindowTitle *window_title;
};

G_DEFINE_FINAL_TYPE (NscRecordForm, nsc_record_form, ADW_TYPE_DIALOG)

enum
{
  SAVED,
  MOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_new (NscRecordForm *self)
{
  return nsc_record_get_row (nsc_field_checks_get_original (self->checks)) == 0;
}

/* What was not touched needs no saving, and can be left without a question. */
static void
update_actions (NscRecordForm *self)
{
  gboolean touched = nsc_field_checks_is_touched (self->checks);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", !self->saving && touched);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save-and-add", !self->saving && touched && is_new (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.cancel", !self->saving);
  adw_dialog_set_can_close (ADW_DIALOG (self), !self->saving && !touched);
}

static gboolean
is_provenance (const NscColumn *column)
{
  return g_str_equal (column->name, "source") || g_str_equal (column->name, "confidence");
}

/* ---- title ---- */

/* The words of HIG titles begin with capitals; where a script has none, nothing happens. */
static char *
dup_heading (const char *words)
{
  g_autoptr (GString) heading = g_string_new (NULL);
  gboolean begins = TRUE;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (heading, begins ? g_unichar_totitle (c) : c);
      begins = g_unichar_isspace (c);
    }
  return g_string_free (g_steal_pointer (&heading), FALSE);
}

/* What the key of a record without a name refers to, as far as it has been read: "Tech Accord, Hitachi". */
static char *
dup_key_labels (NscRecordForm *self)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < self->fields->len; i++)
    {
      const char *label = nsc_record_field_get_label (g_ptr_array_index (self->fields, i));

      if (self->table->columns[i].target != NULL && (self->table->columns[i].flags & NSC_COLUMN_KEY) != 0 &&
          *label != '\0')
        g_strv_builder_add (labels, label);
    }
  list = g_strv_builder_end (labels);
  return nsc_text_join (self->language, (const char *const *) list);
}

static void
update_title (NscRecordForm *self)
{
  const NscRecord *original = nsc_field_checks_get_original (self->checks);
  gboolean has_name = nsc_table_name_column (self->table) != NSC_TABLE_ID_COLUMN;
  g_autofree char *kind = dup_heading (_ (self->table->singular));
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (is_new (self))
    /* Translators: the title of a form; the argument is the kind of record, "Actor". */
    title = g_strdup_printf (_ ("New %s"), kind);
  else
    /* Translators: the title of a form; the argument is the record's name or its kind. */
    title = g_strdup_printf (_ ("Edit %s"), has_name ? nsc_record_get_name (original, self->language) : kind);
  if (!is_new (self) && !has_name)
    subtitle = dup_key_labels (self);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle != NULL ? subtitle : "");
  adw_dialog_set_title (ADW_DIALOG (self), title);
}

/* What can only be read is shown all the same, with the reason. */
static void
respect_reading (NscRecordForm *self)
{
  const char *reason = nsc_project_get_read_only_reason (self->project);

  if (reason == NULL)
    return;
  adw_banner_set_title (self->banner, reason);
  adw_banner_set_revealed (self->banner, TRUE);
  gtk_widget_set_sensitive (self->fields_box, FALSE);
}

/* ---- saving ---- */

static void
set_saving (NscRecordForm *self, gboolean saving)
{
  self->saving = saving;
  gtk_widget_set_sensitive (self->fields_box, !saving);
  gtk_widget_set_visible (self->spinner, saving);
  update_actions (self);
}

/* A text that is made insensitive while it has the focus goes on blinking, so the focus leaves first. */
static void
put_focus_aside (NscRecordForm *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_set_weak_pointer (&self->focus, gtk_root_get_focus (root));
  gtk_root_set_focus (root, NULL);
}

static void
go_to_fault (NscRecordForm *self, guint column)
{
  GtkWidget *row = nsc_record_field_get_row (g_ptr_array_index (self->fields, column));

  if (gtk_widget_is_ancestor (row, GTK_WIDGET (self->advanced_row)))
    adw_expander_row_set_expanded (self->advanced_row, TRUE);
  gtk_widget_grab_focus (row);
}

/* The banner says it, and the field that it is about as soon as that is found. */
static void
show_refusal (NscRecordForm *self, const GError *error)
{
  adw_banner_set_title (self->banner, error->message);
  adw_banner_set_revealed (self->banner, TRUE);
  nsc_announcement_make (GTK_WIDGET (self->banner), error->message);
  nsc_field_checks_explain (self->checks);
}

static GtkWidget *find_first_row (NscRecordForm *self);

/* The next one mostly comes from the same source. */
static void
begin_another (NscRecordForm *self)
{
  g_autoptr (NscRecord) written = nsc_field_checks_dup_record (self->checks);
  g_autoptr (NscRecord) blank = nsc_record_new (self->table);

  for (guint i = 0; i < self->table->n_columns; i++)
    if (is_provenance (&self->table->columns[i]))
      nsc_record_set (blank, i, nsc_record_get (written, i));
  nsc_record_form_show (self, blank);
  gtk_widget_grab_focus (find_first_row (self));
}

static void
go_on (NscRecordForm *self)
{
  switch (self->then)
    {
    case THEN_ADD_ANOTHER:
      begin_another (self);
      break;
    case THEN_MOVE_BACK:
    case THEN_MOVE_ON:
      g_signal_emit (self, signals[MOVE], 0, self->then == THEN_MOVE_BACK ? -1 : 1);
      break;
    case THEN_CLOSE:
    default:
      adw_dialog_force_close (ADW_DIALOG (self));
      break;
    }
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscRecordForm) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 row = 0;
  g_autoptr (NscStep) step = nsc_project_save_finish (NSC_PROJECT (source), result, &row, &error);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  set_saving (self, FALSE);
  if (self->focus != NULL && (step == NULL || self->then != THEN_CLOSE))
    gtk_widget_grab_focus (self->focus);
  if (step == NULL)
    {
      if (nsc_error_door_place (error) != NSC_ERROR_PLACE_NONE)
        show_refusal (self, error);
      return;
    }
  g_signal_emit (self, signals[SAVED], 0, row);
  go_on (self);
  if (window != NULL)
    nsc_step_toast_show (window, step, NSC_STEP_TOAST_DONE);
}

static void
save (NscRecordForm *self, Then then)
{
  g_autoptr (NscRecord) record = NULL;
  guint column;

  if (self->saving)
    return;
  adw_banner_set_revealed (self->banner, FALSE);
  if (!nsc_field_checks_run (self->checks, &column))
    {
      go_to_fault (self, column);
      return;
    }
  self->then = then;
  record = nsc_field_checks_dup_record (self->checks);
  put_focus_aside (self);
  set_saving (self, TRUE);
  nsc_project_save_async (self->project, record, NULL, saved_cb, g_object_ref (self));
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  save (NSC_RECORD_FORM (widget), THEN_CLOSE);
}

static void
save_and_add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  save (NSC_RECORD_FORM (widget), THEN_ADD_ANOTHER);
}

/* What was written goes with the person, into the project. */
static void
move_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NscRecordForm *self = NSC_RECORD_FORM (widget);
  gboolean back = g_str_equal (action, "form.previous");

  if (nsc_field_checks_is_touched (self->checks))
    save (self, back ? THEN_MOVE_BACK : THEN_MOVE_ON);
  else if (!self->saving)
    g_signal_emit (self, signals[MOVE], 0, back ? -1 : 1);
}

/* ---- leaving ---- */

static void
answered_cb (NscRecordForm *self, const char *response)
{
  if (g_str_equal (response, "discard"))
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
ask_to_discard (NscRecordForm *self)
{
  AdwDialog *question = adw_alert_dialog_new (_ ("Discard Changes?"),
                                              _ ("What you wrote has not been saved and cannot be brought back."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (question);

  adw_alert_dialog_add_responses (alert, "keep", _ ("_Keep Editing"), "discard", _ ("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "keep");
  adw_alert_dialog_set_close_response (alert, "keep");
  g_signal_connect_object (alert, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (question, GTK_WIDGET (self));
}

static void
cancel_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
close_attempt_cb (NscRecordForm *self)
{
  if (!self->saving)
    ask_to_discard (self);
}

/* ---- fields ---- */

static void
field_changed_cb (NscRecordForm *self)
{
  adw_banner_set_revealed (self->banner, FALSE);
  update_title (self);
  update_actions (self);
}

static void
explained_cb (NscRecordForm *self, guint column)
{
  go_to_fault (self, column);
}

static void
add_field (NscRecordForm *self, NscRecordField *field, const NscColumn *column)
{
  GtkWidget *row = nsc_record_field_get_row (field);
  AdwPreferencesGroup *group = is_provenance (column) ? self->provenance_group : self->main_group;

  if (column->kind == NSC_COLUMN_ID && (column->flags & NSC_COLUMN_REQUIRED) == 0)
    {
      adw_expander_row_add_row (self->advanced_row, row);
      gtk_widget_set_visible (GTK_WIDGET (self->advanced_group), TRUE);
      return;
    }
  adw_preferences_group_add (group, row);
}

static void
make_fields (NscRecordForm *self)
{
  for (guint i = 0; i < self->table->n_columns; i++)
    {
      const NscColumn *column = &self->table->columns[i];
      NscRecordField *field = nsc_record_field_new (self->project, self->table, i, self->language);
      GtkWidget *row = nsc_record_field_get_row (field);

      add_field (self, field, column);
      g_ptr_array_add (self->fields, field);
      /* Names of what is referred to come later. */
      if (column->target != NULL)
        g_signal_connect_object (row, "notify::selected-item", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
    }
}

/* The first field of the group, which is not always that of the first column. */
static GtkWidget *
find_first_row (NscRecordForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      GtkWidget *row = nsc_record_field_get_row (g_ptr_array_index (self->fields, i));

      if (gtk_widget_is_ancestor (row, GTK_WIDGET (self->main_group)))
        return row;
    }
  return NULL;
}

static void
show_blank (NscRecordForm *self)
{
  g_autoptr (NscRecord) blank = nsc_record_new (self->table);

  for (guint i = 0; i < self->table->n_columns; i++)
    nsc_record_set (blank, i, self->table->columns[i].blank);
  nsc_record_form_show (self, blank);
}

/* ---- object ---- */

static gboolean
begin_writing_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GtkWidget *row = find_first_row (NSC_RECORD_FORM (widget));

  /* A sheet moves the focus on when it opens. */
  if (!gtk_widget_get_mapped (row))
    return G_SOURCE_CONTINUE;
  gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

/* Whether it floats or comes as a sheet, one can write at once. */
static void
nsc_record_form_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nsc_record_form_parent_class)->map (widget);
  gtk_widget_add_tick_callback (widget, begin_writing_cb, NULL, NULL);
}

static void
nsc_record_form_dispose (GObject *object)
{
  NscRecordForm *self = NSC_RECORD_FORM (object);

  g_clear_weak_pointer (&self->focus);
  if (self->checks != NULL)
    g_object_run_dispose (G_OBJECT (self->checks));
  g_clear_object (&self->project);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_RECORD_FORM);
  G_OBJECT_CLASS (nsc_record_form_parent_class)->dispose (object);
}

static void
nsc_record_form_finalize (GObject *object)
{
  NscRecordForm *self = NSC_RECORD_FORM (object);

  g_clear_object (&self->checks);
  g_ptr_array_unref (self->fields);
  G_OBJECT_CLASS (nsc_record_form_parent_class)->finalize (object);
}

static void
nsc_record_form_class_init (NscRecordFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_record_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsc_record_form_finalize;
  widget_class->map = nsc_record_form_map;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[MOVE] = g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-record-form.ui");
  gtk_widget_class_bind_template_child (widget_class, NscRecordForm, large_letters);
  gtk_widget_class_bind_template_child (widget_class, NscRecordForm, add_button);
  gtk_widget_class_bind_template_child (widget_class, NscRecordForm, advanced_group);
  gtk_widget_class_bind_template_child (widget_class, NscRecordForm, advanced_row);
  gtk_widget_class_bind_template_child (widget_class, NscRecordForm, banner);
  gtk_widget_class_bind_template_child (widget_class, NscRecordForm, fields_box);
  gtk_widget_class_bind_template_child (widget_class, NscRecordForm, main_group);
  gtk_widget_class_bind_template_child (widget_class, NscRecordForm, next_button);
  gtk_widget_class_bind_template_child (widget_class, NscRecordForm, previous_button);
  gtk_widget_class_bind_template_child (widget_class, NscRecordForm, provenance_group);
  gtk_widget_class_bind_template_child (widget_class, NscRecordForm, spinner);
  gtk_widget_class_bind_template_child (widget_class, NscRecordForm, window_title);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "form.save-and-add", NULL, save_and_add_action);
  gtk_widget_class_install_action (widget_class, "form.previous", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "form.next", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "form.save-and-add",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "form.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "form.next", NULL);
}

static void
nsc_record_form_init (NscRecordForm *self)
{
  self->fields = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  nsc_accessible_names_complete (GTK_WIDGET (self->advanced_row));
  nsc_letter_scale_limit (self->large_letters, NSC_LETTER_SCALE_TITLE);
  /* Large letters: its words are wider than the form. */
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->add_button))), TRUE);
}

NscRecordForm *
nsc_record_form_new (NscProject *project, const NscTable *table, const NscRecord *record)
{
  NscRecordForm *self;

  g_return_val_if_fail (NSC_IS_PROJECT (project), NULL);
  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (record == NULL || nsc_record_get_table (record) == table, NULL);

  self = g_object_new (NSC_TYPE_RECORD_FORM, NULL);
  self->project = g_object_ref (project);
  self->table = table;
  self->language = nsc_tongue_get ();
  make_fields (self);
  self->checks = nsc_field_checks_new (project, table, self->fields);
  g_signal_connect_object (self->checks, "changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->checks, "explained", G_CALLBACK (explained_cb), self, G_CONNECT_SWAPPED);
  nsc_record_form_set_neighbours (self, FALSE, FALSE);
  if (record != NULL)
    nsc_record_form_show (self, record);
  else
    show_blank (self);
  return self;
}

void
nsc_record_form_show (NscRecordForm *self, const NscRecord *record)
{
  g_return_if_fail (NSC_IS_RECORD_FORM (self));
  g_return_if_fail (nsc_record_get_table (record) == self->table);

  adw_banner_set_revealed (self->banner, FALSE);
  nsc_field_checks_show (self->checks, record);
  gtk_widget_set_visible (self->add_button, is_new (self));
  adw_expander_row_set_subtitle (self->advanced_row, is_new (self) ? _ ("Left empty, an id is made up for you") : "");
  respect_reading (self);
  update_title (self);
  update_actions (self);
}

gint64
nsc_record_form_get_row (NscRecordForm *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_FORM (self), 0);
  return nsc_record_get_row (nsc_field_checks_get_original (self->checks));
}

void
nsc_record_form_set_neighbours (NscRecordForm *self, gboolean before, gboolean after)
{
  g_return_if_fail (NSC_IS_RECORD_FORM (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.previous", before);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.next", after);
  gtk_widget_set_visible (self->previous_button, before || after);
  gtk_widget_set_visible (self->next_button, before || after);
}

void
nsc_record_form_present (GtkWidget *parent, NscProject *project, const NscTable *table, const NscRecord *record)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));

  adw_dialog_present (ADW_DIALOG (nsc_record_form_new (project, table, record)), parent);
}
