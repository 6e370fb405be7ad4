/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-working-copy-private.h"

#include "nsc-part.h"
#include "nsc-safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

/* Of the file at its place as it was last written or read, and as it is about to be. */
#define GROUP "copy"
#define COMING "coming"

#define TRIES 100

/* In the folder, all named after the path: FILE, and beside it .ini for what is known of it, .lock, shared by all who
 * work on it, .turn for who writes back, .whole for what is written back. */
struct _NscWorkingCopy
{
  char *path;
  char *file;
  char *notes;
  char *whole;
  int lock;
  gboolean is_ahead; /* as noted in the file */
};

static gboolean
fail (GError **error, const char *sentence, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, NSC_ERROR, NSC_ERROR_STORAGE, sentence, name);
  return FALSE;
}

static gboolean
fail_folder (const NscWorkingCopy *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->file);

  return fail (error, _ ("The working copy in “%s” cannot be kept; make room there or check its permissions"), folder);
}

static int
open_lock (const NscWorkingCopy *self, const char *suffix)
{
  g_autofree char *name = g_strconcat (self->file, suffix, NULL);

  return g_open (name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

/* ---- notes ---- */

static void
set_header (GKeyFile *notes, const char *group, const NscHeader *header)
{
  g_key_file_set_uint64 (notes, group, "size", header->size);
  g_key_file_set_int64 (notes, group, "modified", header->modified);
  g_key_file_set_uint64 (notes, group, "counter", header->change_counter);
}

static gboolean
has_header (GKeyFile *notes, const char *group, const NscHeader *header)
{
  return g_key_file_get_uint64 (notes, group, "size", NULL) == header->size &&
         g_key_file_get_int64 (notes, group, "modified", NULL) == header->modified &&
         g_key_file_get_uint64 (notes, group, "counter", NULL) == header->change_counter;
}

/* Empty where there are none; NULL where they are there and cannot be read, which says nothing of what they say. */
static GKeyFile *
load_notes (NscWorkingCopy *self, GError **error)
{
  g_autoptr (GKeyFile) notes = g_key_file_new ();
  g_autoptr (GError) trouble = NULL;

  if (g_key_file_load_from_file (notes, self->notes, G_KEY_FILE_NONE, &trouble) || trouble->domain != G_FILE_ERROR ||
      trouble->code == G_FILE_ERROR_NOENT)
    return g_steal_pointer (&notes);
  fail_folder (self, error);
  return NULL;
}

static gboolean
save_notes (NscWorkingCopy *self, GKeyFile *notes, GError **error)
{
  gsize length;
  g_autofree char *text = g_key_file_to_data (notes, &length, NULL);

  return nsc_safe_file_write (self->notes, text, length, NULL) || fail_folder (self, error);
}

static gboolean
note (NscWorkingCopy *self, const NscHeader *header, gboolean is_ahead, GError **error)
{
  g_autoptr (GKeyFile) notes = load_notes (self, error);

  if (notes == NULL)
    return FALSE;
  if (header != NULL)
    {
      set_header (notes, GROUP, header);
      g_key_file_remove_group (notes, COMING, NULL);
    }
  g_key_file_set_boolean (notes, GROUP, "ahead", is_ahead);
  self->is_ahead = is_ahead;
  return save_notes (self, notes, error);
}

/* Else a program that was killed after it had put the file there would take it for somebody else's. */
static gboolean
note_coming (NscWorkingCopy *self, const NscHeader *header, GError **error)
{
  g_autoptr (GKeyFile) notes = load_notes (self, error);

  if (notes == NULL)
    return FALSE;
  set_header (notes, COMING, header);
  return save_notes (self, notes, error);
}

static gboolean
is_noted (NscWorkingCopy *self, const NscHeader *header)
{
  g_autoptr (GKeyFile) notes = g_key_file_new ();

  return g_key_file_load_from_file (notes, self->notes, G_KEY_FILE_NONE, NULL) &&
         (has_header (notes, GROUP, header) || has_header (notes, COMING, header));
}

static gboolean
is_noted_ahead (NscWorkingCopy *self)
{
  g_autoptr (GKeyFile) notes = g_key_file_new ();

  return g_key_file_load_from_file (notes, self->notes, G_KEY_FILE_NONE, NULL) &&
         g_key_file_get_boolean (notes, GROUP, "ahead", NULL);
}

/* ---- files ---- */

static const char *const parts[] = { "", "-wal", "-shm", "-journal" };

static void
remove_files (NscWorkingCopy *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strconcat (self->file, parts[i], NULL);

      g_unlink (name);
    }
  g_unlink (self->whole);
  g_unlink (self->notes);
}

/* On the disk before anything is done to it: a step is only as safe as what it changes. */
static gboolean
copy_to_disk (const char *from, const char *to)
{
  g_autoptr (NscPart) part = nsc_part_new (to);

  return part != NULL && nsc_part_fill (part, from, NULL) && nsc_part_move (part, to);
}

static gboolean
fetch (NscWorkingCopy *self, const NscHeader *header, GError **error)
{
  NscHeader after;

  remove_files (self);
  if (!copy_to_disk (self->path, self->file))
    return fail_folder (self, error);
  if (!nsc_header_read (&after, self->path, self->path, error))
    return FALSE;
  if (!nsc_header_equal (header, &after))
    return fail (error, _ ("“%s” was changed while it was opened; open it again"), self->path);
  return note (self, header, FALSE, error);
}

/* Keeps what a crashed program could not write back, where a person finds it; gives the error that names it. */
static gboolean
put_aside (NscWorkingCopy *self, GError **error)
{
  g_autofree char *base = g_path_get_basename (self->path);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "normscape", "recovered", NULL);
  g_autofree char *when = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *name = g_filename_display_name (self->path);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  when = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  aside = g_strdup_printf ("%s/%s-%s", folder, when, base);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_folder (self, error);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *from = g_strconcat (self->file, parts[i], NULL);
      g_autofree char *to = g_strconcat (aside, parts[i], NULL);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        return fail_folder (self, error);
    }
  remove_files (self);
  g_set_error (
      error, NSC_ERROR, NSC_ERROR_CONFLICT,
      _ ("“%1$s” was changed elsewhere before your last changes could be written to it; they are kept in “%2$s”; "
         "open “%1$s” again to go on without them"),
      name, aside);
  return FALSE;
}

