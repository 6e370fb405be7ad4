/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-filter-chips.h"

#include "nsc-column-reading.h"
#include "nsc-inquiry.h"
#include "nsc-tongue.h"

#include <glib/gi18n-lib.h>

/* From here on all can be taken away at once. */
#define SEVERAL 2

#define LONGEST_CHIP 36

/* What is filtered is to be seen beside what it is filtered by: of many lines the fourth is cut, which tells that there
 * are more. */
#define MAX_HEIGHT 140

struct _NscRecordFilterChips
{
  AdwBin parent_instance;

  NscRecordList *list;
  AdwWrapBox *box;
  GtkWidget *clear_button; /* the last in the box */
};

G_DEFINE_FINAL_TYPE (NscRecordFilterChips, nsc_record_filter_chips, ADW_TYPE_BIN)

/* ---- the name of what is referred to, on a worker ---- */

typedef struct
{
  const NscTable *table;
  char *id;
  char *language;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->id);
  g_free (question->language);
  g_free (question);
}

static gpointer
read_name (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  gint64 row = nsc_reader_find_id (reader, question->table, question->id, error);
  g_autoptr (NscRecord) record = row > 0 ? nsc_reader_get_record (reader, question->table, row, error) : NULL;

  return g_strdup (record != NULL ? nsc_record_get_name (record, question->language) : question->id);
}

/* ---- a chip ---- */

static void
name_chip (GtkWidget *chip, const char *value)
{
  const NscColumn *column = g_object_get_data (G_OBJECT (chip), "nsc-column");
  GtkWidget *label = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (chip)));
  /* Translators: a filter: a column, and the value that it has to have. */
  g_autofree char *words = g_strdup_printf (_ ("%1$s: %2$s"), _ (column->label), *value != '\0' ? value : "—");
  g_autofree char *removal = g_strdup_printf (_ ("Remove the filter “%s”"), words);

  gtk_label_set_label (GTK_LABEL (label), words);
  gtk_widget_set_tooltip_text (chip, removal);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, removal, -1);
}

static void
named_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) chip = g_weak_ref_get (user_data);
  g_autofree char *name = nsc_inquiry_finish (result, NULL);

  g_weak_ref_clear (user_data);
  g_free (user_data);
  if (chip != NULL && name != NULL)
    name_chip (chip, name);
}

static void
ask_name (NscRecordFilterChips *self, GtkWidget *chip, const char *target, const char *id)
{
  Question *question = g_new0 (Question, 1);
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  question->table = nsc_table_find (target);
  question->id = g_strdup (id);
  question->language = g_strdup (nsc_tongue_get ());
  g_weak_ref_init (weak, chip);
  nsc_inquiry_start (nsc_record_list_get_project (self->list), read_name, question, question_free, g_free, NULL,
                     named_cb, weak);
}

/* The keyboard stays where it was: at the next filter, or else at what comes after them. */
static void
removed_cb (NscRecordFilterChips *self, GtkWidget *chip)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "nsc-index"));
  g_autofree char *value = g_strdup (g_object_get_data (G_OBJECT (chip), "nsc-value"));

  if (!gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (chip)), GTK_DIR_TAB_FORWARD);
  nsc_record_list_remove_filter (self->list, column, value);
}

static GtkWidget *
make_chip (NscRecordFilterChips *self, const NscRecordFilter *filter)
{
  const NscTable *table = nsc_record_list_get_table (self->list);
  const NscColumn *column = &table->columns[filter->column];
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *text = nsc_column_reading_dup_text (table, filter->column, nsc_tongue_get (), filter->value);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LONGEST_CHIP);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  g_object_set_data (G_OBJECT (chip), "nsc-column", (gpointer) column);
  g_object_set_data (G_OBJECT (chip), "nsc-index", GUINT_TO_POINTER (filter->column));
  g_object_set_data_full (G_OBJECT (chip), "nsc-value", g_strdup (filter->value), g_free);
  g_signal_connect_swapped (chip, "clicked", G_CALLBACK (removed_cb), self);
  name_chip (chip, text);
  if (column->target != NULL && *filter->value != '\0')
    ask_name (self, chip, column->target, filter->value);
  return chip;
}

/* ---- all of them ---- */

static gboolean
stands_for (NscRecordFilterChips *self, GtkWidget *chip, const NscRecordFilter *filter)
{
  return g_str_equal (g_object_get_data (G_OBJECT (chip), "nsc-value"), filter->value) &&
         g_object_get_data (G_OBJECT (chip), "nsc-column") ==
             &nsc_record_list_get_table (self->list)->columns[filter->column];
}

static void
clear_cb (NscRecordFilterChips *self)
{
  nsc_record_list_clear_filters (self->list);
}

/* Keeps the chips that stay, so that the one with the keyboard does not go away. */
static void
update (NscRecordFilterChips *self)
{
  GArray *filters = self->list != NULL ? nsc_record_list_get_question (self->list)->filters : NULL;
  guint n = filters != NULL ? filters->len : 0;
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->box)), *last = NULL;
  guint kept = 0;

  while (chip != self->clear_button)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (chip);

      if (kept < n && stands_for (self, chip, &g_array_index (filters, NscRecordFilter, kept)))
        {
          last = chip;
          kept++;
        }
      else
        adw_wrap_box_remove (self->box, chip);
      chip = next;
    }
  for (guint i = kept; i < n; i++)
    {
      chip = make_chip (self, &g_array_index (filters, NscRecordFilter, i));
      adw_wrap_box_insert_child_after (self->box, chip, last);
      last = chip;
    }
  gtk_widget_set_visible (self->clear_button, n >= SEVERAL);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

/* ---- object ---- */

static void
nsc_record_filter_chips_dispose (GObject *object)
{
  NscRecordFilterChips *self = NSC_RECORD_FILTER_CHIPS (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (nsc_record_filter_chips_parent_class)->dispose (object);
}

static void
nsc_record_filter_chips_class_init (NscRecordFilterChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsc_record_filter_chips_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nsc_record_filter_chips_init (NscRecordFilterChips *self)
{
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());

  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 6);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 6);
  self->clear_button = gtk_button_new_with_mnemonic (_ ("_Remove All"));
  gtk_widget_add_css_class (self->clear_button, "flat");
  gtk_widget_set_tooltip_text (self->clear_button, _ ("Remove all filters"));
  g_signal_connect_swapped (self->clear_button, "clicked", G_CALLBACK (clear_cb), self);
  adw_wrap_box_append (self->box, self->clear_button);
  /* A bar would be higher than one line of chips. */
  gtk_scrolled_window_set_policy (scrolled, GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_propagate_natural_height (scrolled, TRUE);
  gtk_scrolled_window_set_max_content_height (scrolled, MAX_HEIGHT);
  gtk_scrolled_window_set_child (scrolled, GTK_WIDGET (self->box));
  gtk_widget_set_focusable (GTK_WIDGET (scrolled), FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (scrolled));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filters"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
nsc_record_filter_chips_set_list (NscRecordFilterChips *self, NscRecordList *list)
{
  g_return_if_fail (NSC_IS_RECORD_FILTER_CHIPS (self));

  if (self->list == list)
    return;
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_set_object (&self->list, list);
  if (list != NULL)
    g_signal_connect_swapped (list, "asked", G_CALLBACK (update), self);
  update (self);
}
