/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include "nsc-scene.h"
#include "nsc-store.h"
#include "nsc-story.h"

#include <string.h>

#define STORY "who_sets_the_agenda"
#define PROJECT "story.normscape"

static void
check_step (NscReader *reader, const NscStoryStep *step)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscResult) result = NULL;
  g_autoptr (NscScene) scene = NULL;

  g_test_message ("%s", step->id);
  g_assert_cmpstr (step->trouble, ==, NULL);
  g_assert_cmpstr (step->note, !=, "");
  result = nsc_report_run (step->report, reader, step->options, NULL, &error);
  g_assert_no_error (error);
  scene = nsc_scene_new (nsc_result_get_figure (result), nsc_theme_get (NSC_THEME_SLIDE), 960, 540);
  g_assert_cmpuint (nsc_scene_get_n_marks (scene), >, 0);
}

/* Every step of the example's story gives a figure, in the language that it is told in. */
static void
test_example (gconstpointer language)
{
  g_autofree char *path = cli_fixture_path (cli_example ());
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStore) store = nsc_store_open (path, NSC_STORE_READ, NULL, &error);
  g_autoptr (NscReader) reader = NULL;
  g_autoptr (NscStory) story = NULL;

  g_assert_no_error (error);
  reader = nsc_store_take_reader (store, &error);
  g_assert_no_error (error);
  story = nsc_story_load (reader, STORY, language, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (story->steps->len, >=, 6);
  for (guint i = 0; i < story->steps->len; i++)
    check_step (reader, g_ptr_array_index (story->steps, i));
}

static void
make_project (void)
{
  static gboolean made;
  g_autofree char *output = NULL;
  g_autofree char *imported = NULL;

  if (made)
    return;
  made = TRUE;
  output = cli_output ("create", PROJECT, NULL);
  cli_fixture_write ("stories.csv", "id,title_en\nlesson,A lesson\n");
  imported = cli_output ("import", PROJECT, "stories", "stories.csv", NULL);
}

/* A file comes in, matched by its key, and goes out with all that was blank filled in. */
static void
test_import (void)
{
  g_autofree char *first = NULL, *second = NULL, *out = NULL, *list = NULL;

  make_project ();
  cli_fixture_write ("steps.csv", "story,position,report,options,reveal,note_en\n"
                                  "lesson,1,growth,initiative=a,Years,\"One, two\"\n"
                                  "lesson,2,distribution,\"initiative=\"\"a b\"\" by=country\",,\n");
  first = cli_output ("import", PROJECT, "story_steps", "steps.csv", NULL);
  g_assert_cmpstr (first, ==, "2 added, 0 the same, 0 changed, 0 skipped\n");
  second = cli_output ("import", PROJECT, "story_steps", "steps.csv", NULL);
  g_assert_cmpstr (second, ==, "0 added, 2 the same, 0 changed, 0 skipped\n");
  out = cli_output ("export", PROJECT, "story_steps", NULL);
  g_assert_cmpstr (out, ==,
                   "id,story,position,report,options,reveal,note_en,note_zh,source,confidence\n"
                   "story_steps-1,lesson,1,growth,initiative=a,years,\"One, two\",,,unstated\n"
                   "story_steps-2,lesson,2,distribution,\"initiative=\"\"a b\"\" by=country\",none,,,,unstated\n");
  list = cli_output ("list", PROJECT, "story_steps", NULL);
  g_assert_cmpstr (list, ==, "story_steps-1\tlesson, 1\nstory_steps-2\tlesson, 2\n");
}

/* Every row that cannot be shown is refused where it stands. */
static void
test_refused (void)
{
  static const char *const told[] = {
    "bad.csv:2:report: ",   "bad.csv:3:options: ", "bad.csv:4:options: ", "bad.csv:5:options: ",  "bad.csv:6:reveal: ",
    "bad.csv:7:position: ", "bad.csv:8:story: ",   "bad.csv:9:options: ", "bad.csv:10:options: ",
  };
  g_auto (CliAnswer) answer = { 0 };

  make_project ();
  cli_fixture_write ("bad.csv", "story,position,report,options,reveal\n"
                                "lesson,11,rainfall,initiative=a,\n"
                                "lesson,12,growth,,\n"
                                "lesson,13,growth,initiative=a colour=red,\n"
                                "lesson,14,growth,\"initiative=\"\"a\",\n"
                                "lesson,15,growth,initiative=a,leaps\n"
                                "lesson,-1,growth,initiative=a,\n"
                                "nobody,17,growth,initiative=a,\n"
                                "lesson,18,growth,initiative=a initiative=b,\n"
                                "lesson,19,growth,initiative=a language=en,\n");
  answer = cli_run ("import", PROJECT, "story_steps", "bad.csv", NULL);
  g_assert_cmpint (answer.status, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_test_message ("%s", told[i]);
      g_assert_nonnull (strstr (answer.err, told[i]));
    }
}

int
main (int argc, char *argv[])
{
  cli_fixture_init (&argc, &argv);
  g_test_add_data_func ("/cli/story/example/en", "en", test_example);
  g_test_add_data_func ("/cli/story/example/zh_CN", "zh_CN", test_example);
  g_test_add_func ("/cli/story/import", test_import);
  g_test_add_func ("/cli/story/refused", test_refused);
  return cli_fixture_finish (g_test_run ());
}
