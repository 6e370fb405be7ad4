/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-holdings.h"

/* What is counted in the one pass over each table. */
typedef struct
{
  NscDistributionHoldings *holdings;
  GHashTable *initiatives; /* id to how many of its signatories are unverified, plus one */
  GHashTable *countries;   /* codes that actors name */
  const char *language;
} Pass;

static void
initiative_free (gpointer data)
{
  NscHeldInitiative *initiative = data;

  g_free (initiative->id);
  g_free (initiative->name);
  g_free (initiative);
}

static void
country_free (gpointer data)
{
  NscHeldCountry *country = data;

  g_free (country->code);
  g_free (country->name);
  g_free (country);
}

static gboolean
count_signatory (const NscRecord *record, gpointer data, GError **error)
{
  Pass *pass = data;
  const char *initiative = nsc_record_get_by_name (record, "initiative");
  gboolean unverified = g_str_equal (nsc_record_get_by_name (record, "confidence"), "unverified");
  guint seen = GPOINTER_TO_UINT (g_hash_table_lookup (pass->initiatives, initiative));

  if (seen == 0 || unverified)
    g_hash_table_insert (pass->initiatives, g_strdup (initiative),
                         GUINT_TO_POINTER ((seen == 0 ? 1 : seen) + (unverified ? 1 : 0)));
  return TRUE;
}

static gboolean
note_country_of_actor (const NscRecord *record, gpointer data, GError **error)
{
  Pass *pass = data;
  const char *country = nsc_record_get_by_name (record, "country");

  if (*country != '\0' && !g_hash_table_contains (pass->countries, country))
    g_hash_table_add (pass->countries, g_strdup (country));
  return TRUE;
}

static gboolean
add_initiative (const NscRecord *record, gpointer data, GError **error)
{
  Pass *pass = data;
  guint seen = GPOINTER_TO_UINT (g_hash_table_lookup (pass->initiatives, nsc_record_get_id (record)));
  NscHeldInitiative *initiative;

  if (seen == 0)
    return TRUE;
  initiative = g_new0 (NscHeldInitiative, 1);
  initiative->id = g_strdup (nsc_record_get_id (record));
  initiative->name = g_strdup (nsc_record_get_name (record, pass->language));
  initiative->n_unverified = seen - 1;
  g_ptr_array_add (pass->holdings->initiatives, initiative);
  return TRUE;
}

static gboolean
add_country (const NscRecord *record, gpointer data, GError **error)
{
  Pass *pass = data;
  NscHeldCountry *country;

  if (!g_hash_table_contains (pass->countries, nsc_record_get_id (record)))
    return TRUE;
  country = g_new0 (NscHeldCountry, 1);
  country->code = g_strdup (nsc_record_get_id (record));
  country->name = g_strdup (nsc_record_get_name (record, pass->language));
  g_ptr_array_add (pass->holdings->countries, country);
  return TRUE;
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(NscHeldCountry *const *) a)->name, (*(NscHeldCountry *const *) b)->name);
}

/* Whether there is nothing but the countries that a new project has. */
static gboolean
look_for_records (NscReader *reader, gboolean *empty, GError **error)
{
  *empty = TRUE;
  for (const NscTable *const *table = nsc_table_list (); *table != NULL && *empty; table++)
    {
      gint64 n = g_str_equal ((*table)->name, "countries") ? 0 : nsc_reader_count (reader, *table, error);

      if (n < 0)
        return FALSE;
      *empty = n == 0;
    }
  return TRUE;
}

NscDistributionHoldings *
nsc_distribution_holdings_collect (NscReader *reader, const char *language, GCancellable *cancellable, GError **error)
{
  static const struct
  {
    const char *table;
    NscRecordFunc func;
  } scans[] = {
    { "signatories", count_signatory },
    { "initiatives", add_initiative },
    { "actors", note_country_of_actor },
    { "countries", add_country },
  };
  g_autoptr (NscDistributionHoldings) self = g_new0 (NscDistributionHoldings, 1);
  g_autoptr (GHashTable) initiatives = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Pass pass = { self, initiatives, countries, language };

  self->initiatives = g_ptr_array_new_with_free_func (initiative_free);
  self->countries = g_ptr_array_new_with_free_func (country_free);
  for (guint i = 0; i < G_N_ELEMENTS (scans); i++)
    if (!nsc_reader_scan_records (reader, nsc_table_find (scans[i].table), scans[i].func, &pass, cancellable, error))
      return NULL;
  if (!look_for_records (reader, &self->empty, error))
    return NULL;
  g_ptr_array_sort (self->countries, by_name);
  return g_steal_pointer (&self);
}

void
nsc_distribution_holdings_free (NscDistributionHoldings *self)
{
  g_clear_pointer (&self->initiatives, g_ptr_array_unref);
  g_clear_pointer (&self->countries, g_ptr_array_unref);
  g_free (self);
}
