/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-grouping.h"

#include "nsc-code-words.h"
#include "nsc-error.h"

#include <glib/gi18n-lib.h>

struct _NscGrouping
{
  NscDimension by;
  gboolean include_unverified;
  char *language;
  GHashTable *countries; /* row -> NscRecord */
  GHashTable *sectors;   /* row -> NscRecord */
  gint64 excluded;       /* row of countries, 0: none */
  GHashTable *numbers;   /* code -> number of the group, plus 1 */
  GPtrArray *codes;
  GPtrArray *labels;
};

static gboolean
keep_record (const NscRecord *record, gpointer data, GError **error)
{
  gint64 *row = g_new (gint64, 1);

  *row = nsc_record_get_row (record);
  g_hash_table_insert (data, row, nsc_record_copy (record));
  return TRUE;
}

static GHashTable *
read_table (NscReader *reader, const char *table, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) records =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) nsc_record_free);

  if (!nsc_reader_scan_records (reader, nsc_table_find (table), keep_record, records, cancellable, error))
    return NULL;
  return g_steal_pointer (&records);
}

static gint32
number_of (NscGrouping *self, const char *code, const NscRecord *named)
{
  gpointer found;

  if (*code == '\0')
    return NSC_GROUP_UNKNOWN;
  found = g_hash_table_lookup (self->numbers, code);
  if (found != NULL)
    return GPOINTER_TO_INT (found) - 1;
  g_ptr_array_add (self->codes, g_strdup (code));
  g_ptr_array_add (self->labels, named != NULL ? g_strdup (nsc_record_get_name (named, self->language))
                                               : nsc_code_words (self->language, code));
  g_hash_table_insert (self->numbers, g_ptr_array_index (self->codes, self->codes->len - 1),
                       GUINT_TO_POINTER (self->codes->len));
  return (gint32) self->codes->len - 1;
}

static gint32
group_by_country (NscGrouping *self, const NscMembership *membership)
{
  const NscRecord *country = g_hash_table_lookup (self->countries, &membership->country);

  if (membership->country == 0 && g_strcmp0 (membership->actor_kind, "igo") == 0)
    return number_of (self, "international", NULL);
  if (country == NULL || (membership->actor_unverified && !self->include_unverified))
    return NSC_GROUP_UNKNOWN;
  switch (self->by)
    {
    case NSC_DIMENSION_REGION:
      return number_of (self, nsc_record_get_by_name (country, "region"), NULL);
    case NSC_DIMENSION_SUBREGION:
      return number_of (self, nsc_record_get_by_name (country, "subregion"), NULL);
    case NSC_DIMENSION_UN_GROUP:
      return number_of (self, nsc_record_get_by_name (country, "un_group"), NULL);
    case NSC_DIMENSION_COUNTRY:
    case NSC_DIMENSION_SECTOR:
    case NSC_DIMENSION_KIND:
    case NSC_DIMENSION_ROLE:
    case NSC_DIMENSION_YEAR:
    default:
      return number_of (self, nsc_record_get_id (country), country);
    }
}

static gint32
group_by_sector (NscGrouping *self, const NscMembership *membership)
{
  const NscRecord *sector = g_hash_table_lookup (self->sectors, &membership->sector);

  if (sector == NULL || (membership->actor_unverified && !self->include_unverified))
    return NSC_GROUP_UNKNOWN;
  return number_of (self, nsc_record_get_id (sector), sector);
}

static gint32
group_by_year (NscGrouping *self, const NscMembership *membership)
{
  char year[8];

  if (!nsc_date_is_known (membership->joined) || nsc_date_is_open (membership->joined))
    return NSC_GROUP_UNKNOWN;
  g_snprintf (year, sizeof year, "%u", membership->joined.year);
  return number_of (self, year, NULL);
}

static gint32
group_of (NscGrouping *self, const NscMembership *membership)
{
  switch (self->by)
    {
    case NSC_DIMENSION_SECTOR:
      return group_by_sector (self, membership);
    case NSC_DIMENSION_KIND:
      return number_of (self, membership->actor_kind, NULL);
    case NSC_DIMENSION_ROLE:
      return number_of (self, membership->role, NULL);
    case NSC_DIMENSION_YEAR:
      return group_by_year (self, membership);
    case NSC_DIMENSION_COUNTRY:
    case NSC_DIMENSION_REGION:
    case NSC_DIMENSION_SUBREGION:
    case NSC_DIMENSION_UN_GROUP:
    default:
      return group_by_country (self, membership);
    }
}

NscGrouping *
nsc_grouping_new (NscReader *reader,
                  NscDimension by,
                  const char *exclude_country,
                  gboolean include_unverified,
                  const char *language,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (NscGrouping) self = g_new0 (NscGrouping, 1);

  self->by = by;
  self->include_unverified = include_unverified;
  self->language = g_strdup (language);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->countries = read_table (reader, "countries", cancellable, error);
  if (self->countries == NULL)
    return NULL;
  self->sectors = read_table (reader, "sectors", cancellable, error);
  if (self->sectors == NULL)
    return NULL;
  if (exclude_country != NULL)
    {
      self->excluded = nsc_reader_find_id (reader, nsc_table_find ("countries"), exclude_country, error);
      if (self->excluded == 0)
        g_set_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND,
                     _ ("--exclude-country=%s: the project has no country with this code; codes are those of ISO "
                        "3166-1, such as US"),
                     exclude_country);
      if (self->excluded <= 0)
        return NULL;
    }
  return g_steal_pointer (&self);
}

void
nsc_grouping_free (NscGrouping *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->countries, g_hash_table_unref);
  g_clear_pointer (&self->sectors, g_hash_table_unref);
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->labels);
  g_free (self->language);
  g_free (self);
}

NscDistributionRow
nsc_grouping_row (NscGrouping *self, const NscMembership *membership)
{
  NscDistributionRow row = {
    .actor = membership->actor,
    .joined = nsc_date_first_day (membership->joined),
    .left = nsc_date_last_day (membership->left),
    .unverified = membership->unverified,
    .excluded = self->excluded != 0 && membership->country == self->excluded &&
                (self->include_unverified || !membership->actor_unverified),
  };

  row.group = group_of (self, membership);
  return row;
}

guint
nsc_grouping_get_n_groups (const NscGrouping *self)
{
  return self->codes->len;
}

const char *
nsc_grouping_get_code (const NscGrouping *self, guint group)
{
  return g_ptr_array_index (self->codes, group);
}

const char *
nsc_grouping_get_label (const NscGrouping *self, guint group)
{
  return g_ptr_array_index (self->labels, group);
}

const char *
nsc_grouping_get_excluded_name (const NscGrouping *self)
{
  const NscRecord *country = g_hash_table_lookup (self->countries, &self->excluded);

  return country != NULL ? nsc_record_get_name (country, self->language) : NULL;
}
