/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-holdings.h"

/* Among more publishers than these, the pair with most issues in common is looked for among those with most issues. */
#define MOST_COMPARED 40

typedef struct
{
  NscHoldings *holdings;
  NscReader *reader;
  const char *language;
  NscHeldInitiative *initiative; /* whose members are being counted */
  GHashTable *countries;         /* rows of countries that somebody is from */
  GHashTable *publishers;        /* row of actors to NscHeldPublisher */
  GHashTable *parents;           /* ids of issues that others are below */
  GCancellable *cancellable;
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

static void
publisher_free (gpointer data)
{
  NscHeldPublisher *publisher = data;

  g_free (publisher->id);
  g_free (publisher->name);
  g_hash_table_unref (publisher->issues);
  g_free (publisher);
}

static void
issue_free (gpointer data)
{
  NscHeldIssue *issue = data;

  g_free (issue->id);
  g_free (issue->label);
  g_free (issue);
}

/* A set of rows. */
static GHashTable *
new_rows (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
add_row (GHashTable *rows, gint64 row)
{
  if (row != 0 && !g_hash_table_contains (rows, &row))
    g_hash_table_add (rows, g_memdup2 (&row, sizeof row));
}

/* ---- members ---- */

static gboolean
count_members (const NscMembership *batch, guint n, gpointer data, GError **error)
{
  Pass *pass = data;

  for (guint i = 0; i < n; i++)
    {
      pass->initiative->n_members++;
      if (batch[i].unverified)
        pass->initiative->n_unverified++;
      add_row (pass->initiative->countries, batch[i].country);
      add_row (pass->countries, batch[i].country);
    }
  return TRUE;
}

static gboolean
note_initiative (const NscRecord *record, gpointer data, GError **error)
{
  Pass *pass = data;
  NscHeldInitiative *initiative = g_new0 (NscHeldInitiative, 1);

  initiative->row = nsc_record_get_row (record);
  initiative->id = g_strdup (nsc_record_get_id (record));
  initiative->name = g_strdup (nsc_record_get_name (record, pass->language));
  initiative->countries = new_rows ();
  g_ptr_array_add (pass->holdings->initiatives, initiative);
  return TRUE;
}

static gboolean
count_total (const NscRecord *record, gpointer data, GError **error)
{
  Pass *pass = data;
  const NscHeldInitiative *found =
      nsc_holdings_find_initiative (pass->holdings, nsc_record_get_by_name (record, "initiative"));

  if (found != NULL)
    ((NscHeldInitiative *) found)->n_totals++;
  return TRUE;
}

static gboolean
note_country (const NscRecord *record, gpointer data, GError **error)
{
  Pass *pass = data;
  gint64 row = nsc_record_get_row (record);
  NscHeldCountry *country;

  if (!g_hash_table_contains (pass->countries, &row))
    return TRUE;
  country = g_new0 (NscHeldCountry, 1);
  country->row = row;
  country->code = g_strdup (nsc_record_get_id (record));
  country->name = g_strdup (nsc_record_get_name (record, pass->language));
  g_ptr_array_add (pass->holdings->countries, country);
  return TRUE;
}

static int
compare_countries (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(NscHeldCountry *const *) a)->name, (*(NscHeldCountry *const *) b)->name);
}

static gboolean
collect_members (Pass *pass, GError **error)
{
  GPtrArray *initiatives = pass->holdings->initiatives;

  if (!nsc_reader_scan_records (pass->reader, nsc_table_find ("initiatives"), note_initiative, pass, pass->cancellable,
                                error) ||
      !nsc_reader_scan_records (pass->reader, nsc_table_find ("totals"), count_total, pass, pass->cancellable, error))
    return FALSE;
  for (guint i = 0; i < initiatives->len; i++)
    {
      pass->initiative = g_ptr_array_index (initiatives, i);
      if (!nsc_reader_scan_memberships (pass->reader, pass->initiative->row, count_members, pass, pass->cancellable,
                                        error))
        return FALSE;
    }
  for (guint i = initiatives->len; i > 0; i--)
    {
      const NscHeldInitiative *initiative = g_ptr_array_index (initiatives, i - 1);

      if (initiative->n_members == 0 && initiative->n_totals == 0)
        g_ptr_array_remove_index (initiatives, i - 1);
    }
  if (!nsc_reader_scan_records (pass->reader, nsc_table_find ("countries"), note_country, pass, pass->cancellable,
                                error))
    return FALSE;
  g_ptr_array_sort (pass->holdings->countries, compare_countries);
  return TRUE;
}

