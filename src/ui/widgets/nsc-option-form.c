/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-option-form.h"

#include "nsc-accessible-names.h"
#include "nsc-application.h"
#include "nsc-choice-row.h"
#include "nsc-field-fault.h"
#include "nsc-figure-style.h"
#include "nsc-several-row.h"
#include "nsc-tongue.h"

#include "nsc-date.h"
#include "nsc-words.h"

#include <glib/gi18n-lib.h>

/* While a date is being typed no report is run for each digit. */
#define TYPING_MS 400

#define LANGUAGE_KEY "figure-language"

struct _NscOptionForm
{
  AdwBin parent_instance;

  GHashTable *rows; /* option to GtkWidget, but for as-of */
  guint typing;     /* source, 0: none */
  guint n_unverified;
  char *as_of;    /* the last date that was right, or "" */
  gboolean quiet; /* the program is choosing */

  AdwEntryRow *as_of_row;
  AdwPreferencesGroup *data_group;
  NscChoiceRow *language_row;
  AdwSwitchRow *unverified_row;
};

G_DEFINE_FINAL_TYPE (NscOptionForm, nsc_option_form, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a row is for rides on it. */
#define OPTION_KEY "nsc-option"

static GtkWidget *
get_row (NscOptionForm *self, const char *option)
{
  return g_hash_table_lookup (self->rows, option);
}

static void
tell (NscOptionForm *self, const char *option)
{
  if (!self->quiet)
    g_signal_emit (self, signals[CHANGED], 0, option);
}

/* ---- callbacks ---- */

static void
chosen_cb (NscOptionForm *self, gpointer row)
{
  tell (self, g_object_get_data (row, OPTION_KEY));
}

/* Nothing can be included where there is nothing; what is switched on can be switched off. */
static void
show_n_unverified (NscOptionForm *self)
{
  g_autofree char *words =
      g_strdup_printf (ngettext ("%u record", "%u records", self->n_unverified), self->n_unverified);
  gboolean any = self->n_unverified > 0;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->unverified_row), any ? words : _ ("All records are verified"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->unverified_row), any || adw_switch_row_get_active (self->unverified_row));
}

static void
switched_cb (NscOptionForm *self, GParamSpec *pspec, gpointer row)
{
  show_n_unverified (self);
  tell (self, g_object_get_data (row, OPTION_KEY));
}

static void
language_chosen_cb (NscOptionForm *self)
{
  GSettings *settings = nsc_application_get_default_settings ();

  /* The other forms hear of it from there, and so does this one. */
  if (settings != NULL)
    g_settings_set_string (settings, LANGUAGE_KEY, nsc_choice_row_get_chosen (self->language_row));
  else
    tell (self, "language");
}

static void
show_language (NscOptionForm *self)
{
  nsc_choice_row_set_chosen (self->language_row, nsc_figure_style_get_language ());
}

static void
language_set_cb (NscOptionForm *self)
{
  show_language (self);
  tell (self, "language");
}

/* The date in its field; FALSE, said at the field, where there is none. */
static gboolean
read_as_of (NscOptionForm *self, NscDate *date)
{
  g_autoptr (GError) error = NULL;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->as_of_row));
  gboolean right = nsc_date_parse (text, NSC_DATE_STYLE_ISO, date, &error);

  nsc_field_fault_set (GTK_WIDGET (self->as_of_row), right ? NULL : error->message);
  return right;
}

static void
take_as_of (NscOptionForm *self)
{
  g_autofree char *as_of = NULL;
  NscDate date;

  if (!read_as_of (self, &date))
    return;
  as_of = nsc_date_to_string (date);
  if (g_set_str (&self->as_of, as_of))
    tell (self, "as-of");
}

static void
typed_cb (gpointer user_data)
{
  NscOptionForm *self = user_data;

  self->typing = 0;
  take_as_of (self);
}

static void
as_of_changed_cb (NscOptionForm *self)
{
  NscDate date;

  g_clear_handle_id (&self->typing, g_source_remove);
  if (read_as_of (self, &date))
    self->typing = g_timeout_add_once (TYPING_MS, typed_cb, self);
}

/* ---- making ---- */

static void
take_row (NscOptionForm *self, const char *option, GtkWidget *row)
{
  g_object_set_data (G_OBJECT (row), OPTION_KEY, (gpointer) option);
  g_hash_table_insert (self->rows, (gpointer) option, row);
}

static GtkWidget *
make_row (NscOptionForm *self, const NscOptionField *field)
{
  GtkWidget *row;

  switch (field->kind)
    {
    case NSC_OPTION_FIELD_SWITCH:
      row = adw_switch_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
      g_signal_connect_object (row, "notify::active", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
      break;
    case NSC_OPTION_FIELD_SEVERAL:
      row = nsc_several_row_new (_ (field->title));
      g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      break;
    case NSC_OPTION_FIELD_CHOICE:
    default:
      row = nsc_choice_row_new (_ (field->title));
      adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), field->has_long_names);
      /* As rows of several look, where the choice is what is read. */
      if (field->has_long_names)
        gtk_widget_add_css_class (row, "property");
      g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      break;
    }
  take_row (self, field->option, row);
  return row;
}

