/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-project.h"

#include "nsc-error.h"
#include "test-folder.h"

#include <glib/gstdio.h>
#include <string.h>

/* What becomes of a project of which a part is lost or changed: it is refused, or its check finds it, or it is as it
 * was before a step; or nobody would know. The whole example project, page by page, alone and with the -wal that a
 * crash leaves. Without NSC_TEST_SECONDS some pages, with it all of them, in an order drawn by lot, as far as the time
 * goes. */

#define PAGE 4096
#define SAMPLE 8
#define ROUNDS 3
#define FRAME (PAGE + 24)
#define WAL_HEADER 32

static const char *const tables[] = {
  "project",   "countries", "sectors",  "actors",  "initiatives", "signatories", "totals",
  "documents", "issues",    "mentions", "stories", "story_steps", "history",     "history_part",
};

typedef struct
{
  char *bytes;
  gsize length;
} Bytes;

/* A project as it lies on a disk. */
typedef struct
{
  Bytes file;
  Bytes wal; /* of no length where none is there */
} Image;

typedef enum
{
  AS_IT_WAS,
  REFUSED,
  FOUND,
  RECOVERED,
  UNDETECTED,
  N_OUTCOMES,
} Outcome;

typedef struct
{
  const char *kind;
  guint n_cases;
  guint n_changed; /* rows are other than they were, or cannot be read */
  guint outcomes[N_OUTCOMES];
} Tally;

/* Changes an image at its page or frame INDEX. */
typedef void (*DamageFunc) (Image *image, gsize index);

static TestProject project;
static Image alone, with_wal, other;
static GHashTable *states; /* what the rows were after each step, as dumps */
static char *whole_dump, *wal_dump;
static guint n_files;

/* ---- images ---- */

static Bytes
read_bytes (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  Bytes bytes = { 0 };

  g_file_get_contents (name, &bytes.bytes, &bytes.length, NULL);
  return bytes;
}

static Image
image_read (const char *path)
{
  return (Image) { read_bytes (path, ""), read_bytes (path, "-wal") };
}

static Image
image_copy (const Image *image)
{
  return (Image) { { g_memdup2 (image->file.bytes, image->file.length), image->file.length },
                   { g_memdup2 (image->wal.bytes, image->wal.length), image->wal.length } };
}

static void
image_clear (Image *image)
{
  g_free (image->file.bytes);
  g_free (image->wal.bytes);
}

static void
write_bytes (const char *path, const char *suffix, const Bytes *bytes)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (name, bytes->length > 0 ? bytes->bytes : "", (gssize) bytes->length,
                            G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* Under a name of its own, since the program remembers files that it has looked through. */
static char *
image_write (const Image *image)
{
  g_autofree char *name = g_strdup_printf ("%u.normscape", n_files++);
  char *path = g_build_filename (project.folder, name, NULL);

  write_bytes (path, "", &image->file);
  if (image->wal.length > 0)
    write_bytes (path, "-wal", &image->wal);
  return path;
}

static void
remove_files (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

static void
assert_bytes (const char *path, const char *suffix, const Bytes *expected)
{
  Bytes found = read_bytes (path, suffix);

  g_assert_cmpmem (found.bytes, found.length, expected->bytes, expected->length);
  g_free (found.bytes);
}

/* ---- rows ---- */

static gboolean
dump_table (sqlite3 *db, const char *table, GChecksum *sum)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" NOT INDEXED ORDER BY 1, 2", table);
  sqlite3_stmt *rows = NULL;
  int code = sqlite3_prepare_v2 (db, sql, -1, &rows, NULL);

  while (code == SQLITE_OK && (code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (rows); i++)
        {
          int type = sqlite3_column_type (rows, i);
          const guchar *bytes = sqlite3_column_blob (rows, i);
          int length = sqlite3_column_bytes (rows, i);

          g_checksum_update (sum, (const guchar *) &type, sizeof type);
          g_checksum_update (sum, (const guchar *) &length, sizeof length);
          if (length > 0)
            g_checksum_update (sum, bytes, length);
        }
      code = SQLITE_OK;
    }
  sqlite3_finalize (rows);
  return code == SQLITE_DONE;
}