/* ---- publishers ---- */

static NscHeldPublisher *
hold_publisher (Pass *pass, gint64 row)
{
  NscHeldPublisher *publisher = g_hash_table_lookup (pass->publishers, &row);

  if (publisher != NULL)
    return publisher;
  publisher = g_new0 (NscHeldPublisher, 1);
  publisher->row = row;
  publisher->issues = new_rows ();
  g_hash_table_insert (pass->publishers, &publisher->row, publisher);
  g_ptr_array_add (pass->holdings->publishers, publisher);
  return publisher;
}

static gboolean
count_mentions (const NscMention *batch, guint n, gpointer data, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      NscHeldPublisher *publisher = hold_publisher (data, batch[i].publisher);

      publisher->n_mentions++;
      if (batch[i].unverified)
        publisher->n_unverified++;
      add_row (publisher->issues, batch[i].issue);
    }
  return TRUE;
}

static gboolean
count_documents (const NscDocument *batch, guint n, gpointer data, GError **error)
{
  for (guint i = 0; i < n; i++)
    if (batch[i].publisher != 0)
      {
        NscHeldPublisher *publisher = hold_publisher (data, batch[i].publisher);

        publisher->n_documents++;
        if (batch[i].unverified)
          publisher->n_unverified++;
      }
  return TRUE;
}

static gboolean
note_parent (const NscRecord *record, gpointer data, GError **error)
{
  const char *parent = nsc_record_get_by_name (record, "parent");

  if (*parent != '\0')
    g_hash_table_add (((Pass *) data)->parents, g_strdup (parent));
  return TRUE;
}

static gboolean
hold_parent (const NscRecord *record, gpointer data, GError **error)
{
  Pass *pass = data;
  NscHeldIssue *issue;

  if (!g_hash_table_contains (pass->parents, nsc_record_get_id (record)))
    return TRUE;
  issue = g_new0 (NscHeldIssue, 1);
  issue->id = g_strdup (nsc_record_get_id (record));
  issue->label = g_strdup (nsc_record_get_name (record, pass->language));
  g_ptr_array_add (pass->holdings->parents, issue);
  return TRUE;
}

static gboolean
name_publishers (Pass *pass, GError **error)
{
  for (guint i = 0; i < pass->holdings->publishers->len; i++)
    {
      NscHeldPublisher *publisher = g_ptr_array_index (pass->holdings->publishers, i);
      g_autoptr (NscRecord) record =
          nsc_reader_get_record (pass->reader, nsc_table_find ("actors"), publisher->row, error);

      if (record == NULL || g_cancellable_set_error_if_cancelled (pass->cancellable, error))
        return FALSE;
      publisher->id = g_strdup (nsc_record_get_id (record));
      publisher->name = g_strdup (nsc_record_get_name (record, pass->language));
    }
  return TRUE;
}

static int
compare_publishers (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(NscHeldPublisher *const *) a)->name, (*(NscHeldPublisher *const *) b)->name);
}

static int
compare_issue_counts (gconstpointer a, gconstpointer b)
{
  const NscHeldPublisher *left = *(NscHeldPublisher *const *) a, *right = *(NscHeldPublisher *const *) b;
  guint n_left = g_hash_table_size (left->issues), n_right = g_hash_table_size (right->issues);

  if (n_left != n_right)
    return n_left > n_right ? -1 : 1;
  if (left->n_mentions != right->n_mentions)
    return left->n_mentions > right->n_mentions ? -1 : 1;
  return left->row < right->row ? -1 : left->row > right->row;
}

static guint
count_shared (const NscHeldPublisher *first, const NscHeldPublisher *second)
{
  GHashTableIter iter;
  gpointer row;
  guint n = 0;

  g_hash_table_iter_init (&iter, second->issues);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    n += g_hash_table_contains (first->issues, row);
  return n;
}

