/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-holdings.h"

/* What is counted in the one pass over each table. */
typedef struct
{
  NscDistributionHoldings *holdings;
  GHashTable *initiatives; /* id to NscHeldInitiative, without its name */
  GHashTable *homes;       /* of actors: id to the code of the country, once per country in memory */
  GHashTable *countries;   /* those codes */
  const char *language;
} Pass;

static void
initiative_free (gpointer data)
{
  NscHeldInitiative *initiative = data;

  g_free (initiative->id);
  g_free (initiative->name);
  g_hash_table_unref (initiative->countries);
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
note_home_of_actor (const NscRecord *record, gpointer data, GError **error)
{
  Pass *pass = data;
  const char *country = nsc_record_get_by_name (record, "country");
  gpointer code = NULL;

  if (*country == '\0')
    return TRUE;
  if (!g_hash_table_lookup_extended (pass->countries, country, &code, NULL))
    {
      code = g_strdup (country);
      g_hash_table_add (pass->countries, code);
    }
  g_hash_table_insert (pass->homes, g_strdup (nsc_record_get_id (record)), code);
  return TRUE;
}

static NscHeldInitiative *
hold_initiative (Pass *pass, const char *id)
{
  NscHeldInitiative *initiative = g_hash_table_lookup (pass->initiatives, id);

  if (initiative != NULL)
    return initiative;
  initiative = g_new0 (NscHeldInitiative, 1);
  initiative->id = g_strdup (id);
  initiative->countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_insert (pass->initiatives, initiative->id, initiative);
  return initiative;
}

static gboolean
count_signatory (const NscRecord *record, gpointer data, GError **error)
{
  Pass *pass = data;
  NscHeldInitiative *initiative = hold_initiative (pass, nsc_record_get_by_name (record, "initiative"));
  const char *home = g_hash_table_lookup (pass->homes, nsc_record_get_by_name (record, "actor"));

  if (g_str_equal (nsc_record_get_by_name (record, "confidence"), "unverified"))
    initiative->n_unverified++;
  if (home != NULL && !g_hash_table_contains (initiative->countries, home))
    g_hash_table_add (initiative->countries, g_strdup (home));
  return TRUE;
}

static gboolean
add_initiative (const NscRecord *record, gpointer data, GError **error)
{
  Pass *pass = data;
  NscHeldInitiative *initiative = g_hash_table_lookup (pass->initiatives, nsc_record_get_id (record));

  if (initiative == NULL)
    return TRUE;
  g_hash_table_steal (pass->initiatives, initiative->id);
  initiative->name = g_strdup (nsc_record_get_name (record, pass->language));
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
    { "actors", note_home_of_actor },
    { "signatories", count_signatory },
    { "initiatives", add_initiative },
    { "countries", add_country },
  };
  g_autoptr (NscDistributionHoldings) self = g_new0 (NscDistributionHoldings, 1);
  g_autoptr (GHashTable) initiatives = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, initiative_free);
  g_autoptr (GHashTable) homes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Pass pass = { self, initiatives, homes, countries, language };

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
