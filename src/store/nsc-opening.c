/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-opening-private.h"

#include "nsc-checked-private.h"
#include "nsc-fault-private.h"
#include "nsc-journal-private.h"
#include "nsc-leftover-private.h"
#include "nsc-place-private.h"
#include "nsc-schema-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>

/* A larger file is looked through in the background. */
#define MAX_WAITED_BYTES (64 * 1024 * 1024)

/* A copy of the project's state as the header tells it may be torn while another process just writes it. */
#define LENGTH_TRIES 5

static gboolean
refuse_recovery (GError **error, const char *path)
{
  return nsc_fault_refuse (error, NSC_ERROR_RECOVERY,
                           _ ("“%s” was not closed properly; open the project once to recover it"), path);
}

static gboolean
read_header (const char *file, const char *path, NscHeader *header, GError **error)
{
  for (guint i = 0;; i++)
    {
      if (!nsc_header_read (header, file, path, error))
        return FALSE;
      if (nsc_header_check_length (header, path, i + 1 < LENGTH_TRIES ? NULL : error))
        return TRUE;
      if (i + 1 == LENGTH_TRIES)
        return FALSE;
      g_usleep (20000);
    }
}

gboolean
nsc_opening_get_reading_mode (
    const char *file, const char *path, NscConnectionMode *mode, NscHeader *header, GError **error)
{
  if (!read_header (file, path, header, error))
    return FALSE;
  *mode = NSC_CONNECTION_READ;
  /* Files on such places are replaced, never written where they are, and locks may not work there. */
  if (!header->has_wal && !header->has_journal && nsc_place_look (file).is_shared)
    *mode = NSC_CONNECTION_IMMUTABLE;
  /* Whole, and nobody writes it: a -wal would stand beside it. SQLite would put an empty one there. */
  if (header->is_wal && !header->has_wal)
    *mode = NSC_CONNECTION_IMMUTABLE;
  /* An empty one means something only where the file says so. */
  return !(header->is_wal ? header->has_wal : header->wal_size > 0) || header->has_shm ||
         nsc_place_look (file).can_write || refuse_recovery (error, path);
}

gboolean
nsc_opening_look_through (NscConnection *connection, GError **error)
{
  g_autofree char *answer = nsc_connection_query_text (connection, "PRAGMA quick_check (1)", error);

  if (answer == NULL)
    return FALSE;
  return g_str_equal (answer, "ok") || nsc_fault_refuse_damaged (error, connection->path);
}

/* ---- what is asked of every file ---- */

static gboolean
check_version (NscConnection *connection, gboolean write, int *version, GError **error)
{
  gint64 found;

  if (!nsc_connection_read_schema (connection, error) ||
      !nsc_connection_query_integer (connection, "PRAGMA user_version", &found, error))
    return FALSE;
  *version = (int) found;
  if (found < 1)
    return nsc_fault_refuse (error, NSC_ERROR_NOT_A_PROJECT,
                             _ ("“%s” is not a Normscape project; open a file that Normscape has made"),
                             connection->path);
  if (!write && !nsc_schema_can_read (*version))
    return nsc_fault_refuse (error, NSC_ERROR_RECOVERY,
                             _ ("“%s” was made by an older version of Normscape; open the project once to upgrade it"),
                             connection->path);
  if (found <= nsc_schema_newest ())
    return nsc_schema_check (connection, *version, error);
  return nsc_schema_stand_in (connection, error) && nsc_schema_check_newer (connection, error);
}

/* Looks through what nobody has vouched for yet. A writer will write the -wal into the file, so it always asks whether
 * they belong together. */
static gboolean
check_pages (NscOpening *self, const NscHeader *header, gboolean write, GError **error)
{
  gboolean is_settled = !header->has_wal && !header->has_journal;
  gboolean is_large = header->size > MAX_WAITED_BYTES;

  self->is_unchecked = FALSE;
  if (is_settled && nsc_checked_remembers (self->place, header))
    return TRUE;
  if (header->wal_size > 0 && (write || !is_large) &&
      !nsc_leftover_check_wal (self->place, self->path, self->connection->cancellable, error))
    return FALSE;
  if (is_large)
    {
      self->is_unchecked = TRUE;
      return TRUE;
    }
  if (!nsc_opening_look_through (self->connection, error))
    return FALSE;
  if (is_settled)
    nsc_checked_remember (self->place, header);
  return TRUE;
}

/* ---- reading ---- */

static gboolean
open_for_reading (NscOpening *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  NscConnectionMode mode;
  NscHeader header;
  gboolean success;
  int version;

  if (!nsc_opening_get_reading_mode (self->place, self->path, &mode, &header, error))
    return FALSE;
  self->connection = nsc_connection_open (self->place, self->path, mode, error);
  if (self->connection == NULL)
    return FALSE;
  nsc_connection_set_cancellable (self->connection, cancellable);
  success = check_version (self->connection, FALSE, &version, &trouble) && check_pages (self, &header, FALSE, &trouble);
  nsc_connection_set_cancellable (self->connection, NULL);
  if (success)
    return TRUE;
  if ((header.has_wal || header.has_journal) && (g_error_matches (trouble, NSC_ERROR, NSC_ERROR_STORAGE) ||
                                                 g_error_matches (trouble, NSC_ERROR, NSC_ERROR_READ_ONLY)))
    return refuse_recovery (error, self->path);
  g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}

