/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-report.h"

#include "nsc-agenda-report.h"
#include "nsc-distribution-report.h"
#include "nsc-diversity-report.h"
#include "nsc-growth-report.h"
#include "nsc-salience-report.h"

#include "nsc-error.h"
#include "nsc-text.h"
#include "nsc-words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  NscFigure *figure;
  NscSheet *sheet;
  NscRecordTally *tally;
} NscResultPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (NscResult, nsc_result, G_TYPE_OBJECT)

static const NscReport *const reports[] = { &nsc_distribution_report, &nsc_diversity_report, &nsc_growth_report,
                                            &nsc_agenda_report,       &nsc_salience_report,  NULL };

static const NscOptionSpec common_options[] = {
  { "include-unverified", NULL, N_ ("Count unverified records as well"), FALSE },
  { "as-of", N_ ("DATE"), N_ ("Count what was so at that date: YYYY, YYYY-MM or YYYY-MM-DD"), FALSE },
  { "language", "en|zh_CN", N_ ("Language of the words (default: en)"), FALSE },
  { NULL },
};

static const NscOptionSpec *
find_option (const NscOptionSpec *options, const char *name)
{
  for (; options->name != NULL; options++)
    if (g_str_equal (options->name, name))
      return options;
  return NULL;
}

static gboolean
check_options (const NscReport *self, NscOptions *options, GError **error)
{
  GHashTableIter iter;
  gpointer name;
  const char *language = nsc_options_get (options, "language");

  g_hash_table_iter_init (&iter, options);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (find_option (self->options, name) == NULL && find_option (common_options, name) == NULL)
      {
        g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE, _ ("--%1$s: the report %2$s has no such option"),
                     (const char *) name, self->name);
        return FALSE;
      }
  for (const NscOptionSpec *option = self->options; option->name != NULL; option++)
    if (option->required && nsc_options_get (options, option->name) == NULL)
      {
        g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE, _ ("--%1$s is missing; the report %2$s needs it"), option->name,
                     self->name);
        return FALSE;
      }
  if (language != NULL && !nsc_words_has_language (language))
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE, _ ("--language=%s: no such language; use en or zh_CN"), language);
      return FALSE;
    }
  return TRUE;
}

static void
nsc_result_dispose (GObject *object)
{
  NscResultPrivate *priv = nsc_result_get_instance_private (NSC_RESULT (object));

  g_clear_pointer (&priv->figure, nsc_figure_unref);
  g_clear_object (&priv->sheet);

  G_OBJECT_CLASS (nsc_result_parent_class)->dispose (object);
}

static void
nsc_result_finalize (GObject *object)
{
  NscResultPrivate *priv = nsc_result_get_instance_private (NSC_RESULT (object));

  nsc_record_tally_free (priv->tally);

  G_OBJECT_CLASS (nsc_result_parent_class)->finalize (object);
}

static void
nsc_result_class_init (NscResultClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsc_result_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsc_result_finalize;
}

static void
nsc_result_init (NscResult *self)
{
  NscResultPrivate *priv = nsc_result_get_instance_private (self);

  priv->tally = nsc_record_tally_new ();
}

NscOptions *
nsc_options_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
nsc_options_set (NscOptions *self, const char *name, const char *value)
{
  if (value != NULL)
    g_hash_table_insert (self, g_strdup (name), g_strdup (value));
  else
    g_hash_table_remove (self, name);
}

const char *
nsc_options_get (NscOptions *self, const char *name)
{
  return g_hash_table_lookup (self, name);
}

gboolean
nsc_options_is_on (NscOptions *self, const char *name)
{
  return g_strcmp0 (nsc_options_get (self, name), "yes") == 0;
}

const char *
nsc_options_get_language (NscOptions *self)
{
  const char *language = nsc_options_get (self, "language");

  return language != NULL ? language : "en";
}

gboolean
nsc_options_read_as_of (NscOptions *self, NscDate *date, GError **error)
{
  const char *text = nsc_options_get (self, "as-of");
  g_autoptr (GError) date_error = NULL;

  /* An empty date is a variable that somebody forgot to set, not a wish for no date. */
  if (text != NULL && nsc_text_is_blank (text))
    {
      g_set_error_literal (error, NSC_ERROR, NSC_ERROR_USAGE, _ ("--as-of is empty; give a date or leave it out"));
      return FALSE;
    }
  if (nsc_date_parse (text != NULL ? text : "", NSC_DATE_STYLE_ISO, date, &date_error))
    return TRUE;
  g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE, "--as-of=%s: %s", text, date_error->message);
  return FALSE;
}

