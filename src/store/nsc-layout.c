/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-layout-private.h"

#include "nsc-error.h"
#include "nsc-hash-private.h"

#include <glib/gi18n-lib.h>

static const char *const tables[] = {
  "project",   "countries", "sectors",  "actors",  "initiatives", "signatories", "totals",
  "documents", "issues",    "mentions", "stories", "story_steps", NULL,
};

static gboolean
read_names (NscConnection *connection, const char *table, GPtrArray *names, GError **error)
{
  g_autoptr (NscStatement) statement =
      nsc_statement_take (connection, "SELECT name FROM pragma_table_info (?1) ORDER BY cid", error);
  NscStatementState state;

  if (statement == NULL)
    return FALSE;
  nsc_statement_bind_text (statement, 1, table);
  while ((state = nsc_statement_step (statement, error)) == NSC_STATEMENT_ROW)
    g_ptr_array_add (names, g_strdup (nsc_statement_get_text (statement, 0)));
  return state == NSC_STATEMENT_DONE;
}

static void
make_statements (NscLayout *self)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) parameters = g_string_new (NULL);
  g_autoptr (GString) settings = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_string_append_printf (columns, "%s\"%s\"", i > 0 ? ", " : "", self->names[i]);
      g_string_append_printf (parameters, "%s?%u", i > 0 ? ", " : "", i + 1);
      if (i > 0)
        g_string_append_printf (settings, "%s\"%s\" = ?%u", i > 1 ? ", " : "", self->names[i], i + 1);
    }
  self->select = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE row = ?1", columns->str, self->table);
  self->scan =
      g_strdup_printf ("SELECT %s FROM \"%s\" WHERE row BETWEEN ?1 AND ?2 ORDER BY row", columns->str, self->table);
  self->insert = g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", self->table, columns->str, parameters->str);
  self->update = g_strdup_printf ("UPDATE \"%s\" SET %s WHERE row = ?1", self->table, settings->str);
  self->remove = g_strdup_printf ("DELETE FROM \"%s\" WHERE row = ?1", self->table);
  if (self->batch > 0)
    self->remove_batch = g_strdup_printf ("DELETE FROM \"%s\" WHERE row BETWEEN ?1 AND ?2 AND batch = ?3", self->table);
}

static NscLayout *
layout_new (const char *table, GPtrArray *names)
{
  NscLayout *self = g_new0 (NscLayout, 1);

  self->table = g_strdup (table);
  self->n_columns = names->len;
  self->names = g_new0 (char *, names->len + 1);
  self->seeds = g_new (guint64, names->len);
  for (guint i = 0; i < names->len; i++)
    {
      self->names[i] = g_strdup (g_ptr_array_index (names, i));
      self->seeds[i] = nsc_hash_bytes (NSC_HASH_START, self->names[i], strlen (self->names[i]));
      if (g_str_equal (self->names[i], "batch"))
        self->batch = i;
    }
  make_statements (self);
  return self;
}

const char *const *
nsc_layout_list_tables (void)
{
  return tables;
}

const NscLayout *
nsc_layout_get (NscConnection *connection, const char *table, GError **error)
{
  NscLayout *found = g_hash_table_lookup (connection->layouts, table);
  g_autoptr (GPtrArray) names = NULL;

  if (found != NULL)
    return found;
  names = g_ptr_array_new_with_free_func (g_free);
  if (!g_strv_contains (tables, table))
    {
      g_autofree char *file = g_filename_display_name (connection->path);

      g_set_error (error, NSC_ERROR, NSC_ERROR_DAMAGED,
                   _ ("The history of “%1$s” names a table “%2$s” that is not recorded; go back to a backup copy"),
                   file, table);
      return NULL;
    }
  if (!read_names (connection, table, names, error))
    return NULL;
  if (names->len < 2 || names->len > NSC_LAYOUT_MAX_COLUMNS)
    {
      g_autofree char *file = g_filename_display_name (connection->path);

      g_set_error (error, NSC_ERROR, NSC_ERROR_DAMAGED,
                   _ ("The table “%2$s” of “%1$s” is not as it should be; go back to a backup copy"), file, table);
      return NULL;
    }
  found = layout_new (table, names);
  g_hash_table_insert (connection->layouts, found->table, found);
  return found;
}

void
nsc_layout_free (NscLayout *self)
{
  g_free (self->table);
  g_strfreev (self->names);
  g_free (self->seeds);
  g_free (self->select);
  g_free (self->scan);
  g_free (self->insert);
  g_free (self->update);
  g_free (self->remove);
  g_free (self->remove_batch);
  g_free (self);
}
