/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-error.h"
#include "nsc-story-book.h"

#include "test-project.h"

/* The steps of a story as "a1 b2 c3": names and positions. */
static char *
tell (TestProject *project, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscReader) reader = nsc_store_take_reader (project->store, &error);
  g_autoptr (NscStoryBook) book = nsc_story_book_load (reader, NULL, &error);
  GString *text = g_string_new (NULL);
  GPtrArray *steps;

  g_assert_no_error (error);
  steps = nsc_story_book_get_steps (book, id);
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "",
                            nsc_record_get_by_name (g_ptr_array_index (steps, i), "note_en"),
                            nsc_record_get_by_name (g_ptr_array_index (steps, i), "position"));
  return g_string_free_and_steal (text);
}

static void
assert_told (TestProject *project, const char *id, const char *expected)
{
  g_autofree char *text = tell (project, id);

  g_assert_cmpstr (text, ==, expected);
}

static NscStoryBook *
load (TestProject *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscReader) reader = nsc_store_take_reader (project->store, &error);
  NscStoryBook *book = nsc_story_book_load (reader, NULL, &error);

  g_assert_no_error (error);
  return book;
}

static void
set_up (TestProject *project)
{
  static const char *const notes[] = { "a", "b", "c", "d" };
  g_autoptr (NscRecord) story = test_record_new ("stories", "id", "s", "title_en", "Story", "title_zh", "故事", NULL);

  test_project_set_up (project);
  test_project_add (project, story);
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autofree char *position = g_strdup_printf ("%u", i * 10);
      g_autoptr (NscRecord) step = test_record_new ("story_steps", "story", "s", "position", position, "report",
                                                    "growth", "options", "initiative=x", "note_en", notes[i], NULL);

      test_project_add (project, step);
    }
}

/* Runs CHANGES, which it takes over, and tries undo and redo; gives the step. */
static NscStep *
run (TestProject *project, NscRecordChanges *taken)
{
  g_autoptr (NscRecordChanges) changes = taken;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = test_project_dump (project);
  NscStep *step = nsc_record_changes_run (changes, project->store, NULL, &error);
  g_autoptr (NscStep) undone = NULL;
  g_autoptr (NscStep) redone = NULL;
  g_autofree char *after = test_project_dump (project);
  g_autofree char *again = NULL;
  g_autofree char *back = NULL;
  guint n_troubles = 1;

  g_assert_no_error (error);
  undone = nsc_store_undo (project->store, NULL, &error);
  g_assert_no_error (error);
  back = test_project_dump (project);
  g_assert_cmpstr (before, ==, back);
  redone = nsc_store_redo (project->store, NULL, &error);
  g_assert_no_error (error);
  again = test_project_dump (project);
  g_assert_cmpstr (after, ==, again);
  g_assert_true (nsc_store_check (project->store, NULL, NULL, &n_troubles, NULL, &error));
  g_assert_cmpuint (n_troubles, ==, 0);
  return step;
}

static void
test_move (void)
{
  static const struct
  {
    guint from;
    guint to;
    const char *told;
  } moves[] = {
    { 0, 1, "b1 a2 c3 d4" },
    { 3, 0, "d1 b2 a3 c4" },
    { 0, 3, "b1 a2 c3 d4" },
    { 2, 1, "b1 c2 a3 d4" },
  };
  TestProject project;

  set_up (&project);
  assert_told (&project, "s", "a0 b10 c20 d30");
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (NscStoryBook) book = load (&project);
      g_autoptr (NscStep) step = run (&project, nsc_story_book_move (book, "s", moves[i].from, moves[i].to));

      g_assert_cmpint (step->kind, ==, NSC_STEP_EDIT);
      g_assert_cmpstr (step->subject, ==, "Story");
      assert_told (&project, "s", moves[i].told);
    }
  test_project_tear_down (&project);
}

static void
test_remove (void)
{
  TestProject project;
  g_autoptr (NscStoryBook) book = NULL;
  g_autoptr (NscStep) step = NULL;

  set_up (&project);
  book = load (&project);
  step = run (&project, nsc_story_book_remove (book, "s", 1));
  g_assert_cmpint (step->kind, ==, NSC_STEP_EDIT);
  g_assert_cmpuint (step->n_deleted, ==, 1);
  assert_told (&project, "s", "a1 c2 d3");
  test_project_tear_down (&project);
}

static void
test_append (void)
{
  TestProject project;
  g_autoptr (NscStoryBook) book = NULL;
  g_autoptr (NscRecord) fresh = test_record_new ("stories", "id", "new", "title_en", "New", NULL);
  g_autoptr (NscStep) first = NULL;
  g_autoptr (NscStep) second = NULL;

  set_up (&project);
  book = load (&project);
  first =
      run (&project, nsc_story_book_append (book, nsc_story_book_find (book, "s"),
                                            test_record_new ("story_steps", "report", "growth", "note_en", "e", NULL)));
  g_assert_cmpint (first->kind, ==, NSC_STEP_EDIT);
  assert_told (&project, "s", "a1 b2 c3 d4 e5");
  second = run (&project, nsc_story_book_append (
                              book, fresh, test_record_new ("story_steps", "report", "growth", "note_en", "f", NULL)));
  g_assert_cmpint (second->kind, ==, NSC_STEP_ADD);
  g_assert_cmpstr (second->subject, ==, "New");
  assert_told (&project, "new", "f1");
  test_project_tear_down (&project);
}

static void
test_duplicate_and_delete (void)
{
  TestProject project;
  g_autoptr (NscStoryBook) book = NULL;
  g_autoptr (NscStep) made = NULL;
  g_autoptr (NscStep) gone = NULL;

  set_up (&project);
  book = load (&project);
  made = run (&project, nsc_story_book_duplicate (book, "s", "Other", "另一个"));
  g_assert_cmpint (made->kind, ==, NSC_STEP_ADD);
  assert_told (&project, "s-2", "a1 b2 c3 d4");
  gone = run (&project, nsc_story_book_delete (book, "s"));
  g_assert_cmpint (gone->kind, ==, NSC_STEP_DELETE);
  g_assert_cmpstr (gone->subject, ==, "Story");
  assert_told (&project, "s", "");
  assert_told (&project, "s-2", "a1 b2 c3 d4");
  test_project_tear_down (&project);
}

/* One record that is refused takes all back. */
static void
test_all_or_nothing (void)
{
  TestProject project;
  g_autoptr (NscStoryBook) book = NULL;
  g_autoptr (NscRecordChanges) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_up (&project);
  before = test_project_dump (&project);
  book = load (&project);
  changes = nsc_story_book_move (book, "s", 0, 1);
  nsc_record_changes_save (changes,
                           test_record_new ("story_steps", "story", "s", "position", "1", "report", "growth", NULL));
  g_assert_null (nsc_record_changes_run (changes, project.store, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_CONFLICT);
  after = test_project_dump (&project);
  g_assert_cmpstr (before, ==, after);
  test_project_tear_down (&project);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/model/story-book/move", test_move);
  g_test_add_func ("/model/story-book/remove", test_remove);
  g_test_add_func ("/model/story-book/append", test_append);
  g_test_add_func ("/model/story-book/duplicate-and-delete", test_duplicate_and_delete);
  g_test_add_func ("/model/story-book/all-or-nothing", test_all_or_nothing);
  return g_test_run ();
}
