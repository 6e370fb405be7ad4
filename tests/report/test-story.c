/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-story.h"

#include "nsc-code-words.h"
#include "nsc-error.h"
#include "nsc-option-text.h"

#include "own-project.h"

#include <string.h>

/* The choices of a step's report are the reports there are, in their order and by their titles. */
static void
test_reports_are_choices (void)
{
  const NscTable *table = nsc_table_find ("story_steps");
  const char *const *choices = table->columns[nsc_table_find_column (table, "report")].choices;
  const NscReport *const *reports = nsc_report_list ();
  guint n = 0;

  for (; reports[n] != NULL; n++)
    {
      g_autofree char *words = nsc_code_words ("en", reports[n]->name);

      g_assert_cmpstr (choices[n], ==, reports[n]->name);
      g_assert_cmpstr (words, ==, reports[n]->title);
    }
  g_assert_null (choices[n]);
}

static void
test_reveals (void)
{
  const NscTable *table = nsc_table_find ("story_steps");
  const char *const *choices = table->columns[nsc_table_find_column (table, "reveal")].choices;

  for (guint i = 0; i <= NSC_REVEAL_YEARS; i++)
    {
      g_assert_cmpstr (nsc_reveal_kind_get_name ((NscRevealKind) i), ==, choices[i]);
      g_assert_cmpint (nsc_reveal_kind_find (choices[i]), ==, i);
    }
  g_assert_null (choices[NSC_REVEAL_YEARS + 1]);
  g_assert_cmpint (nsc_reveal_kind_find ("leaps"), ==, NSC_REVEAL_NONE);
}

static void
test_options_text (void)
{
  const NscReport *report = nsc_report_find ("distribution");
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) options = nsc_option_text_parse (
      report, "include-unverified=yes by=country initiative=\"a b,c\" cumulative=yes as-of=2020-05", &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (nsc_options_get (options, "initiative"), ==, "a b,c");
  g_assert_true (nsc_options_is_on (options, "cumulative"));
  nsc_options_set (options, "language", "zh_CN");
  text = nsc_option_text_print (report, options);
  g_assert_cmpstr (text, ==, "initiative=\"a b,c\" by=country cumulative=yes include-unverified=yes as-of=2020-05");
}

