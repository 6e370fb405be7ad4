/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-options.h"

#include "nsc-distribution-report.h"

#include "nsc-application.h"
#include "nsc-choice-row.h"
#include "nsc-distribution-holdings.h"
#include "nsc-error-door.h"
#include "nsc-field-fault.h"
#include "nsc-figure-style.h"
#include "nsc-inquiry.h"
#include "nsc-tongue.h"

#include "nsc-date.h"
#include "nsc-words.h"

#include <glib/gi18n-lib.h>

/* What most people look at first. */
#define FIRST_DIMENSION "country"

/* While a date is being typed no report is run for each digit. */
#define TYPING_MS 400

struct _NscDistributionOptions
{
  AdwBin parent_instance;

  NscDistributionHoldings *holdings; /* NULL until looked up */
  GCancellable *cancellable;
  guint typing; /* source, 0: none */
  char *as_of;  /* the last date that was right, or "" */

  AdwEntryRow *as_of_row;
  NscChoiceRow *by_row;
  NscChoiceRow *exclude_row;
  NscChoiceRow *initiative_row;
  NscChoiceRow *language_row;
  AdwSwitchRow *unverified_row;
};

G_DEFINE_FINAL_TYPE (NscDistributionOptions, nsc_distribution_options, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GSettings *
get_settings (void)
{
  GApplication *application = g_application_get_default ();

  return NSC_IS_APPLICATION (application) ? nsc_application_get_settings (NSC_APPLICATION (application)) : NULL;
}

/* ---- what is offered ---- */

static void
offer_fixed (NscDistributionOptions *self)
{
  nsc_choice_row_begin (self->by_row);
  for (const char *const *by = nsc_distribution_report_dimensions (); *by != NULL; by++)
    nsc_choice_row_add (self->by_row, *by, _ (nsc_distribution_report_dimension_title (*by)));
  nsc_choice_row_end (self->by_row);
  nsc_choice_row_set_chosen (self->by_row, FIRST_DIMENSION);

  nsc_choice_row_begin (self->language_row);
  for (const char *const *each = nsc_words_get_languages (); *each != NULL; each++)
    nsc_choice_row_add (self->language_row, *each, nsc_tongue_get_own_name (*each));
  nsc_choice_row_end (self->language_row);
  nsc_choice_row_set_chosen (self->language_row, nsc_figure_style_get_language ());
}

/* The initiative that is chosen, as it was looked up; NULL where there is none. */
static const NscHeldInitiative *
find_initiative (NscDistributionOptions *self)
{
  const char *chosen = nsc_choice_row_get_chosen (self->initiative_row);

  for (guint i = 0; self->holdings != NULL && i < self->holdings->initiatives->len; i++)
    {
      const NscHeldInitiative *initiative = g_ptr_array_index (self->holdings->initiatives, i);

      if (g_str_equal (initiative->id, chosen))
        return initiative;
    }
  return NULL;
}

/* What depends on the initiative: the countries its signatories are from, and how many of them are unverified. */
static void
offer_of_initiative (NscDistributionOptions *self)
{
  const NscHeldInitiative *initiative = find_initiative (self);
  guint n = initiative != NULL ? initiative->n_unverified : 0;
  g_autofree char *words = g_strdup_printf (ngettext ("%u record", "%u records", n), n);

  nsc_choice_row_begin (self->exclude_row);
  nsc_choice_row_add (self->exclude_row, "", _ ("None"));
  for (guint i = 0; initiative != NULL && i < self->holdings->countries->len; i++)
    {
      const NscHeldCountry *country = g_ptr_array_index (self->holdings->countries, i);

      if (g_hash_table_contains (initiative->countries, country->code))
        nsc_choice_row_add (self->exclude_row, country->code, country->name);
    }
  nsc_choice_row_end (self->exclude_row);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->unverified_row), words);
}

static void
offer_holdings (NscDistributionOptions *self)
{
  nsc_choice_row_begin (self->initiative_row);
  for (guint i = 0; i < self->holdings->initiatives->len; i++)
    {
      const NscHeldInitiative *initiative = g_ptr_array_index (self->holdings->initiatives, i);

      nsc_choice_row_add (self->initiative_row, initiative->id, initiative->name);
    }
  nsc_choice_row_end (self->initiative_row);
  offer_of_initiative (self);
}