NscFigure *
nsc_result_get_figure (NscResult *self)
{
  NscResultPrivate *priv = nsc_result_get_instance_private (self);

  g_return_val_if_fail (NSC_IS_RESULT (self), NULL);

  if (priv->figure == NULL)
    priv->figure = NSC_RESULT_GET_CLASS (self)->make_figure (self);
  return priv->figure;
}

NscSheet *
nsc_result_get_sheet (NscResult *self)
{
  NscResultPrivate *priv = nsc_result_get_instance_private (self);

  g_return_val_if_fail (NSC_IS_RESULT (self), NULL);

  if (priv->sheet == NULL)
    priv->sheet = NSC_RESULT_GET_CLASS (self)->make_sheet (self);
  return priv->sheet;
}

gboolean
nsc_result_scan_evidence (NscResult *self,
                          NscReader *reader,
                          gint64 key,
                          NscRecordFunc func,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (NSC_IS_RESULT (self), FALSE);

  return NSC_RESULT_GET_CLASS (self)->scan_evidence (self, reader, key, func, data, cancellable, error);
}

gboolean
nsc_result_scan_context (NscResult *self,
                         NscReader *reader,
                         gint64 key,
                         NscRecordFunc func,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error)
{
  NscResultClass *klass;

  g_return_val_if_fail (NSC_IS_RESULT (self), FALSE);

  klass = NSC_RESULT_GET_CLASS (self);
  return klass->scan_context == NULL || klass->scan_context (self, reader, key, func, data, cancellable, error);
}

/* The row's numbers; what its words say, the name of the mark says already. */
static void
add_facts_of_row (NscResult *self, guint row, GPtrArray *facts)
{
  NscSheet *sheet = nsc_result_get_sheet (self);

  for (guint column = 0; column < nsc_sheet_get_n_columns (sheet); column++)
    {
      const NscSheetColumn *description = nsc_sheet_get_column (sheet, column);
      g_autofree char *value = nsc_sheet_dup_shown (sheet, row, column, "en");

      if (nsc_sheet_column_is_numeric (description) && *value != '\0')
        g_ptr_array_add (facts, nsc_fact_new (description->title, value));
    }
}

GPtrArray *
nsc_result_list_facts (NscResult *self, gint64 key)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_fact_free);
  NscSheet *sheet;

  g_return_val_if_fail (NSC_IS_RESULT (self), NULL);

  if (NSC_RESULT_GET_CLASS (self)->list_facts != NULL)
    return NSC_RESULT_GET_CLASS (self)->list_facts (self, key);
  sheet = nsc_result_get_sheet (self);
  for (guint row = 0; key != 0 && row < nsc_sheet_get_n_rows (sheet) && facts->len == 0; row++)
    if (nsc_sheet_get_key (sheet, row) == key)
      add_facts_of_row (self, row, facts);
  return g_steal_pointer (&facts);
}

NscFact *
nsc_fact_new (const char *label, const char *value)
{
  NscFact *self = g_new0 (NscFact, 1);

  self->label = g_strdup (label);
  self->value = g_strdup (value);
  return self;
}

void
nsc_fact_free (NscFact *self)
{
  g_free (self->label);
  g_free (self->value);
  g_free (self);
}

NscRecordTally *
nsc_result_get_tally (NscResult *self)
{
  NscResultPrivate *priv = nsc_result_get_instance_private (self);

  g_return_val_if_fail (NSC_IS_RESULT (self), NULL);

  return priv->tally;
}

NscDate
nsc_result_get_latest_date (NscResult *self)
{
  g_return_val_if_fail (NSC_IS_RESULT (self), NSC_DATE_UNKNOWN);

  return nsc_record_tally_get_latest (nsc_result_get_tally (self));
}

const NscReport *const *
nsc_report_list (void)
{
  return reports;
}

const NscReport *
nsc_report_find (const char *name)
{
  for (guint i = 0; reports[i] != NULL; i++)
    if (g_str_equal (reports[i]->name, name))
      return reports[i];
  return NULL;
}

const NscOptionSpec *
nsc_report_common_options (void)
{
  return common_options;
}

NscResult *
nsc_report_run (
    const NscReport *self, NscReader *reader, NscOptions *options, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL && reader != NULL && options != NULL, NULL);

  if (!check_options (self, options, error))
    return NULL;
  return self->run (reader, options, FALSE, cancellable, error);
}

NscSheet *
nsc_report_run_for_sheet (
    const NscReport *self, NscReader *reader, NscOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscResult) result = NULL;

  g_return_val_if_fail (self != NULL && reader != NULL && options != NULL, NULL);

  if (!check_options (self, options, error))
    return NULL;
  result = self->run (reader, options, TRUE, cancellable, error);
  return result != NULL ? g_object_ref (nsc_result_get_sheet (result)) : NULL;
}