/* Whatever values the options of a report have, they come back. */
static void
test_round_trip (void)
{
  static const char *const values[] = { "a", "a,b", "a;b", "two words", "\"", "\\", " ", "a=b", "规范", "\t\n" };

  for (const NscReport *const *report = nsc_report_list (); *report != NULL; report++)
    for (guint i = 0; i < 100; i++)
      {
        g_autoptr (GHashTable) options = nsc_options_new ();
        g_autoptr (GHashTable) read = NULL;
        g_autoptr (GError) error = NULL;
        g_autofree char *text = NULL;
        GHashTableIter iter;
        gpointer name, value;

        for (const NscOptionSpec *spec = (*report)->options; spec->name != NULL; spec++)
          if (spec->required || g_test_rand_bit ())
            nsc_options_set (options, spec->name,
                             spec->argument == NULL ? "yes"
                                                    : values[g_test_rand_int_range (0, (int) G_N_ELEMENTS (values))]);
        text = nsc_option_text_print (*report, options);
        read = nsc_option_text_parse (*report, text, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (g_hash_table_size (read), ==, g_hash_table_size (options));
        g_hash_table_iter_init (&iter, options);
        while (g_hash_table_iter_next (&iter, &name, &value))
          g_assert_cmpstr (nsc_options_get (read, name), ==, value);
      }
}

static void
assert_refused (const char *report, const char *text, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nsc_option_text_parse (nsc_report_find (report), text, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_refused_options (void)
{
  assert_refused ("growth", "", "initiative");
  assert_refused ("growth", "initiative=", "initiative");
  assert_refused ("growth", "initiative=a by=country", "“by”");
  assert_refused ("growth", "initiative=a language=en", "language");
  assert_refused ("growth", "initiative=a include-unverified=no", "include-unverified");
  assert_refused ("growth", "initiative=\"a", "quotes");
  assert_refused ("growth", "--initiative=a", "--initiative=a");
}

#define INSERT(table, ...)                                                                                             \
  own_project_insert (writer, table, (const char *const[]) { __VA_ARGS__ },                                            \
                      G_N_ELEMENTS (((const char *const[]) { __VA_ARGS__ })), error)

static gboolean
fill (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  return INSERT ("initiatives", "id=a", "name_en=A", "name_zh=甲") &&
         INSERT ("stories", "id=one", "title_en=One", "title_zh=一") && INSERT ("stories", "id=two", "title_en=Two") &&
         INSERT ("story_steps", "id=last", "story=one", "position=10", "report=growth", "options=initiative=a",
                 "reveal=years", "note_en=Said", "note_zh=说的") &&
         INSERT ("story_steps", "id=first", "story=one", "position=2", "report=distribution",
                 "options=initiative=a by=country as-of=2020", "note_zh=只有中文") &&
         INSERT ("story_steps", "id=odd", "story=one", "position=3", "report=cases", "options=x=y") &&
         INSERT ("story_steps", "id=wrong", "story=one", "position=4", "report=agenda", "options=first=a") &&
         INSERT ("story_steps", "id=other", "story=two", "position=1", "report=growth", "options=initiative=a");
}

static const NscStoryStep *
get_step (const NscStory *story, guint index)
{
  return g_ptr_array_index (story->steps, index);
}

static void
test_load (void)
{
  OwnProject project;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStory) story = NULL;
  g_autoptr (NscStory) chinese = NULL;

  own_project_open (&project, fill);
  story = nsc_story_load (project.reader, "one", "en", &error);
  g_assert_no_error (error);
  chinese = nsc_story_load (project.reader, "one", "zh_CN", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (story->title, ==, "One");
  g_assert_cmpstr (chinese->title, ==, "一");
  g_assert_cmpuint (story->steps->len, ==, 4);
  g_assert_cmpstr (get_step (story, 0)->id, ==, "first");
  g_assert_cmpstr (get_step (story, 0)->note, ==, "只有中文");
  g_assert_cmpint (get_step (story, 0)->reveal, ==, NSC_REVEAL_NONE);
  g_assert_cmpstr (get_step (story, 3)->id, ==, "last");
  g_assert_cmpstr (get_step (story, 3)->note, ==, "Said");
  g_assert_cmpstr (get_step (chinese, 3)->note, ==, "说的");
  g_assert_cmpint (get_step (story, 3)->reveal, ==, NSC_REVEAL_YEARS);
  g_assert_cmpstr (get_step (story, 0)->words, ==, "A · Home country · as of 2020");
  g_assert_cmpstr (get_step (chinese, 0)->words, ==, "甲 · 所属国家 · 截至 2020");
  g_assert_cmpstr (nsc_options_get (get_step (chinese, 3)->options, "language"), ==, "zh_CN");
  g_assert_cmpstr (nsc_options_get (get_step (chinese, 3)->options, "initiative"), ==, "a");
  own_project_close (&project);
}

/* What cannot be shown keeps its place and says why. */
static void
test_troubles (void)
{
  OwnProject project;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStory) story = NULL;

  own_project_open (&project, fill);
  story = nsc_story_load (project.reader, "one", "en", &error);
  g_assert_no_error (error);
  g_assert_null (get_step (story, 1)->report);
  g_assert_null (get_step (story, 1)->options);
  g_assert_cmpstr (get_step (story, 1)->title, ==, "cases");
  g_assert_nonnull (strstr (get_step (story, 1)->trouble, "cases"));
  g_assert_nonnull (get_step (story, 2)->report);
  g_assert_null (get_step (story, 2)->options);
  g_assert_nonnull (strstr (get_step (story, 2)->trouble, "second"));
  g_assert_null (get_step (story, 3)->trouble);
  g_assert_null (nsc_story_load (project.reader, "none", "en", &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND);
  own_project_close (&project);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/report/story/reports-are-choices", test_reports_are_choices);
  g_test_add_func ("/report/story/reveals", test_reveals);
  g_test_add_func ("/report/story/options-text", test_options_text);
  g_test_add_func ("/report/story/round-trip", test_round_trip);
  g_test_add_func ("/report/story/refused-options", test_refused_options);
  g_test_add_func ("/report/story/load", test_load);
  g_test_add_func ("/report/story/troubles", test_troubles);
  return g_test_run ();
}