/* The sum of all rows of the project at PATH, as SQLite alone reads them; NULL where it cannot. */
static char *
dump (const char *path)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gboolean read = TRUE;
  sqlite3 *db = NULL;

  read = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK;
  for (guint i = 0; read && i < G_N_ELEMENTS (tables); i++)
    read = dump_table (db, tables[i], sum);
  sqlite3_close (db);
  return read ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

static char *
dump_image (const Image *image)
{
  g_autofree char *path = image_write (image);
  char *dumped = dump (path);

  remove_files (path);
  return dumped;
}

/* ---- a case ---- */

static void
assert_told (const GError *error, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  g_assert_nonnull (error);
  g_assert_true (error->domain == NSC_ERROR);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_true (strstr (error->message, "; ") != NULL || strstr (error->message, ", ") != NULL);
}

/* Who may write leaves what it refuses as it was. */
static void
assert_writer_refuses (const Image *image)
{
  g_autofree char *path = image_write (image);
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStore) store = nsc_store_open (path, NSC_STORE_WRITE, NULL, &error);

  g_assert_null (store);
  assert_told (error, path);
  assert_bytes (path, "", &image->file);
  assert_bytes (path, "-wal", &image->wal);
  remove_files (path);
}

static Outcome
open_and_check (const char *path, const Image *image)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStore) store = nsc_store_open (path, NSC_STORE_READ, NULL, &error);
  guint n_troubles = 0;

  if (store == NULL)
    {
      assert_told (error, path);
      assert_writer_refuses (image);
      return REFUSED;
    }
  if (!nsc_store_check (store, NULL, NULL, &n_troubles, NULL, &error))
    {
      assert_told (error, path);
      return FOUND;
    }
  return n_troubles > 0 ? FOUND : AS_IT_WAS;
}

/* A machine may stand still for a while, but not twice at one place. */
static Outcome
open_and_check_in_time (const char *path, const Image *image)
{
  for (guint n_late = 0;; n_late++)
    {
      gint64 begun = g_get_monotonic_time ();
      Outcome outcome = open_and_check (path, image);

      if (g_get_monotonic_time () - begun < 5 * G_USEC_PER_SEC)
        return outcome;
      g_assert_cmpuint (n_late, ==, 0);
    }
}

static void
try_case (Tally *tally, const Image *whole, DamageFunc func, gsize index)
{
  Image image = image_copy (whole);
  const char *expected = whole->wal.length > 0 ? wal_dump : whole_dump;
  g_autofree char *path = NULL;
  g_autofree char *dumped = NULL;
  gboolean changed;
  Outcome outcome;

  func (&image, index);
  path = image_write (&image);
  outcome = open_and_check_in_time (path, &image);
  assert_bytes (path, "", &image.file);
  assert_bytes (path, "-wal", &image.wal);
  dumped = dump (path);
  changed = g_strcmp0 (dumped, expected) != 0;
  if (outcome == AS_IT_WAS && changed)
    outcome = dumped != NULL && g_hash_table_contains (states, dumped) ? RECOVERED : UNDETECTED;
  if (outcome == UNDETECTED)
    g_test_message ("undetected: %s, %" G_GSIZE_FORMAT, tally->kind, index);
  tally->n_cases++;
  tally->n_changed += changed;
  tally->outcomes[outcome]++;
  remove_files (path);
  image_clear (&image);
}

/* ---- damage ---- */

static void
cut_file_at_page (Image *image, gsize index)
{
  image->file.length = index * PAGE;
}

static void
cut_file_in_page (Image *image, gsize index)
{
  image->file.length = index * PAGE + (gsize) g_test_rand_int_range (1, PAGE);
}

static void
zero_page (Image *image, gsize index)
{
  memset (image->file.bytes + index * PAGE, 0, PAGE);
}

static void
flip (Bytes *bytes, gsize from, gsize length)
{
  bytes->bytes[from + (gsize) g_test_rand_int_range (0, (gint32) length)] ^= (char) g_test_rand_int_range (1, 256);
}

static void
flip_in_page (Image *image, gsize index)
{
  flip (&image->file, index * PAGE, PAGE);
}

static void
lose_wal (Image *image, gsize index)
{
  image->wal.length = 0;
}