static void
offer_languages (NscOptionForm *self)
{
  nsc_choice_row_begin (self->language_row);
  for (const char *const *each = nsc_words_get_languages (); *each != NULL; each++)
    nsc_choice_row_add (self->language_row, *each, nsc_tongue_get_own_name (*each));
  nsc_choice_row_end (self->language_row);
  show_language (self);
}

/* ---- overrides ---- */

static void
nsc_option_form_dispose (GObject *object)
{
  NscOptionForm *self = NSC_OPTION_FORM (object);

  self->quiet = TRUE;
  g_clear_handle_id (&self->typing, g_source_remove);
  g_hash_table_remove_all (self->rows);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_OPTION_FORM);
  G_OBJECT_CLASS (nsc_option_form_parent_class)->dispose (object);
}

static void
nsc_option_form_finalize (GObject *object)
{
  NscOptionForm *self = NSC_OPTION_FORM (object);

  g_hash_table_unref (self->rows);
  g_free (self->as_of);
  G_OBJECT_CLASS (nsc_option_form_parent_class)->finalize (object);
}

static void
nsc_option_form_class_init (NscOptionFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_option_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsc_option_form_finalize;
  signals[CHANGED] = g_signal_new ("changed", NSC_TYPE_OPTION_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, G_TYPE_STRING);

  g_type_ensure (NSC_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-option-form.ui");
  gtk_widget_class_bind_template_child (widget_class, NscOptionForm, as_of_row);
  gtk_widget_class_bind_template_child (widget_class, NscOptionForm, data_group);
  gtk_widget_class_bind_template_child (widget_class, NscOptionForm, language_row);
  gtk_widget_class_bind_template_child (widget_class, NscOptionForm, unverified_row);
  gtk_widget_class_bind_template_callback (widget_class, as_of_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
}

static void
nsc_option_form_init (NscOptionForm *self)
{
  self->as_of = g_strdup ("");
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (self));
  take_row (self, "language", GTK_WIDGET (self->language_row));
  nsc_accessible_names_complete_row (ADW_ACTION_ROW (self->unverified_row));
  take_row (self, "include-unverified", GTK_WIDGET (self->unverified_row));
  g_signal_connect_object (self->unverified_row, "notify::active", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
  offer_languages (self);
  g_signal_connect_object (nsc_figure_style_get_default (), "language-changed", G_CALLBACK (language_set_cb), self,
                           G_CONNECT_SWAPPED);
}

/* ---- public ---- */

NscOptionForm *
nsc_option_form_new (const NscOptionField *fields)
{
  NscOptionForm *self = g_object_new (NSC_TYPE_OPTION_FORM, NULL);

  /* The rows of the template stand below those of the page. */
  g_object_ref (self->as_of_row);
  g_object_ref (self->unverified_row);
  adw_preferences_group_remove (self->data_group, GTK_WIDGET (self->as_of_row));
  adw_preferences_group_remove (self->data_group, GTK_WIDGET (self->unverified_row));
  for (const NscOptionField *field = fields; field->option != NULL; field++)
    adw_preferences_group_add (self->data_group, make_row (self, field));
  adw_preferences_group_add (self->data_group, GTK_WIDGET (self->as_of_row));
  adw_preferences_group_add (self->data_group, GTK_WIDGET (self->unverified_row));
  g_object_unref (self->as_of_row);
  g_object_unref (self->unverified_row);
  return self;
}

gboolean
nsc_option_form_has (NscOptionForm *self, const char *option)
{
  g_return_val_if_fail (NSC_IS_OPTION_FORM (self), FALSE);
  return get_row (self, option) != NULL || g_str_equal (option, "as-of");
}

void
nsc_option_form_begin (NscOptionForm *self, const char *option)
{
  GtkWidget *row;

  g_return_if_fail (NSC_IS_OPTION_FORM (self));
  row = get_row (self, option);
  if (NSC_IS_SEVERAL_ROW (row))
    nsc_several_row_begin (NSC_SEVERAL_ROW (row));
  else
    nsc_choice_row_begin (NSC_CHOICE_ROW (row));
}

void
nsc_option_form_add (NscOptionForm *self, const char *option, const char *id, const char *label)
{
  GtkWidget *row;

  g_return_if_fail (NSC_IS_OPTION_FORM (self));
  row = get_row (self, option);
  if (!NSC_IS_SEVERAL_ROW (row))
    nsc_choice_row_add (NSC_CHOICE_ROW (row), id, label);
  /* Such an id cannot stand among others. */
  else if (strchr (id, ',') == NULL)
    nsc_several_row_add (NSC_SEVERAL_ROW (row), id, label);
}

void
nsc_option_form_end (NscOptionForm *self, const char *option, const char *fallback)
{
  GtkWidget *row;

  g_return_if_fail (NSC_IS_OPTION_FORM (self));
  row = get_row (self, option);
  if (NSC_IS_SEVERAL_ROW (row))
    nsc_several_row_end (NSC_SEVERAL_ROW (row), fallback);
  else
    {
      g_autofree char *chosen = g_strdup (nsc_choice_row_get_chosen (NSC_CHOICE_ROW (row)));

      nsc_choice_row_end (NSC_CHOICE_ROW (row));
      if (fallback != NULL && g_strcmp0 (chosen, nsc_choice_row_get_chosen (NSC_CHOICE_ROW (row))) != 0)
        nsc_choice_row_set_chosen (NSC_CHOICE_ROW (row), fallback);
    }
}

void
nsc_option_form_set_offered (NscOptionForm *self, const char *option, gboolean offered)
{
  g_return_if_fail (NSC_IS_OPTION_FORM (self));
  gtk_widget_set_visible (get_row (self, option), offered);
}

void
nsc_option_form_set_n_unverified (NscOptionForm *self, guint n)
{
  g_return_if_fail (NSC_IS_OPTION_FORM (self));
  self->n_unverified = n;
  show_n_unverified (self);
}

const char *
nsc_option_form_get (NscOptionForm *self, const char *option)
{
  GtkWidget *row;

  g_return_val_if_fail (NSC_IS_OPTION_FORM (self), NULL);

  if (g_str_equal (option, "as-of"))
    return self->as_of;
  row = get_row (self, option);
  if (row == NULL || !gtk_widget_get_visible (row))
    return "";
  if (ADW_IS_SWITCH_ROW (row))
    return adw_switch_row_get_active (ADW_SWITCH_ROW (row)) ? "yes" : "";
  return NSC_IS_SEVERAL_ROW (row) ? nsc_several_row_get_chosen (NSC_SEVERAL_ROW (row))
                                  : nsc_choice_row_get_chosen (NSC_CHOICE_ROW (row));
}

const char *
nsc_option_form_get_label (NscOptionForm *self, const char *option)
{
  GtkWidget *row;

  g_return_val_if_fail (NSC_IS_OPTION_FORM (self), NULL);
  row = get_row (self, option);
  if (NSC_IS_SEVERAL_ROW (row))
    return nsc_several_row_get_chosen_labels (NSC_SEVERAL_ROW (row));
  return NSC_IS_CHOICE_ROW (row) ? nsc_choice_row_get_chosen_label (NSC_CHOICE_ROW (row))
                                 : nsc_option_form_get (self, option);
}

gboolean
nsc_option_form_choose (NscOptionForm *self, const char *option, const char *value)
{
  g_return_val_if_fail (NSC_IS_OPTION_FORM (self), FALSE);

  /* As if it was typed. */
  if (g_str_equal (option, "as-of"))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->as_of_row), value);
      return nsc_field_fault_get (GTK_WIDGET (self->as_of_row)) == NULL;
    }
  if (!nsc_option_form_set (self, option, value))
    return FALSE;
  tell (self, option);
  return TRUE;
}

