/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"
#include "project-trial.h"
#include "small-project.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* A byte chooses a good project: at rest, with a -wal, or with a -journal. Then come patches of it: what is patched,
 * where, how many bytes, and the bytes. */

#define PAGE_BYTES 4096u
#define MOST_PAGES 128u

typedef enum
{
  STATE_AT_REST,
  STATE_WAL,
  STATE_JOURNAL,
  N_STATES,
} State;

typedef struct
{
  GByteArray *main;
  GByteArray *beside; /* NULL at rest */
  char *whole[3];     /* what the project may say, NULL-terminated */
} Project;

static Project projects[N_STATES];

/* ---- good projects ---- */

static GByteArray *
read_file (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;
  gsize length;

  g_file_get_contents (name, &bytes, &length, &error);
  g_assert_no_error (error);
  return g_byte_array_new_take ((guint8 *) bytes, length);
}

static char *
read_whole (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStore) store = nsc_store_open (path, NSC_STORE_READ, NULL, &error);
  char *text = store != NULL ? small_project_export (store, &error) : NULL;

  g_assert_no_error (error);
  return text;
}

static void
make_at_rest (Project *self, const char *path)
{
  self->main = read_file (path, "");
  self->whole[0] = read_whole (path);
}

/* A step that is only in the -wal yet. */
static void
make_with_wal (Project *self, const char *path)
{
  g_autoptr (NscStore) store = NULL;

  self->whole[0] = read_whole (path);
  store = nsc_store_open (path, NSC_STORE_WRITE, NULL, NULL);
  small_project_import (store, fuzz_target_get_folder (), "sectors", "id,name_en\nenergy,Energy\n");
  self->whole[1] = small_project_export (store, NULL);
  self->main = read_file (path, "");
  self->beside = read_file (path, "-wal");
}

/* Another program was cut off while it wrote: a part of what it did is in the file. */
static void
make_with_journal (Project *self, const char *path)
{
  sqlite3 *db;

  self->whole[0] = read_whole (path);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA cache_size = 2; PRAGMA journal_mode = DELETE; BEGIN IMMEDIATE;"
                                 "UPDATE actors SET name_en = name_en || 'x'; UPDATE mentions SET date = '2001';"
                                 "UPDATE countries SET name_en = name_en || 'y'; UPDATE signatories SET role = 'z'",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_db_cacheflush (db), ==, SQLITE_OK);
  self->main = read_file (path, "");
  self->beside = read_file (path, "-journal");
  sqlite3_close (db);
}

static const Project *
get_project (State state)
{
  static void (*const make[N_STATES]) (Project *self, const char *path) = { make_at_rest, make_with_wal,
                                                                            make_with_journal };
  Project *self = &projects[state];
  g_autofree char *path = NULL;

  if (self->main != NULL)
    return self;
  path = small_project_make (fuzz_target_get_folder (), "good.normscape");
  make[state](self, path);
  g_unlink (path);
  return self;
}

/* ---- patches ---- */

typedef enum
{
  PATCH_MAIN,
  PATCH_BESIDE,
  PATCH_MAIN_LENGTH, /* in pages, as the header says then */
  PATCH_BESIDE_LENGTH,
  N_PATCHES,
} Patch;

static GByteArray *
copy_bytes (const GByteArray *bytes)
{
  GByteArray *copy = g_byte_array_sized_new (bytes->len);

  return g_byte_array_append (copy, bytes->data, bytes->len);
}

static void
set_length (GByteArray *file, guint length)
{
  guint was = file->len;

  g_byte_array_set_size (file, length);
  if (length > was)
    memset (file->data + was, 0, length - was);
}

/* A file that is not as long as it says is waited for, in case that it is just being copied. */
static void
set_n_pages (GByteArray *file, guint n_pages)
{
  const guint8 number[] = { 0, 0, (guint8) (n_pages >> 8), (guint8) n_pages };

  set_length (file, n_pages * PAGE_BYTES);
  memcpy (file->data + 28, number, sizeof number);
}

static void
patch_bytes (GByteArray *file, guint place, FuzzBytes *bytes)
{
  guint n = fuzz_bytes_take (bytes);

  for (guint i = 0; i < n && bytes->size > 0 && file->len > 0; i++)
    file->data[(place + i) % file->len] = fuzz_bytes_take (bytes);
}

static void
apply_patch (FuzzBytes *bytes, GByteArray *file, GByteArray *beside)
{
  Patch patch = (Patch) (fuzz_bytes_take (bytes) % N_PATCHES);
  guint place = (guint) fuzz_bytes_take_number (bytes, 3);

  if (beside == NULL && patch == PATCH_BESIDE)
    patch = PATCH_MAIN;
  else if (beside == NULL && patch == PATCH_BESIDE_LENGTH)
    patch = PATCH_MAIN_LENGTH;
  switch (patch)
    {
    case PATCH_MAIN_LENGTH:
      set_n_pages (file, 1 + place % MOST_PAGES);
      break;
    case PATCH_BESIDE_LENGTH:
      set_length (beside, place % (MOST_PAGES * PAGE_BYTES));
      break;
    case PATCH_BESIDE:
      patch_bytes (beside, place, bytes);
      break;
    case PATCH_MAIN:
    case N_PATCHES:
    default:
      patch_bytes (file, place, bytes);
      break;
    }
}

static void
write_file (const GByteArray *bytes, const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  g_autoptr (GError) error = NULL;

  g_unlink (name);
  if (bytes == NULL)
    return;
  g_file_set_contents (name, (const char *) bytes->data, (gssize) bytes->len, &error);
  g_assert_no_error (error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  FuzzBytes bytes = { data, size };
  State state = (State) (fuzz_bytes_take (&bytes) % N_STATES);
  const Project *project = get_project (state);
  g_autoptr (GByteArray) file = copy_bytes (project->main);
  g_autoptr (GByteArray) beside = project->beside != NULL ? copy_bytes (project->beside) : NULL;
  g_autofree char *path = g_build_filename (fuzz_target_get_folder (), "patched.normscape", NULL);

  while (bytes.size > 0)
    apply_patch (&bytes, file, beside);
  write_file (file, path, "");
  write_file (NULL, path, "-shm");
  write_file (state == STATE_WAL ? beside : NULL, path, "-wal");
  write_file (state == STATE_JOURNAL ? beside : NULL, path, "-journal");
  project_trial_run (path, (const char *const *) project->whole);
  return 0;
}