static void
find_pair (NscHoldings *holdings)
{
  g_autoptr (GPtrArray) ordered = g_ptr_array_copy (holdings->publishers, NULL, NULL);
  guint most = 0;

  g_ptr_array_set_free_func (ordered, NULL);
  g_ptr_array_sort (ordered, compare_issue_counts);
  for (guint i = 0; i < MIN (ordered->len, MOST_COMPARED); i++)
    for (guint k = i + 1; k < MIN (ordered->len, MOST_COMPARED); k++)
      {
        guint n = count_shared (g_ptr_array_index (ordered, i), g_ptr_array_index (ordered, k));

        if (n <= most)
          continue;
        most = n;
        holdings->first = g_ptr_array_index (ordered, i);
        holdings->second = g_ptr_array_index (ordered, k);
      }
}

static gboolean
collect_mentions (Pass *pass, GError **error)
{
  const NscTable *issues = nsc_table_find ("issues");

  if (!nsc_reader_scan_mentions (pass->reader, FALSE, count_mentions, pass, pass->cancellable, error) ||
      !nsc_reader_scan_documents (pass->reader, FALSE, count_documents, pass, pass->cancellable, error) ||
      !name_publishers (pass, error) ||
      !nsc_reader_scan_records (pass->reader, issues, note_parent, pass, pass->cancellable, error) ||
      !nsc_reader_scan_records (pass->reader, issues, hold_parent, pass, pass->cancellable, error))
    return FALSE;
  g_ptr_array_sort (pass->holdings->publishers, compare_publishers);
  find_pair (pass->holdings);
  return TRUE;
}

/* ---- both ---- */

/* Whether there is nothing but the countries that a new project has. */
static gboolean
look_for_records (Pass *pass, GError **error)
{
  gboolean *empty = &pass->holdings->empty;

  *empty = TRUE;
  for (const NscTable *const *table = nsc_table_list (); *table != NULL && *empty; table++)
    {
      gint64 n = g_str_equal ((*table)->name, "countries") ? 0 : nsc_reader_count (pass->reader, *table, error);

      if (n < 0)
        return FALSE;
      *empty = n == 0;
    }
  return TRUE;
}

NscHoldings *
nsc_holdings_collect (
    NscReader *reader, NscHoldingsParts parts, const char *language, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscHoldings) self = g_new0 (NscHoldings, 1);
  g_autoptr (GHashTable) countries = new_rows ();
  g_autoptr (GHashTable) publishers = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Pass pass = {
    .holdings = self,
    .reader = reader,
    .language = language,
    .countries = countries,
    .publishers = publishers,
    .parents = parents,
    .cancellable = cancellable,
  };

  self->initiatives = g_ptr_array_new_with_free_func (initiative_free);
  self->countries = g_ptr_array_new_with_free_func (country_free);
  self->publishers = g_ptr_array_new_with_free_func (publisher_free);
  self->parents = g_ptr_array_new_with_free_func (issue_free);
  if (((parts & NSC_HOLDINGS_MEMBERS) != 0 && !collect_members (&pass, error)) ||
      ((parts & NSC_HOLDINGS_MENTIONS) != 0 && !collect_mentions (&pass, error)) || !look_for_records (&pass, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
nsc_holdings_free (NscHoldings *self)
{
  g_clear_pointer (&self->initiatives, g_ptr_array_unref);
  g_clear_pointer (&self->countries, g_ptr_array_unref);
  g_clear_pointer (&self->publishers, g_ptr_array_unref);
  g_clear_pointer (&self->parents, g_ptr_array_unref);
  g_free (self);
}

const NscHeldInitiative *
nsc_holdings_find_initiative (const NscHoldings *self, const char *id)
{
  for (guint i = 0; i < self->initiatives->len; i++)
    {
      const NscHeldInitiative *initiative = g_ptr_array_index (self->initiatives, i);

      if (g_str_equal (initiative->id, id))
        return initiative;
    }
  return NULL;
}

const NscHeldPublisher *
nsc_holdings_find_publisher (const NscHoldings *self, const char *id)
{
  for (guint i = 0; i < self->publishers->len; i++)
    {
      const NscHeldPublisher *publisher = g_ptr_array_index (self->publishers, i);

      if (g_str_equal (publisher->id, id))
        return publisher;
    }
  return NULL;
}
