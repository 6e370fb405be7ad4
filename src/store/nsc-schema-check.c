/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-schema-private.h"

#include "nsc-error.h"
#include "nsc-layout-private.h"

#include <glib/gi18n-lib.h>

/* All that a file's schema says, a line each, in one order, but the two tables that SQLite makes by itself. */
#define SQL                                                                                                            \
  "SELECT type, name, tbl_name, ifnull (sql, '') FROM sqlite_schema"                                                   \
  " WHERE type || ' ' || name || ' ' || ifnull (sql, '') NOT IN"                                                       \
  " ('table sqlite_stat1 CREATE TABLE sqlite_stat1(tbl,idx,stat)',"                                                    \
  " 'table sqlite_sequence CREATE TABLE sqlite_sequence(name,seq)') ORDER BY type, name"

/* The tables of a newer version are what they are, but none computes what it holds. */
#define COMPUTED_SQL                                                                                                   \
  "SELECT count (*) FROM sqlite_schema t, pragma_table_xinfo (iif (t.sql LIKE 'CREATE TABLE %', t.name, '')) c"        \
  " WHERE c.hidden > 1"

#define IS_TABLE_SQL "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1 AND sql LIKE 'CREATE TABLE %'"

typedef struct
{
  char *type;
  char *name;
  char *rest;
} Object;

static void
object_free (gpointer data)
{
  Object *self = data;

  g_free (self->type);
  g_free (self->name);
  g_free (self->rest);
  g_free (self);
}

static gboolean
object_equal (const Object *a, const Object *b)
{
  return g_str_equal (a->type, b->type) && g_str_equal (a->name, b->name) && g_str_equal (a->rest, b->rest);
}

static GPtrArray *
list_objects (NscConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (object_free);
  g_autoptr (NscStatement) rows = nsc_statement_take (connection, SQL, error);
  NscStatementState state;

  if (rows == NULL)
    return NULL;
  while ((state = nsc_statement_step (rows, error)) == NSC_STATEMENT_ROW)
    {
      Object *object = g_new (Object, 1);

      /* A person may be told of them, and what is damaged has names of any bytes. */
      object->type = g_utf8_make_valid (nsc_statement_get_text (rows, 0), -1);
      object->name = g_utf8_make_valid (nsc_statement_get_text (rows, 1), -1);
      object->rest = g_strdup_printf ("%s\n%s", nsc_statement_get_text (rows, 2), nsc_statement_get_text (rows, 3));
      g_ptr_array_add (objects, object);
    }
  return state == NSC_STATEMENT_DONE ? g_steal_pointer (&objects) : NULL;
}

static GPtrArray *
list_expected (int version, GError **error)
{
  g_autoptr (NscConnection) model = nsc_connection_open (":memory:", ":memory:", NSC_CONNECTION_CREATE, error);

  if (model == NULL || !nsc_schema_make (model, version, error))
    return NULL;
  return list_objects (model, error);
}

/* The first object of one list that the other does not have as it is; NULL where there is none. */
static const Object *
find_other (GPtrArray *objects, GPtrArray *others)
{
  for (guint i = 0; i < objects->len; i++)
    {
      const Object *object = g_ptr_array_index (objects, i);
      gboolean found = FALSE;

      for (guint j = 0; j < others->len && !found; j++)
        found = object_equal (object, g_ptr_array_index (others, j));
      if (!found)
        return object;
    }
  return NULL;
}

gboolean
nsc_schema_check (NscConnection *connection, int version, GError **error)
{
  g_autoptr (GPtrArray) objects = list_objects (connection, error);
  g_autoptr (GPtrArray) expected = objects != NULL ? list_expected (version, error) : NULL;
  g_autofree char *name = g_filename_display_name (connection->path);
  const Object *other;

  if (expected == NULL)
    return FALSE;
  other = find_other (objects, expected);
  if (other != NULL)
    {
      g_set_error (
          error, NSC_ERROR, NSC_ERROR_DAMAGED,
          _ ("“%1$s” holds “%2$s” (%3$s), which Normscape did not make like that, so it is not opened; go back to "
             "a copy from before another program changed it"),
          name, other->name, other->type);
      return FALSE;
    }
  other = find_other (expected, objects);
  if (other == NULL)
    return TRUE;
  g_set_error (
      error, NSC_ERROR, NSC_ERROR_DAMAGED,
      _ ("“%1$s” lacks “%2$s” (%3$s), so it is not opened; go back to a copy from before another program changed "
         "it"),
      name, other->name, other->type);
  return FALSE;
}

static gboolean
has_table (NscConnection *connection, const char *table, gboolean *found, GError **error)
{
  g_autoptr (NscStatement) rows = nsc_statement_take (connection, IS_TABLE_SQL, error);
  NscStatementState state;

  if (rows == NULL)
    return FALSE;
  nsc_statement_bind_text (rows, 1, table);
  state = nsc_statement_step (rows, error);
  *found = state == NSC_STATEMENT_ROW;
  return state != NSC_STATEMENT_FAILED;
}

gboolean
nsc_schema_check_newer (NscConnection *connection, GError **error)
{
  const char *const *tables = nsc_layout_list_tables ();
  g_autofree char *name = g_filename_display_name (connection->path);
  gboolean found = TRUE;
  gint64 n_computed;

  if (!nsc_connection_query_integer (connection, COMPUTED_SQL, &n_computed, error))
    return FALSE;
  for (guint i = 0; found && tables[i] != NULL; i++)
    if (!has_table (connection, tables[i], &found, error))
      return FALSE;
  if (found && n_computed == 0)
    return TRUE;
  g_set_error (error, NSC_ERROR, NSC_ERROR_NEWER,
               _ ("“%s” was made by a newer version of Normscape, which keeps its records in another way; update "
                  "Normscape to open it"),
               name);
  return FALSE;
}