/* Alone with the files: whatever a crash has left is sorted out. */
static gboolean
settle (NscWorkingCopy *self, const NscHeader *header, GError **error)
{
  g_autoptr (GKeyFile) notes = load_notes (self, error);

  /* What is not known to be written back must not be thrown away. */
  if (notes == NULL)
    return FALSE;
  if (!g_key_file_get_boolean (notes, GROUP, "ahead", NULL) || !g_file_test (self->file, G_FILE_TEST_EXISTS))
    return fetch (self, header, error);
  if (!is_noted (self, header))
    return put_aside (self, error);
  self->is_ahead = TRUE;
  return TRUE;
}

/* Alone with the files, and then with all who work on them. The file may have been written back since its header was
 * read, by one who has gone since. */
static gboolean
take_part (NscWorkingCopy *self, NscHeader *header, GError **error)
{
  if (flock (self->lock, LOCK_EX | LOCK_NB) == 0 &&
      (!nsc_header_read (header, self->path, self->path, error) ||
       !nsc_header_check_length (header, self->path, error) || !settle (self, header, error)))
    return FALSE;
  return flock (self->lock, LOCK_SH) == 0 || fail_folder (self, error);
}

static gboolean
join (NscWorkingCopy *self, NscHeader *header, GError **error)
{
  self->lock = open_lock (self, ".lock");
  if (self->lock < 0)
    return fail_folder (self, error);
  /* Between one lock and the other, the last who worked on the files may have taken them away. */
  for (guint i = 0; i < TRIES; i++)
    {
      if (!take_part (self, header, error))
        return FALSE;
      if (g_file_test (self->file, G_FILE_TEST_EXISTS))
        return TRUE;
      /* Two who kept their part of the lock would wait for each other. */
      flock (self->lock, LOCK_UN);
      g_usleep (20000);
    }
  return fail_folder (self, error);
}