static void
cut_wal_at_frame (Image *image, gsize index)
{
  image->wal.length = WAL_HEADER + index * FRAME;
}

static void
cut_wal_in_frame (Image *image, gsize index)
{
  image->wal.length = WAL_HEADER + index * FRAME + (gsize) g_test_rand_int_range (1, FRAME);
}

static void
zero_frame (Image *image, gsize index)
{
  memset (image->wal.bytes + WAL_HEADER + index * FRAME, 0, FRAME);
}

static void
flip_in_frame (Image *image, gsize index)
{
  flip (&image->wal, WAL_HEADER + index * FRAME, FRAME);
}

static void
flip_in_wal_header (Image *image, gsize index)
{
  flip (&image->wal, 0, WAL_HEADER);
}

static void
take_other_wal (Image *image, gsize index)
{
  g_free (image->wal.bytes);
  image->wal = (Bytes) { g_memdup2 (other.wal.bytes, other.wal.length), other.wal.length };
}

/* ---- the projects ---- */

static void
run_cli (const char *cli, const char *verb, const char *path, const char *option)
{
  const char *const argv[] = { cli, verb, path, option, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static void
add_actor (const char *id, const char *name)
{
  g_autoptr (NscRecord) actor = test_record_new ("actors", "id", id, "name_en", name, "name_zh", "后来者", NULL);

  test_project_add (&project, actor);
}

/* Somebody who reads keeps the -wal from being written into the file, as a crash does. */
static sqlite3 *
hold (void)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (project.path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN; SELECT count(*) FROM actors", NULL, NULL, NULL), ==, SQLITE_OK);
  return db;
}

/* The example under NAME, and as a crash after two steps leaves it. */
static void
make_project (const char *cli, const char *name, Image *closed, Image *crashed)
{
  sqlite3 *reader;

  project.path = g_build_filename (project.folder, name, NULL);
  run_cli (cli, "create", project.path, "--example=cyber-norms");
  *closed = image_read (project.path);
  test_project_reopen (&project);
  reader = hold ();
  add_actor ("late-1", name);
  *crashed = image_read (project.path);
  g_hash_table_add (states, dump_image (crashed));
  image_clear (crashed);
  add_actor ("late-2", name);
  *crashed = image_read (project.path);
  sqlite3_close (reader);
  test_project_close (&project);
  remove_files (project.path);
  g_clear_pointer (&project.path, g_free);
}

static void
make_projects (const char *cli)
{
  Image unused;

  states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  project.folder = test_folder_new ();
  make_project (cli, "example.normscape", &alone, &with_wal);
  make_project (cli, "other.normscape", &unused, &other);
  image_clear (&unused);
  whole_dump = dump_image (&alone);
  wal_dump = dump_image (&with_wal);
  g_assert_cmpstr (whole_dump, !=, wal_dump);
  g_hash_table_add (states, g_strdup (whole_dump));
}

static void
clean_up (void)
{
  image_clear (&alone);
  image_clear (&with_wal);
  image_clear (&other);
  g_hash_table_unref (states);
  g_free (whole_dump);
  g_free (wal_dump);
  test_folder_remove (project.folder);
  g_free (project.folder);
}

/* ---- the table ---- */

typedef struct
{
  const char *kind;
  const Image *image;
  DamageFunc func;
  gboolean of_wal;
  gsize n; /* how many; 0: one for each page, or frame */
  gboolean repeats;
} Kind;

static const Kind kinds[] = {
  { "cut at a page", &alone, cut_file_at_page },
  { "cut within a page", &alone, cut_file_in_page },
  { "a page zeroed", &alone, zero_page },
  { "a byte changed", &alone, flip_in_page, .repeats = TRUE },
  { "with -wal: cut at a page", &with_wal, cut_file_at_page },
  { "with -wal: cut within a page", &with_wal, cut_file_in_page },
  { "with -wal: a page zeroed", &with_wal, zero_page },
  { "with -wal: a byte changed", &with_wal, flip_in_page, .repeats = TRUE },
  { "-wal lost", &with_wal, lose_wal, .n = 1 },
  { "-wal of another project", &with_wal, take_other_wal, .n = 1 },
  { "-wal of another beside a whole file", &alone, take_other_wal, .n = 1 },
  { "-wal cut at a page", &with_wal, cut_wal_at_frame, .of_wal = TRUE },
  { "-wal cut within a page", &with_wal, cut_wal_in_frame, .of_wal = TRUE },
  { "-wal: a page zeroed", &with_wal, zero_frame, .of_wal = TRUE },
  { "-wal: a byte changed", &with_wal, flip_in_frame, .of_wal = TRUE, .repeats = TRUE },
  { "-wal: a byte of its head changed", &with_wal, flip_in_wal_header, .n = 8 },
};

static gsize
count_places (const Kind *kind)
{
  if (kind->n > 0)
    return kind->n;
  return kind->of_wal ? (kind->image->wal.length - WAL_HEADER) / FRAME : kind->image->file.length / PAGE;
}

/* What is to be tried: one place of a kind. */
typedef struct
{
  guint kind;
  gsize index;
} Case;

static void
add_cases (GArray *cases, guint kind, gsize stride)
{
  for (gsize i = (gsize) g_test_rand_int_range (0, (gint32) stride); i < count_places (&kinds[kind]); i += stride)
    g_array_append_val (cases, ((Case) { kind, i }));
}

static GArray *
list_cases (gboolean every)
{
  GArray *cases = g_array_new (FALSE, FALSE, sizeof (Case));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize stride = every || kinds[i].n > 0 ? 1 : MAX (1, count_places (&kinds[i]) / SAMPLE);

      for (guint round = 0; round < (kinds[i].repeats ? ROUNDS : 1); round++)
        add_cases (cases, i, stride);
    }
  return cases;
}

static void
shuffle (GArray *cases)
{
  for (guint i = cases->len; i > 1; i--)
    {
      guint other_index = (guint) g_test_rand_int_range (0, (gint32) i);
      Case moved = g_array_index (cases, Case, i - 1);

      g_array_index (cases, Case, i - 1) = g_array_index (cases, Case, other_index);
      g_array_index (cases, Case, other_index) = moved;
    }
}

static void
print_tallies (const Tally *tallies)
{
  guint n_changed = 0, n_undetected = 0;

  g_test_message ("%-38s %6s %8s %10s %8s %6s %10s %11s", "kind", "cases", "changed", "as it was", "refused", "found",
                  "recovered", "undetected");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const Tally *tally = &tallies[i];

      g_test_message ("%-38s %6u %8u %10u %8u %6u %10u %11u", tally->kind, tally->n_cases, tally->n_changed,
                      tally->outcomes[AS_IT_WAS], tally->outcomes[REFUSED], tally->outcomes[FOUND],
                      tally->outcomes[RECOVERED], tally->outcomes[UNDETECTED]);
      n_changed += tally->n_changed;
      n_undetected += tally->outcomes[UNDETECTED];
    }
  g_test_message ("undetected of those that changed rows: %u of %u", n_undetected, n_changed);
}

