/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-option-words.h"

#include "nsc-distribution-report.h"
#include "nsc-publishers.h"
#include "nsc-text.h"
#include "nsc-words.h"

#include <string.h>

/* Ids are parted by commas, groups of them by semicolons. */
#define PARTINGS ",;"

typedef struct
{
  const char *option;
  const char *table; /* whose records the value names, NULL: none */
  const char *words; /* msgid with %s for the value, NULL: the value alone */
} Entry;

static const Entry entries[] = {
  { "initiative", "initiatives", NULL },
  { "by", NULL, NULL },
  { "first", "actors", NULL },
  { "second", "actors", NULL },
  { "publisher", "actors", NULL },
  { "issues", "issues", NULL },
  /* Translators: a country whose signatories are not counted. */
  { "exclude-country", "countries", N_ ("without %s") },
  { "cumulative", NULL, N_ ("cumulative") },
  { "include-unverified", NULL, N_ ("with unverified records") },
  { "as-of", NULL, N_ ("as of %s") },
  { "seed", NULL, N_ ("random orders from %s") },
  { "summary", NULL, N_ ("summary") },
};

static const Entry *
find_entry (const char *option)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (g_str_equal (entries[i].option, option))
      return &entries[i];
  return NULL;
}

static char *
dup_name (NscReader *reader, const NscTable *table, const char *id, const char *language, GError **error)
{
  g_autoptr (NscRecord) record = NULL;
  gint64 row = nsc_reader_find_id (reader, table, id, error);

  if (row < 0)
    return NULL;
  if (row == 0)
    return g_strdup (id);
  record = nsc_reader_get_record (reader, table, row, error);
  return record != NULL ? g_strdup (nsc_record_get_name (record, language)) : NULL;
}

static char *
dup_names (NscReader *reader, const NscTable *table, const char *ids, const char *language, GError **error)
{
  g_auto (GStrv) parts = g_strsplit_set (ids, PARTINGS, -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *name = dup_name (reader, table, g_strstrip (parts[i]), language, error);

      if (name == NULL)
        return NULL;
      g_ptr_array_add (names, name);
    }
  return nsc_text_join (language, (const char *const *) names->pdata);
}

/* As figures call publishers; what is no longer there by its id. */
static char *
dup_publishers (NscReader *reader, const char *option, const char *value, const char *language, GError **error)
{
  g_autoptr (NscPublishers) publishers = nsc_publishers_new (language);
  g_auto (GStrv) parts = g_strsplit (value, ";", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (!nsc_publishers_add (publishers, reader, option, parts[i], NULL))
      return dup_names (reader, nsc_table_find ("actors"), value, language, error);
  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) nsc_publishers_get_name (publishers, i));
  g_ptr_array_add (names, NULL);
  return nsc_text_join (language, (const char *const *) names->pdata);
}

static char *
dup_value (NscReader *reader, const Entry *entry, const char *value, const char *language, GError **error)
{
  if (entry != NULL && g_strcmp0 (entry->table, "actors") == 0)
    return dup_publishers (reader, entry->option, value, language, error);
  if (entry != NULL && entry->table != NULL)
    return dup_names (reader, nsc_table_find (entry->table), value, language, error);
  if (entry != NULL && g_str_equal (entry->option, "by") &&
      g_strv_contains (nsc_distribution_report_dimensions (), value))
    return g_strdup (nsc_words_get (language, nsc_distribution_report_dimension_title (value)));
  return g_strdup (value);
}

static gboolean
add (GString *text,
     NscReader *reader,
     const NscOptionSpec *specs,
     NscOptions *options,
     const char *language,
     GError **error)
{
  for (; specs->name != NULL; specs++)
    {
      const char *value = nsc_options_get (options, specs->name);
      const Entry *entry = find_entry (specs->name);
      g_autofree char *words = NULL;

      if (value == NULL || g_str_equal (specs->name, "language"))
        continue;
      words = dup_value (reader, entry, value, language, error);
      if (words == NULL)
        return FALSE;
      if (text->len > 0)
        g_string_append (text, " · ");
      if (entry != NULL && entry->words != NULL)
        g_string_append_printf (text, nsc_words_get (language, entry->words), words);
      else
        g_string_append (text, words);
    }
  return TRUE;
}

char *
nsc_option_words (NscReader *reader, const NscReport *report, NscOptions *options, const char *language, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (reader != NULL && report != NULL && options != NULL && language != NULL, NULL);

  if (!add (text, reader, report->options, options, language, error) ||
      !add (text, reader, nsc_report_common_options (), options, language, error))
    return NULL;
  return g_string_free_and_steal (g_steal_pointer (&text));
}
