/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-query-private.h"

static const char *
id_of (const char *table)
{
  return nsc_table_find (table)->columns[NSC_TABLE_ID_COLUMN].name;
}

/* SELECT row and all values; each reference joins its target under a name of its own. */
static char *
make_select (const NscTable *table, const char *rest)
{
  GString *sql = g_string_new ("SELECT t.row");
  g_autoptr (GString) joins = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const NscColumn *column = &table->columns[i];

      if (column->kind != NSC_COLUMN_REFERENCE)
        {
          g_string_append_printf (sql, ", t.\"%s\"", column->name);
          continue;
        }
      g_string_append_printf (sql, ", r%u.\"%s\"", i, id_of (column->target));
      g_string_append_printf (joins, " LEFT JOIN \"%s\" r%u ON r%u.row = t.\"%s\"", column->target, i, i, column->name);
    }
  g_string_append_printf (sql, " FROM \"%s\" t%s %s", table->name, joins->str, rest);
  return g_string_free_and_steal (sql);
}

/* A reference that may be blank is asked for as the index of the natural key holds it; SQLite then walks that index to
 * the very rows. */
static void
add_kin_term (GString *rest, const NscColumn *column, guint parameter)
{
  gboolean blank = column->kind == NSC_COLUMN_REFERENCE && (column->flags & NSC_COLUMN_REQUIRED) == 0;

  g_string_append (rest, parameter > 1 ? " AND " : "WHERE ");
  if (blank)
    g_string_append_printf (rest, "ifnull (t.\"%s\", 0) = ifnull (?%u, 0)", column->name, parameter);
  else
    g_string_append_printf (rest, "t.\"%s\" IS ?%u", column->name, parameter);
}

static char *
make_kin (const NscTable *table)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  guint parameter = 1;

  if (!table->natural_key)
    return NULL;
  for (guint i = 0; i < table->n_columns; i++)
    if (nsc_query_tells_kin (&table->columns[i]))
      add_kin_term (rest, &table->columns[i], parameter++);
  /* The plus keeps SQLite from walking a longer index for the sake of the order of a few rows. */
  g_string_append (rest, " ORDER BY +t.row");
  return make_select (table, rest->str);
}

static char *
make_references (const NscTable *table)
{
  const NscTable *const *tables = nsc_table_list ();
  GString *sql = g_string_new ("SELECT ");
  guint n = 0;

  for (guint t = 0; tables[t] != NULL; t++)
    for (guint i = 0; i < tables[t]->n_columns; i++)
      if (g_strcmp0 (tables[t]->columns[i].target, table->name) == 0)
        g_string_append_printf (sql, "%s(SELECT count(*) FROM \"%s\" WHERE \"%s\" = ?1)", n++ > 0 ? " + " : "",
                                tables[t]->name, tables[t]->columns[i].name);
  if (n > 0)
    return g_string_free_and_steal (sql);
  g_string_free (sql, TRUE);
  return NULL;
}

/* The rows of OTHER that name a row of TABLE in any column, "" where none can. */
static char *
make_referrers (const NscTable *table, const NscTable *other)
{
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; i < other->n_columns; i++)
    if (g_strcmp0 (other->columns[i].target, table->name) == 0)
      g_string_append_printf (rest, "%s t.\"%s\" = ?1", rest->len > 0 ? " OR" : "WHERE", other->columns[i].name);
  if (rest->len == 0)
    return g_strdup ("");
  g_string_append (rest, " ORDER BY t.row LIMIT ?2");
  return make_select (other, rest->str);
}

static char **
make_all_referrers (const NscTable *table)
{
  const NscTable *const *tables = nsc_table_list ();
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

  for (guint i = 0; tables[i] != NULL; i++)
    g_strv_builder_take (all, make_referrers (table, tables[i]));
  return g_strv_builder_end (all);
}

static void
make_writes (NscQuery *self, const NscTable *table)
{
  g_autoptr (GString) columns = g_string_new ("row");
  g_autoptr (GString) parameters = g_string_new ("?1");
  g_autoptr (GString) settings = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_string_append_printf (columns, ", \"%s\"", table->columns[i].name);
      g_string_append_printf (parameters, ", ?%u", i + 2);
      g_string_append_printf (settings, "%s\"%s\" = ?%u", i > 0 ? ", " : "", table->columns[i].name, i + 2);
    }
  self->insert = g_strdup_printf ("INSERT INTO \"%s\" (%s, batch) VALUES (%s, ?%u)", table->name, columns->str,
                                  parameters->str, table->n_columns + 2);
  self->update = g_strdup_printf ("UPDATE \"%s\" SET %s WHERE row = ?1", table->name, settings->str);
  self->remove = g_strdup_printf ("DELETE FROM \"%s\" WHERE row = ?1", table->name);
}

static NscQuery *
query_new (const NscTable *table)
{
  NscQuery *self = g_new0 (NscQuery, 1);
  const char *id = id_of (table->name);

  self->records = make_select (table, "ORDER BY t.row");
  self->record = make_select (table, "WHERE t.row = ?1");
  self->kin = make_kin (table);
  self->of_source =
      make_select (table, "WHERE ifnull (t.source, '') = ?1 AND ifnull (t.confidence, '') = ?2 ORDER BY t.row");
  self->sources = g_strdup_printf ("SELECT source, confidence FROM \"%s\" NOT INDEXED ORDER BY row", table->name);
  self->find_id = g_strdup_printf ("SELECT row FROM \"%s\" WHERE \"%s\" = ?1", table->name, id);
  self->get_id = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE row = ?1", id, table->name);
  self->count = g_strdup_printf ("SELECT count(*) FROM \"%s\"", table->name);
  self->last = g_strdup_printf ("SELECT max(row) FROM \"%s\"", table->name);
  self->references = make_references (table);
  self->referrers = make_all_referrers (table);
  make_writes (self, table);
  return self;
}

gboolean
nsc_query_tells_kin (const NscColumn *column)
{
  return (column->flags & NSC_COLUMN_KEY) != 0 && (column->flags & NSC_COLUMN_BEGINS) == 0;
}

const NscQuery *
nsc_query_get (const NscTable *table)
{
  static GHashTable *queries;

  if (g_once_init_enter_pointer (&queries))
    {
      GHashTable *made = g_hash_table_new (NULL, NULL);
      const NscTable *const *tables = nsc_table_list ();

      for (guint i = 0; tables[i] != NULL; i++)
        g_hash_table_insert (made, (gpointer) tables[i], query_new (tables[i]));
      g_once_init_leave_pointer (&queries, made);
    }
  return g_hash_table_lookup (queries, table);
}
