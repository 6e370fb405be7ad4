/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-trial.h"

#include "fuzz-target.h"
#include "small-project.h"

static const char *const suffixes[] = { "", "-wal", "-journal" };

typedef struct
{
  GBytes *files[G_N_ELEMENTS (suffixes)]; /* NULL where there is none */
} Snapshot;

static void
snapshot_take (Snapshot *self, const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);
      char *bytes = NULL;
      gsize length;

      self->files[i] = g_file_get_contents (name, &bytes, &length, NULL) ? g_bytes_new_take (bytes, length) : NULL;
    }
}

static void
snapshot_clear (Snapshot *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    g_clear_pointer (&self->files[i], g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Snapshot, snapshot_clear)

static void
assert_untouched (const Snapshot *before, const char *path)
{
  g_auto (Snapshot) after = { { NULL } };

  snapshot_take (&after, path);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_assert_true ((before->files[i] == NULL) == (after.files[i] == NULL));
      if (before->files[i] != NULL)
        g_assert_true (g_bytes_equal (before->files[i], after.files[i]));
    }
}

static void
trouble_cb (const char *trouble, gpointer unused)
{
  g_assert_cmpstr (trouble, !=, "");
  g_assert_true (g_utf8_validate (trouble, -1, NULL));
}

/* Whether nothing is wrong with the project, as far as the check tells. */
static gboolean
look_through (NscStore *store)
{
  GError *error = NULL;
  guint n_troubles = 0;

  if (nsc_store_check (store, trouble_cb, NULL, &n_troubles, NULL, &error))
    return n_troubles == 0;
  fuzz_target_assert_told (error);
  return FALSE;
}

static void
list_rest (NscStore *store, gboolean is_whole)
{
  GError *error = NULL;
  g_autoptr (NscReader) reader = nsc_store_take_reader (store, &error);
  g_autoptr (GPtrArray) steps = reader != NULL ? nsc_reader_list_steps (reader, &error) : NULL;
  g_autofree char *title = steps != NULL ? nsc_reader_dup_title (reader, &error) : NULL;
  g_autofree char *uid = title != NULL ? nsc_reader_dup_uid (reader, &error) : NULL;

  if (uid == NULL)
    {
      g_assert_false (is_whole);
      fuzz_target_assert_told (error);
    }
}

/* All that the project says, NULL where it cannot be read. */
static char *
list_all (NscStore *store, gboolean is_whole, const char *const *whole)
{
  GError *error = NULL;
  char *text = small_project_export (store, &error);

  list_rest (store, is_whole);
  if (text == NULL)
    {
      fuzz_target_assert_told (error);
      g_assert_false (is_whole);
    }
  else if (is_whole && whole != NULL)
    g_assert_true (g_strv_contains (whole, text));
  return text;
}

/* Whether the project was opened and found whole. */
static gboolean
try_reading (const char *path, const char *const *whole)
{
  g_auto (Snapshot) before = { { NULL } };
  g_autoptr (NscStore) store = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;
  gboolean is_whole = FALSE;

  snapshot_take (&before, path);
  store = nsc_store_open (path, NSC_STORE_READ, NULL, &error);
  if (store == NULL)
    fuzz_target_assert_told (error);
  else
    {
      is_whole = look_through (store);
      text = list_all (store, is_whole, whole);
      g_clear_object (&store);
    }
  assert_untouched (&before, path);
  return is_whole;
}

typedef NscStep *(*StepFunc) (NscStore *store, GCancellable *cancellable, GError **error);

static gboolean
make_step (NscStore *store, StepFunc func)
{
  GError *error = NULL;
  g_autoptr (NscStep) step = func (store, NULL, &error);

  if (step != NULL)
    return TRUE;
  fuzz_target_assert_told (error);
  return FALSE;
}

/* One step back and forth leaves the project as it was. */
static void
try_steps (NscStore *store, gboolean is_whole, const char *text)
{
  g_autofree char *after = NULL;

  if (!make_step (store, nsc_store_undo) || !make_step (store, nsc_store_redo) || !is_whole)
    return;
  g_assert_true (look_through (store));
  after = small_project_export (store, NULL);
  g_assert_cmpstr (after, ==, text);
}

static void
try_writing (const char *path, gboolean was_whole, const char *const *whole)
{
  GError *error = NULL;
  g_autoptr (NscStore) store = nsc_store_open (path, NSC_STORE_WRITE, NULL, &error);
  g_autofree char *text = NULL;
  gboolean is_whole;

  if (store == NULL)
    {
      g_assert_false (was_whole);
      fuzz_target_assert_told (error);
      return;
    }
  is_whole = look_through (store);
  g_assert_true (is_whole || !was_whole);
  text = list_all (store, is_whole, whole);
  if (nsc_store_get_read_only_reason (store) == NULL)
    try_steps (store, is_whole, text);
  if (!nsc_store_close (store, &error))
    {
      g_assert_false (is_whole);
      fuzz_target_assert_told (error);
    }
  g_clear_object (&store);
  if (is_whole)
    g_assert_true (try_reading (path, whole));
}

void
project_trial_run (const char *path, const char *const *whole)
{
  gboolean was_whole = try_reading (path, whole);

  try_writing (path, was_whole, whole);
}
