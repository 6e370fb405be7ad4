/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-recovery.h"

#include "nsc-creation-private.h"
#include "nsc-digest-private.h"
#include "nsc-error.h"
#include "nsc-fault-private.h"
#include "nsc-recovery-files-private.h"
#include "nsc-salvage-private.h"
#include "nsc-schema-private.h"

#include <glib/gi18n-lib.h>

/* Where nothing tells how many rows there were, no row is taken to be shorter than this. */
#define MIN_ROW_BYTES 16

typedef struct
{
  NscConnection *source;
  NscConnection *target;
  NscDigest *written; /* what the new project holds */
  NscRecovery *answer;

  /* Of the table under way. */
  NscRecoveredTable *table;
  NscStatement *insert;
  NscDigest *read;
  GPtrArray
      *waiting; /* of GArray of NscCell: rows that name one of their own table that may come later, NULL: none do */
} Recovery;

static void
table_free (gpointer data)
{
  NscRecoveredTable *table = data;

  g_array_unref (table->unreadable);
  g_array_unref (table->altered);
  g_free (table);
}

void
nsc_recovery_free (NscRecovery *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

/* ---- rows that wait for others ---- */

static void
waiting_free (gpointer data)
{
  GArray *cells = data;

  for (guint i = 0; i < cells->len; i++)
    g_free ((gpointer) g_array_index (cells, NscCell, i).bytes);
  g_array_unref (cells);
}

static void
let_wait (Recovery *self, const NscCell *cells, guint n)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (NscCell), n);

  for (guint i = 0; i < n; i++)
    {
      NscCell cell = cells[i];

      cell.bytes = cell.bytes != NULL ? g_memdup2 (cell.bytes, cell.length) : NULL;
      /* An empty text is not NULL. */
      if (cell.bytes == NULL && (cell.type == SQLITE_TEXT || cell.type == SQLITE_BLOB))
        cell.bytes = g_strdup ("");
      g_array_append_val (copy, cell);
    }
  g_ptr_array_add (self->waiting, copy);
}

static gboolean
refers_to_itself (const NscTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (g_strcmp0 (table->columns[i].target, table->name) == 0)
      return TRUE;
  return FALSE;
}

/* ---- rows ---- */

static gboolean
is_sane (const NscCell *cells, guint n)
{
  for (guint i = 0; i < n; i++)
    if (cells[i].type == SQLITE_TEXT && !g_utf8_validate_len (cells[i].bytes, cells[i].length, NULL))
      return FALSE;
  return TRUE;
}

/* SQLite's code. */
static int
try_insert (Recovery *self, const NscLayout *layout, const NscCell *cells)
{
  for (guint i = 0; i < layout->n_columns; i++)
    nsc_statement_bind_cell (self->insert, (int) i + 1, &cells[i]);
  return nsc_statement_try (self->insert);
}

static void
count_kept (Recovery *self, const NscLayout *layout, const NscCell *cells)
{
  self->table->n_kept++;
  nsc_digest_add_row (self->written, layout, cells);
}

static gboolean
row_cb (const NscLayout *layout, const NscCell *read, gpointer data, GError **error)
{
  Recovery *self = data;
  NscCell cells[NSC_LAYOUT_MAX_COLUMNS];
  int code;

  nsc_digest_add_row (self->read, layout, read);
  memcpy (cells, read, layout->n_columns * sizeof *cells);
  /* The steps that brought them are not taken along. */
  if (layout->batch > 0)
    cells[layout->batch] = NSC_CELL_NULL;
  code = is_sane (cells, layout->n_columns) ? try_insert (self, layout, cells) : SQLITE_CONSTRAINT;
  if (code == SQLITE_DONE || code == SQLITE_OK)
    count_kept (self, layout, cells);
  else if (code == SQLITE_CONSTRAINT_FOREIGNKEY && self->waiting != NULL)
    let_wait (self, cells, layout->n_columns);
  else if ((code & 0xff) == SQLITE_CONSTRAINT || (code & 0xff) == SQLITE_MISMATCH || (code & 0xff) == SQLITE_TOOBIG)
    self->table->n_left_out++;
  else
    return nsc_fault_set (error, self->target->db, code, self->target->path);
  return TRUE;
}