static void
set_reason (NscOpening *self, const char *sentence)
{
  g_autofree char *name = g_filename_display_name (self->path);

  self->read_only_reason = g_strdup_printf (sentence, name);
}

/* ---- writing ---- */

static gboolean
check_and_begin (NscOpening *self, const NscHeader *header, gboolean *is_newer, GError **error)
{
  int version;

  if (!check_version (self->connection, TRUE, &version, error))
    return FALSE;
  *is_newer = version > nsc_schema_newest ();
  if (*is_newer)
    return TRUE;
  return check_pages (self, header, TRUE, error) &&
         (version == nsc_schema_newest () || nsc_schema_upgrade (self->connection, error)) &&
         nsc_journal_begin (self->connection, error);
}

static gboolean
open_for_writing (NscOpening *self, GCancellable *cancellable, gboolean *is_newer, GError **error)
{
  NscHeader header;
  gboolean success;

  /* What is remembered is the state of the file at its place. */
  if (!read_header (self->place, self->path, &header, error))
    return FALSE;
  *is_newer = header.is_newer;
  if (*is_newer)
    return TRUE;
  if (nsc_place_look (self->place).is_shared)
    {
      if (header.wal_size > 0 || header.has_journal)
        return nsc_fault_refuse (
            error, NSC_ERROR_RECOVERY,
            _ ("“%s” is open on another computer or was not closed properly there; close it there, or "
               "copy it with the files beside it to a folder of your own and open it there"),
            self->path);
      self->copy = nsc_working_copy_open (self->place, &header, error);
      if (self->copy == NULL)
        return FALSE;
    }
  self->file = g_strdup (self->copy != NULL ? nsc_working_copy_get_file (self->copy) : self->place);
  if (header.has_journal && !nsc_leftover_try_journal (self->file, self->path, cancellable, error))
    return FALSE;
  self->connection = nsc_connection_open (self->file, self->path, NSC_CONNECTION_WRITE, error);
  if (self->connection == NULL)
    return FALSE;
  nsc_connection_set_cancellable (self->connection, cancellable);
  success = check_and_begin (self, &header, is_newer, error);
  nsc_connection_set_cancellable (self->connection, NULL);
  return success;
}

static void
abandon_writing (NscOpening *self)
{
  g_clear_pointer (&self->connection, nsc_connection_free);
  g_clear_pointer (&self->copy, nsc_working_copy_abandon);
  g_clear_pointer (&self->file, g_free);
}

static gboolean
has_other_names (const char *file)
{
  GStatBuf info;

  return g_stat (file, &info) == 0 && info.st_nlink > 1;
}

/* Leaves the opening without connection where the project can only be read, and says why. */
static gboolean
try_writing (NscOpening *self, GCancellable *cancellable, GError **error)
{
  if (!nsc_place_look (self->place).can_write)
    {
      set_reason (self,
                  _ ("“%s” or its folder cannot be written, so it can only be read; copy it to a folder of your own "
                     "to change it"));
      return TRUE;
    }
  if (has_other_names (self->place))
    {
      set_reason (self, _ ("“%s” is the same file as another name (a hard link), beside which its journal would not be "
                           "found, so it can only be read; copy it to change it"));
      return TRUE;
    }
  if (!open_for_writing (self, cancellable, &self->is_newer, error))
    return FALSE;
  if (self->is_newer)
    {
      abandon_writing (self);
      set_reason (self, _ ("“%s” was made by a newer version of Normscape, so it can only be read; update Normscape to "
                           "change it"));
    }
  return TRUE;
}

gboolean
nsc_opening_open (NscOpening *self, const char *path, gboolean write, GCancellable *cancellable, GError **error)
{
  g_autofree char *resolved = realpath (path, NULL);
  gboolean success = TRUE;
  NscHeader header;

  *self = (NscOpening) { .path = path, .place = g_strdup (resolved != NULL ? resolved : path) };
  if (!write)
    self->read_only_reason = g_strdup (_ ("The project was opened for reading only"));
  success = nsc_header_read (&header, self->place, path, error) && (!write || try_writing (self, cancellable, error));
  if (success && self->connection == NULL)
    {
      self->file = g_strdup (self->place);
      success = open_for_reading (self, cancellable, error);
    }
  if (!success)
    nsc_opening_clear (self);
  return success;
}

void
nsc_opening_clear (NscOpening *self)
{
  abandon_writing (self);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->read_only_reason, g_free);
}

gboolean
nsc_opening_close (NscConnection *connection, GError **error)
{
  gboolean success = nsc_journal_end (connection, error);

  nsc_connection_free (connection);
  return success;
}