static void
test_table (gconstpointer cli)
{
  const char *seconds = g_getenv ("NSC_TEST_SECONDS");
  gint64 end = g_get_monotonic_time () + (seconds != NULL ? g_ascii_strtoll (seconds, NULL, 10) : 0) * G_USEC_PER_SEC;
  Tally tallies[G_N_ELEMENTS (kinds)] = { 0 };
  g_autoptr (GArray) cases = NULL;
  guint n_tried = 0;

  make_projects (cli);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    tallies[i].kind = kinds[i].kind;
  cases = list_cases (seconds != NULL);
  shuffle (cases);
  for (; n_tried < cases->len && (seconds == NULL || g_get_monotonic_time () < end); n_tried++)
    {
      const Case *trial = &g_array_index (cases, Case, n_tried);

      try_case (&tallies[trial->kind], kinds[trial->kind].image, kinds[trial->kind].func, trial->index);
    }
  print_tallies (tallies);
  g_test_message ("%u of %u cases", n_tried, cases->len);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpuint (tallies[i].outcomes[UNDETECTED] * 100, <=, tallies[i].n_changed);
  clean_up ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_assert_cmpint (argc, ==, 2);
  g_test_add_data_func ("/store/damage/table", argv[1], test_table);
  return g_test_run ();
}