static gboolean
insert_waiting (Recovery *self, const NscLayout *layout, GError **error)
{
  for (gboolean goes_on = TRUE; goes_on;)
    {
      goes_on = FALSE;
      for (guint i = self->waiting->len; i > 0; i--)
        {
          const GArray *row = g_ptr_array_index (self->waiting, i - 1);
          const NscCell *cells = (const NscCell *) (void *) row->data;
          int code = try_insert (self, layout, cells);

          if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
            continue;
          if (code == SQLITE_DONE || code == SQLITE_OK)
            count_kept (self, layout, cells);
          else if ((code & 0xff) == SQLITE_CONSTRAINT)
            self->table->n_left_out++;
          else
            return nsc_fault_set (error, self->target->db, code, self->target->path);
          g_ptr_array_remove_index (self->waiting, i - 1);
          goes_on = TRUE;
        }
    }
  self->table->n_left_out += self->waiting->len;
  return TRUE;
}

/* ---- tables ---- */

static void
add_range (GArray *ranges, gint64 first, gint64 last)
{
  NscRowRange range = { first, last };

  g_array_append_val (ranges, range);
}

static void
gap_cb (gint64 first, gint64 last, gpointer data)
{
  Recovery *self = data;

  add_range (self->table->unreadable, first, last);
}

static void
altered_cb (const char *table, gint64 first, gint64 last, gpointer data)
{
  Recovery *self = data;
  GArray *altered = self->table->altered;
  NscRowRange *before = altered->len > 0 ? &g_array_index (altered, NscRowRange, altered->len - 1) : NULL;

  if (before != NULL && before->last + 1 == first)
    before->last = last;
  else
    add_range (altered, first, last);
}

/* The last row that there may have been. */
static gint64
find_last (Recovery *self, const NscTable *table)
{
  g_autoptr (NscStatement) select =
      nsc_statement_take (self->source, "SELECT max (chunk), count (*) FROM digest WHERE subject_table = ?1", NULL);
  gint64 n_pages, page_size;

  if (select != NULL)
    {
      nsc_statement_bind_text (select, 1, table->name);
      if (nsc_statement_step (select, NULL) == NSC_STATEMENT_ROW)
        return nsc_statement_get_integer (select, 1) > 0
                   ? ((nsc_statement_get_integer (select, 0) + 1) << NSC_DIGEST_CHUNK_BITS) - 1
                   : 0;
    }
  if (!nsc_connection_query_integer (self->source, "PRAGMA page_count", &n_pages, NULL) ||
      !nsc_connection_query_integer (self->source, "PRAGMA page_size", &page_size, NULL))
    return 0;
  return n_pages * page_size / MIN_ROW_BYTES;
}

static NscRecoveredTable *
add_table (NscRecovery *answer, const NscTable *table)
{
  NscRecoveredTable *recovered = g_new0 (NscRecoveredTable, 1);

  recovered->table = table;
  recovered->unreadable = g_array_new (FALSE, FALSE, sizeof (NscRowRange));
  recovered->altered = g_array_new (FALSE, FALSE, sizeof (NscRowRange));
  g_ptr_array_add (answer->tables, recovered);
  return recovered;
}

static gboolean
recover_table (Recovery *self, const NscTable *table, GError **error)
{
  const NscLayout *layout = nsc_layout_get (self->target, table->name, error);
  const gint64 last = find_last (self, table);
  g_autoptr (NscStatement) insert = NULL;
  g_autoptr (NscDigest) read = nsc_digest_new ();
  g_autoptr (GPtrArray) waiting = NULL;
  g_autoptr (GError) trouble = NULL;

  insert = layout != NULL ? nsc_statement_take (self->target, layout->insert, error) : NULL;
  if (insert == NULL)
    return FALSE;
  if (refers_to_itself (table))
    waiting = g_ptr_array_new_with_free_func (waiting_free);
  self->table = add_table (self->answer, table);
  self->insert = insert;
  self->read = read;
  self->waiting = waiting;
  if (!nsc_salvage_table (self->source, layout, last, row_cb, gap_cb, self, error) ||
      (waiting != NULL && !insert_waiting (self, layout, error)))
    return FALSE;
  /* What cannot be compared may be anything. */
  if (!nsc_digest_compare_gathered (read, self->source, layout, altered_cb, self, &trouble) && last > 0)
    add_range (self->table->altered, 1, last);
  return TRUE;
}

