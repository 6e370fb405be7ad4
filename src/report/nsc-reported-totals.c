/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-reported-totals.h"

typedef struct
{
  const char *initiative;
  gint32 as_of;
  gboolean include_unverified;
  GPtrArray *totals;
} Search;

static void
total_free (NscReportedTotal *total)
{
  g_free (total->category);
  g_free (total->source);
  g_free (total);
}

/* Which total was reported later cannot be told of 2022 and 2022-11; the more precise one is taken for the newer. */
static gboolean
is_newer (NscDate a, NscDate b)
{
  gint32 first_a = nsc_date_first_day (a), first_b = nsc_date_first_day (b);

  return first_a != first_b ? first_a > first_b : nsc_date_refines (a, b);
}

static gboolean
look_at (const NscRecord *record, gpointer data, GError **error)
{
  Search *search = data;
  NscReportedTotal *total;
  NscDate as_of;

  if (!g_str_equal (nsc_record_get_by_name (record, "initiative"), search->initiative))
    return TRUE;
  if (g_str_equal (nsc_record_get_by_name (record, "confidence"), "unverified") && !search->include_unverified)
    return TRUE;
  if (!nsc_date_parse (nsc_record_get_by_name (record, "as_of"), NSC_DATE_STYLE_ISO, &as_of, error))
    return FALSE;
  /* A total of 2022 is surely not later than a day only when that year was over. */
  if (search->as_of != 0 && nsc_date_last_day (as_of) > search->as_of)
    return TRUE;

  total = g_new0 (NscReportedTotal, 1);
  total->row = nsc_record_get_row (record);
  total->category = g_strdup (nsc_record_get_by_name (record, "category"));
  total->count = g_ascii_strtoll (nsc_record_get_by_name (record, "count"), NULL, 10);
  total->as_of = as_of;
  total->source = g_strdup (nsc_record_get_by_name (record, "source"));
  g_ptr_array_add (search->totals, total);
  return TRUE;
}

GPtrArray *
nsc_reported_totals_list (NscReader *reader,
                          const char *initiative,
                          gint32 as_of,
                          gboolean include_unverified,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GPtrArray) totals = g_ptr_array_new_with_free_func ((GDestroyNotify) total_free);
  Search search = { initiative, as_of, include_unverified, totals };

  if (!nsc_reader_scan_records (reader, nsc_table_find ("totals"), look_at, &search, cancellable, error))
    return NULL;
  return g_steal_pointer (&totals);
}

const NscReportedTotal *
nsc_reported_totals_find_newest (const GPtrArray *totals, const char *category)
{
  const NscReportedTotal *newest = NULL;

  for (guint i = 0; i < totals->len; i++)
    {
      const NscReportedTotal *total = g_ptr_array_index (totals, i);

      if (g_str_equal (total->category, category) && (newest == NULL || is_newer (total->as_of, newest->as_of)))
        newest = total;
    }
  return newest;
}

GHashTable *
nsc_reported_totals_read (NscReader *reader,
                          const char *initiative,
                          gint32 as_of,
                          gboolean include_unverified,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GHashTable) newest = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) total_free);
  g_autoptr (GPtrArray) totals =
      nsc_reported_totals_list (reader, initiative, as_of, include_unverified, cancellable, error);

  if (totals == NULL)
    return NULL;
  while (totals->len > 0)
    {
      NscReportedTotal *total = g_ptr_array_steal_index (totals, 0);
      const NscReportedTotal *known = g_hash_table_lookup (newest, total->category);

      if (known == NULL || is_newer (total->as_of, known->as_of))
        g_hash_table_replace (newest, total->category, total);
      else
        total_free (total);
    }
  return g_steal_pointer (&newest);
}