static gpointer
collect (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  return nsc_distribution_holdings_collect (reader, data, cancellable, error);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscDistributionOptions) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscDistributionHoldings) holdings = nsc_inquiry_finish (result, &error);

  if (holdings == NULL)
    {
      nsc_error_door_show (GTK_WIDGET (self), error);
      return;
    }
  if (self->initiative_row == NULL)
    return;
  g_clear_pointer (&self->holdings, nsc_distribution_holdings_free);
  self->holdings = g_steal_pointer (&holdings);
  offer_holdings (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- callbacks ---- */

static void
chosen_cb (NscDistributionOptions *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
initiative_chosen_cb (NscDistributionOptions *self)
{
  offer_of_initiative (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
language_chosen_cb (NscDistributionOptions *self)
{
  GSettings *settings = get_settings ();

  if (settings != NULL)
    g_settings_set_string (settings, "figure-language", nsc_choice_row_get_chosen (self->language_row));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The person prefers another language for figures. */
static void
language_preferred_cb (NscDistributionOptions *self)
{
  const char *language = nsc_figure_style_get_language ();

  if (!g_str_equal (language, nsc_choice_row_get_chosen (self->language_row)) &&
      nsc_choice_row_set_chosen (self->language_row, language))
    g_signal_emit (self, signals[CHANGED], 0);
}

/* The date in its field; FALSE, said at the field, where there is none. */
static gboolean
read_as_of (NscDistributionOptions *self, NscDate *date)
{
  g_autoptr (GError) error = NULL;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->as_of_row));
  gboolean right = nsc_date_parse (text, NSC_DATE_STYLE_ISO, date, &error);

  nsc_field_fault_set (GTK_WIDGET (self->as_of_row), right ? NULL : error->message);
  return right;
}

static void
typed_cb (gpointer user_data)
{
  NscDistributionOptions *self = user_data;
  g_autofree char *as_of = NULL;
  NscDate date;

  self->typing = 0;
  if (!read_as_of (self, &date))
    return;
  as_of = nsc_date_to_string (date);
  if (g_set_str (&self->as_of, as_of))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
as_of_changed_cb (NscDistributionOptions *self)
{
  NscDate date;

  g_clear_handle_id (&self->typing, g_source_remove);
  if (read_as_of (self, &date))
    self->typing = g_timeout_add_once (TYPING_MS, typed_cb, self);
}

/* ---- overrides ---- */

static void
nsc_distribution_options_dispose (GObject *object)
{
  NscDistributionOptions *self = NSC_DISTRIBUTION_OPTIONS (object);

  g_clear_handle_id (&self->typing, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_DISTRIBUTION_OPTIONS);
  g_clear_pointer (&self->holdings, nsc_distribution_holdings_free);
  g_clear_pointer (&self->as_of, g_free);
  G_OBJECT_CLASS (nsc_distribution_options_parent_class)->dispose (object);
}

static void
nsc_distribution_options_class_init (NscDistributionOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_distribution_options_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", NSC_TYPE_DISTRIBUTION_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (NSC_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/normscape/Normscape/ui/nsc-distribution-options.ui");
  gtk_widget_class_bind_template_child (widget_class, NscDistributionOptions, as_of_row);
  gtk_widget_class_bind_template_child (widget_class, NscDistributionOptions, by_row);
  gtk_widget_class_bind_template_child (widget_class, NscDistributionOptions, exclude_row);
  gtk_widget_class_bind_template_child (widget_class, NscDistributionOptions, initiative_row);
  gtk_widget_class_bind_template_child (widget_class, NscDistributionOptions, language_row);
  gtk_widget_class_bind_template_child (widget_class, NscDistributionOptions, unverified_row);
  gtk_widget_class_bind_template_callback (widget_class, as_of_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, initiative_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
}

static void
nsc_distribution_options_init (NscDistributionOptions *self)
{
  self->as_of = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  offer_fixed (self);
  g_signal_connect_object (nsc_figure_style_get_default (), "language-changed", G_CALLBACK (language_preferred_cb),
                           self, G_CONNECT_SWAPPED);
}

void
nsc_distribution_options_look_up (NscDistributionOptions *self, NscProject *project)
{
  g_return_if_fail (NSC_IS_DISTRIBUTION_OPTIONS (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (project == NULL)
    {
      g_clear_pointer (&self->holdings, nsc_distribution_holdings_free);
      return;
    }
  self->cancellable = g_cancellable_new ();
  nsc_inquiry_start (project, collect, (gpointer) nsc_tongue_get (), NULL,
                     (GDestroyNotify) nsc_distribution_holdings_free, self->cancellable, looked_up_cb,
                     g_object_ref (self));
}

NscHoldings
nsc_distribution_options_get_holdings (NscDistributionOptions *self)
{
  g_return_val_if_fail (NSC_IS_DISTRIBUTION_OPTIONS (self), NSC_HOLDINGS_UNKNOWN);

  if (self->holdings == NULL)
    return NSC_HOLDINGS_UNKNOWN;
  if (self->holdings->initiatives->len > 0)
    return NSC_HOLDINGS_SIGNATORIES;
  return self->holdings->empty ? NSC_HOLDINGS_NOTHING : NSC_HOLDINGS_NO_SIGNATORIES;
}

NscOptions *
nsc_distribution_options_dup (NscDistributionOptions *self)
{
  NscOptions *options;

  g_return_val_if_fail (NSC_IS_DISTRIBUTION_OPTIONS (self), NULL);

  if (nsc_distribution_options_get_holdings (self) != NSC_HOLDINGS_SIGNATORIES)
    return NULL;
  options = nsc_options_new ();
  nsc_options_set (options, "initiative", nsc_choice_row_get_chosen (self->initiative_row));
  nsc_options_set (options, "by", nsc_choice_row_get_chosen (self->by_row));
  nsc_options_set (options, "language", nsc_choice_row_get_chosen (self->language_row));
  if (*nsc_choice_row_get_chosen (self->exclude_row) != '\0')
    nsc_options_set (options, "exclude-country", nsc_choice_row_get_chosen (self->exclude_row));
  if (*self->as_of != '\0')
    nsc_options_set (options, "as-of", self->as_of);
  if (adw_switch_row_get_active (self->unverified_row))
    nsc_options_set (options, "include-unverified", "yes");
  return options;
}

char *
nsc_distribution_options_dup_subtitle (NscDistributionOptions *self)
{
  g_return_val_if_fail (NSC_IS_DISTRIBUTION_OPTIONS (self), NULL);

  if (nsc_distribution_options_get_holdings (self) != NSC_HOLDINGS_SIGNATORIES)
    return g_strdup ("");
  /* Translators: an initiative and what its signatories are grouped by, "Tech Accord · Home country". */
  return g_strdup_printf (_ ("%1$s · %2$s"), nsc_choice_row_get_chosen_label (self->initiative_row),
                          nsc_choice_row_get_chosen_label (self->by_row));
}

gboolean
nsc_distribution_options_choose (NscDistributionOptions *self, const char *option, const char *value)
{
  g_return_val_if_fail (NSC_IS_DISTRIBUTION_OPTIONS (self), FALSE);

  if (g_str_equal (option, "as-of"))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->as_of_row), value);
      return nsc_field_fault_get (GTK_WIDGET (self->as_of_row)) == NULL;
    }
  if (g_str_equal (option, "include-unverified"))
    adw_switch_row_set_active (self->unverified_row, *value != '\0');
  else if (g_str_equal (option, "initiative") && nsc_choice_row_set_chosen (self->initiative_row, value))
    initiative_chosen_cb (self);
  else if (g_str_equal (option, "by") && nsc_choice_row_set_chosen (self->by_row, value))
    chosen_cb (self);
  else if (g_str_equal (option, "exclude-country") && nsc_choice_row_set_chosen (self->exclude_row, value))
    chosen_cb (self);
  else
    return FALSE;
  return TRUE;
}