static gboolean
recover_tables (Recovery *self, GCancellable *cancellable, GError **error)
{
  const NscTable *const *tables = nsc_table_list ();
  guint64 n_kept = 0;

  for (guint i = 0; tables[i] != NULL; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !recover_table (self, tables[i], error))
        return FALSE;
      n_kept += self->table->n_kept;
    }
  if (n_kept == 0)
    {
      g_autofree char *name = g_filename_display_name (self->source->path);

      g_set_error (error, NSC_ERROR, NSC_ERROR_DAMAGED,
                   _ ("No record of “%s” can be read any more; go back to a backup copy of it"), name);
      return FALSE;
    }
  return nsc_digest_flush (self->written, self->target, error);
}

/* ---- connections ---- */

/* Whether the device gives the schema, be it damaged. Where it does not for once, SQLite would go on with a part. */
static gboolean
can_read_schema (NscConnection *source, GError **error)
{
  g_autoptr (GError) trouble = NULL;

  if (nsc_connection_read_schema (source, &trouble) || (sqlite3_errcode (source->db) & 0xff) != SQLITE_IOERR)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}

/* Of the copy. What its schema says is not believed, but neither is it a reason to give up. */
static NscConnection *
open_source (const char *copy, const char *path, GError **error)
{
  g_autoptr (NscConnection) source = nsc_connection_open (copy, path, NSC_CONNECTION_WRITE, error);

  if (source == NULL || !can_read_schema (source, error))
    return NULL;
  sqlite3_db_config (source->db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  if (!nsc_connection_execute (source, "PRAGMA writable_schema = ON; PRAGMA cell_size_check = OFF", error))
    return NULL;
  nsc_schema_stand_in (source, NULL);
  return g_steal_pointer (&source);
}

static gboolean
fill (Recovery *self, GCancellable *cancellable, GError **error)
{
  if (!nsc_connection_begin (self->target, error))
    return FALSE;
  if (recover_tables (self, cancellable, error))
    return nsc_connection_commit (self->target, error);
  nsc_connection_rollback (self->target);
  return FALSE;
}

static gboolean
recover (NscRecoveryFiles *files, const char *path, NscRecovery *answer, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscConnection) source = open_source (nsc_recovery_files_get_copy (files), path, error);
  g_autoptr (NscConnection) target = NULL;
  g_autoptr (NscDigest) written = nsc_digest_new ();
  Recovery self = { .answer = answer, .written = written, .source = source };
  NscCreation creation = { .cancellable = cancellable };
  gboolean success;

  if (source == NULL)
    return FALSE;
  answer->title = nsc_connection_query_text (source, "SELECT title FROM project", NULL);
  if (answer->title == NULL)
    answer->title = g_strdup ("");
  creation.title = answer->title;
  if (!nsc_creation_run (nsc_recovery_files_get_new (files), &creation, error))
    return FALSE;
  target = nsc_connection_open (nsc_recovery_files_get_new (files), path, NSC_CONNECTION_WRITE, error);
  if (target == NULL)
    return FALSE;
  self.target = target;
  nsc_connection_set_cancellable (source, cancellable);
  success = fill (&self, cancellable, error);
  nsc_connection_set_cancellable (source, NULL);
  return success;
}

NscRecovery *
nsc_recovery_run (const char *damaged, const char *target, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscRecovery) answer = NULL;
  g_autoptr (NscRecoveryFiles) files = NULL;

  g_return_val_if_fail (damaged != NULL && target != NULL, NULL);

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_name (target);

      g_set_error (error, NSC_ERROR, NSC_ERROR_OUTPUT, _ ("“%s” is there already; choose another name"), name);
      return NULL;
    }
  files = nsc_recovery_files_new (damaged, cancellable, error);
  if (files == NULL)
    return NULL;
  answer = g_new0 (NscRecovery, 1);
  answer->tables = g_ptr_array_new_with_free_func (table_free);
  if (!recover (files, damaged, answer, cancellable, error) ||
      !nsc_recovery_files_deliver (files, target, cancellable, error))
    return NULL;
  return g_steal_pointer (&answer);
}

gboolean
nsc_recovery_is_whole (const NscRecovery *self)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      const NscRecoveredTable *table = g_ptr_array_index (self->tables, i);

      if (table->n_left_out > 0 || table->unreadable->len > 0 || table->altered->len > 0)
        return FALSE;
    }
  return TRUE;
}