gboolean
nsc_option_form_set (NscOptionForm *self, const char *option, const char *value)
{
  gboolean was_quiet, done = TRUE;
  GtkWidget *row;

  g_return_val_if_fail (NSC_IS_OPTION_FORM (self), FALSE);

  was_quiet = self->quiet;
  self->quiet = TRUE;
  row = get_row (self, option);
  if (g_str_equal (option, "as-of"))
    {
      NscDate date;

      done = nsc_date_parse (value, NSC_DATE_STYLE_ISO, &date, NULL);
      if (done)
        {
          gtk_editable_set_text (GTK_EDITABLE (self->as_of_row), value);
          g_clear_handle_id (&self->typing, g_source_remove);
          take_as_of (self);
        }
    }
  else if (ADW_IS_SWITCH_ROW (row))
    adw_switch_row_set_active (ADW_SWITCH_ROW (row), *value != '\0');
  else if (NSC_IS_SEVERAL_ROW (row))
    done = nsc_several_row_set_chosen (NSC_SEVERAL_ROW (row), value);
  else
    done = NSC_IS_CHOICE_ROW (row) && nsc_choice_row_set_chosen (NSC_CHOICE_ROW (row), value);
  self->quiet = was_quiet;
  return done;
}

NscOptions *
nsc_option_form_dup_options (NscOptionForm *self)
{
  NscOptions *options = nsc_options_new ();
  GHashTableIter iter;
  gpointer option;

  g_return_val_if_fail (NSC_IS_OPTION_FORM (self), NULL);

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &option, NULL))
    if (*nsc_option_form_get (self, option) != '\0')
      nsc_options_set (options, option, nsc_option_form_get (self, option));
  if (*self->as_of != '\0')
    nsc_options_set (options, "as-of", self->as_of);
  return options;
}

char **
nsc_option_form_dup_choices (NscOptionForm *self, const char *option)
{
  GtkWidget *row;

  g_return_val_if_fail (NSC_IS_OPTION_FORM (self), NULL);

  row = get_row (self, option);
  if (NSC_IS_SEVERAL_ROW (row))
    return nsc_several_row_dup_ids (NSC_SEVERAL_ROW (row));
  return NSC_IS_CHOICE_ROW (row) ? nsc_choice_row_dup_ids (NSC_CHOICE_ROW (row)) : NULL;
}