NscWorkingCopy *
nsc_working_copy_open (const char *path, NscHeader *header, GError **error)
{
  NscWorkingCopy *self = g_new0 (NscWorkingCopy, 1);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "normscape", "working", NULL);
  g_autofree char *name = NULL;

  self->path = g_canonicalize_filename (path, NULL);
  name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->path, -1);
  self->file = g_build_filename (folder, name, NULL);
  self->notes = g_strconcat (self->file, ".ini", NULL);
  self->whole = g_strconcat (self->file, ".whole", NULL);
  self->lock = -1;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    fail_folder (self, error);
  else if (join (self, header, error))
    return self;
  nsc_working_copy_abandon (self);
  return NULL;
}

const char *
nsc_working_copy_get_file (NscWorkingCopy *self)
{
  return self->file;
}

gboolean
nsc_working_copy_is_ahead (NscWorkingCopy *self)
{
  return self->is_ahead;
}

/* Waits until nobody else changes the notes or writes back; gives the lock to be closed, or -1. */
static int
take_turn (NscWorkingCopy *self, GError **error)
{
  int turn = open_lock (self, ".turn");

  if (turn >= 0 && flock (turn, LOCK_EX) == 0)
    return turn;
  if (turn >= 0)
    g_close (turn, NULL);
  fail_folder (self, error);
  return -1;
}

gboolean
nsc_working_copy_mark_changed (NscWorkingCopy *self, GError **error)
{
  int turn = take_turn (self, error);
  gboolean success;

  if (turn < 0)
    return FALSE;
  self->is_ahead = TRUE;
  success = is_noted_ahead (self) || note (self, NULL, TRUE, error);
  g_close (turn, NULL);
  return success;
}

/* ---- writing back ---- */

static gboolean
make_whole (NscWorkingCopy *self, NscConnection *connection, GError **error)
{
  g_autoptr (NscConnection) target = NULL;

  g_unlink (self->whole);
  target = nsc_connection_copy_to (connection, self->whole, self->path, error);
  return target != NULL;
}

static gboolean
replace (NscWorkingCopy *self, GError **error)
{
  g_autoptr (NscSafeFile) target = nsc_safe_file_new (self->path, error);
  NscHeader coming;

  return target != NULL && nsc_safe_file_fill (target, self->whole, NULL, error) &&
         nsc_safe_file_settle (target, NULL, error) &&
         nsc_header_read (&coming, nsc_safe_file_get_written (target), self->path, error) &&
         note_coming (self, &coming, error) && nsc_safe_file_commit (target, NULL, error);
}

static gboolean
write_back (NscWorkingCopy *self, NscConnection *connection, GError **error)
{
  NscHeader header;

  /* A file that is gone is made anew. */
  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      if (!nsc_header_read (&header, self->path, self->path, error))
        return FALSE;
      if (!is_noted (self, &header))
        {
          g_autofree char *name = g_filename_display_name (self->path);

          g_set_error (
              error, NSC_ERROR, NSC_ERROR_CONFLICT,
              _ ("“%1$s” was changed elsewhere, so your changes were not written to it; they are kept in “%2$s”; "
                 "copy that file to a place of your own"),
              name, self->file);
          return FALSE;
        }
    }
  return make_whole (self, connection, error) && replace (self, error) &&
         nsc_header_read (&header, self->path, self->path, error) && note (self, &header, FALSE, error);
}

gboolean
nsc_working_copy_write_back (NscWorkingCopy *self, NscConnection *connection, GError **error)
{
  int turn = take_turn (self, error);
  gboolean success;

  if (turn < 0)
    return FALSE;
  success = write_back (self, connection, error);
  g_unlink (self->whole);
  g_close (turn, NULL);
  return success;
}

void
nsc_working_copy_close (NscWorkingCopy *self)
{
  if (flock (self->lock, LOCK_EX | LOCK_NB) == 0 && !is_noted_ahead (self))
    remove_files (self);
  nsc_working_copy_abandon (self);
}

void
nsc_working_copy_abandon (NscWorkingCopy *self)
{
  if (self->lock >= 0)
    g_close (self->lock, NULL);
  g_free (self->path);
  g_free (self->file);
  g_free (self->notes);
  g_free (self->whole);
  g_free (self);
}
