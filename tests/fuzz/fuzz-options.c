/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"
#include "small-project.h"
#include "test-folder.h"

#include "nsc-cli-run.h"
#include "nsc-cli.h"
#include "nsc-option-text.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Each line is a word of a command line for normscape-cli, which is run in a folder with a project and a table. Where
 * the bytes are one line, it is the options of a report as a story keeps them. */

#define PROJECT "p.normscape"
#define TABLE "a.csv"
#define MOST_WORDS 24

/* What the folder held when the words came. */
static GBytes *project, *table;

/* ---- one line: the options of a story's step ---- */

static void
check_option_text (const char *text)
{
  for (const NscReport *const *report = nsc_report_list (); *report != NULL; report++)
    {
      GError *error = NULL;
      g_autoptr (GHashTable) options = nsc_option_text_parse (*report, text, &error);
      g_autofree char *printed = options != NULL ? nsc_option_text_print (*report, options) : NULL;
      g_autoptr (GHashTable) again = printed != NULL ? nsc_option_text_parse (*report, printed, NULL) : NULL;
      g_autofree char *printed_again = again != NULL ? nsc_option_text_print (*report, again) : NULL;

      if (options == NULL)
        fuzz_target_assert_told (error);
      else
        g_assert_cmpstr (printed, ==, printed_again);
    }
}

/* ---- more: a command line ---- */

static GBytes *
read_file (const char *name)
{
  char *bytes = NULL;
  gsize length;

  return g_file_get_contents (name, &bytes, &length, NULL) ? g_bytes_new_take (bytes, length) : NULL;
}

static void
write_file (const char *name, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_true (g_file_set_contents (name, data, (gssize) length, NULL));
}

static void
set_up (void)
{
  g_autofree char *folder = g_build_filename (fuzz_target_get_folder (), "work", NULL);
  g_autofree char *path = NULL;
  int nowhere = open ("/dev/null", O_WRONLY);

  /* What is exported goes around the streams of C. */
  dup2 (nowhere, STDOUT_FILENO);
  close (nowhere);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (chdir (folder), ==, 0);
  path = small_project_make (folder, PROJECT);
  project = read_file (PROJECT);
  table = g_bytes_new_static ("id,name_en,kind\ncobalt,Cobalt,company\nbad,Bad,planet\n", 52);
  write_file (TABLE, table);
}

/* No word leads out of the folder. */
static gboolean
stays_here (const char *word)
{
  return strchr (word, '/') == NULL && strstr (word, "..") == NULL;
}

/* Pictures may be as large as somebody asks for, which takes as long. */
static gboolean
is_large (char **words)
{
  gboolean has_size = FALSE, has_pixels = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *lower = g_ascii_strdown (words[i], -1);

      has_size = has_size || strstr (lower, "--width") != NULL || strstr (lower, "--height") != NULL ||
                 strstr (lower, "--dpi") != NULL;
      has_pixels = has_pixels || g_str_has_suffix (lower, ".png");
    }
  return has_size && has_pixels;
}

/* Runs the words with the streams of C kept, which glibc allows. */
static int
run (char **words, char **out, char **told)
{
  FILE *kept_out = stdout, *kept_err = stderr;
  gsize out_length, told_length;
  int status;

  stdout = open_memstream (out, &out_length);
  stderr = open_memstream (told, &told_length);
  status = nsc_cli_run ((int) g_strv_length (words), words);
  fclose (stdout);
  fclose (stderr);
  stdout = kept_out;
  stderr = kept_err;
  return status;
}

static gboolean
is_named (const char *name, char **words)
{
  for (guint i = 1; words[i] != NULL; i++)
    if (g_str_has_suffix (words[i], name))
      return TRUE;
  return FALSE;
}

/* How many files there are beside those of the beginning, each of which a word names; they are removed. */
static guint
take_new_files (char **words)
{
  g_autoptr (GDir) dir = g_dir_open (".", 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_equal (name, PROJECT) && !g_str_equal (name, TABLE))
      {
        g_assert_true (is_named (name, words));
        g_assert_cmpint (g_unlink (name), ==, 0);
        n++;
      }
  return n;
}

/* The bytes without what SQLite's header counts: that a project was open for writing at all. */
static GBytes *
without_counters (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  guint8 *copy = g_memdup2 (data, length);

  if (length >= 100 && memcmp (data, "SQLite format 3", 16) == 0)
    {
      memset (copy + 24, 0, 4);
      memset (copy + 92, 0, 4);
    }
  return g_bytes_new_take (copy, length);
}

/* Whether the file is what it was, and makes it so. */
static gboolean
restore (const char *name, GBytes *bytes)
{
  g_autoptr (GBytes) now = read_file (name);
  g_autoptr (GBytes) plain = without_counters (bytes);
  g_autoptr (GBytes) plain_now = now != NULL ? without_counters (now) : NULL;

  if (now != NULL && g_bytes_equal (now, bytes))
    return TRUE;
  if (plain_now != NULL && g_bytes_equal (plain_now, plain))
    {
      write_file (name, bytes);
      return TRUE;
    }
  write_file (name, bytes);
  return FALSE;
}

static gboolean
only_reads (const char *verb)
{
  static const char *const reading[] = { "report", "figure", "export", "list", "check", "history", NULL };

  return g_strv_contains (reading, verb);
}

static void
check_run (char **words)
{
  g_autofree char *out = NULL, *told = NULL;
  int status = run (words, &out, &told);
  guint n_new = take_new_files (words);
  gboolean same_project = restore (PROJECT, project), same_table = restore (TABLE, table);

  g_assert_cmpint (status, >=, NSC_EXIT_DONE);
  g_assert_cmpint (status, <=, NSC_EXIT_PROJECT);
  g_assert_true (g_utf8_validate (out, -1, NULL));
  g_assert_true (g_utf8_validate (told, -1, NULL));
  if (status != NSC_EXIT_DONE)
    {
      g_assert_cmpstr (told, !=, "");
      g_assert_cmpuint (n_new, ==, 0);
      g_assert_true (same_project && same_table);
    }
  if (words[1] == NULL || only_reads (words[1]))
    g_assert_true (same_project);
  g_assert_cmpuint (test_folder_count (fuzz_target_get_folder ()), ==, 1);
}

static gboolean
check_command (char **lines)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    if (!stays_here (lines[i]))
      return FALSE;
  g_strv_builder_add (builder, "normscape-cli");
  g_strv_builder_addv (builder, (const char **) lines);
  words = g_strv_builder_end (builder);
  if (g_strv_length (words) > MOST_WORDS || is_large (words))
    return FALSE;
  check_run (words);
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const FuzzBytes bytes = { data, size };
  g_autofree char *text = fuzz_bytes_to_text (&bytes);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (!g_utf8_validate (text, -1, NULL))
    return -1;
  if (project == NULL)
    set_up ();
  if (g_strv_length (lines) == 1)
    check_option_text (text);
  else if (!check_command (lines))
    return -1;
  return 0;
}
