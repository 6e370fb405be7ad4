/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "example-fixture.h"

#include "nsc-new-project.h"

#include "nsc-scene-item.h"
#include "test-folder.h"

static const ExampleFigure figures[] = {
  { "agenda", { "first", "microsoft", "second", "un_gge,un_oewg" } },
  { "salience", { "publisher", "microsoft;un_gge,un_oewg" } },
  { "salience", { "publisher", "microsoft;un_gge;un_oewg" } },
  { "distribution", { "initiative", "tech_accord", "by", "country" } },
  { "distribution", { "initiative", "tech_accord,charter_of_trust", "by", "sector" } },
  { "distribution", { "initiative", "tech_accord,charter_of_trust,paris_call", "by", "country" } },
  { "distribution", { "initiative", "tech_accord,charter_of_trust,paris_call", "by", "region" } },
  { "diversity", { "initiative", "tech_accord,charter_of_trust,paris_call", "by", "country" } },
  { "growth", { "initiative", "paris_call" } },
  { "growth", { "initiative", "tech_accord" } },
};

void
example_fixture_set_up (ExampleFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = test_folder_new ();
  path = g_build_filename (self->folder, "example.normscape", NULL);
  self->store = nsc_new_project_create (path, NULL, "cyber-norms", NULL, &error);
  g_assert_no_error (error);
  self->reader = nsc_store_take_reader (self->store, &error);
  g_assert_no_error (error);
}

void
example_fixture_tear_down (ExampleFixture *self, gconstpointer unused)
{
  nsc_reader_free (self->reader);
  g_assert_true (nsc_store_close (self->store, NULL));
  g_object_unref (self->store);
  test_folder_remove (self->folder);
  g_free (self->folder);
}

void
example_fixture_check (ExampleFixture *self,
                       const ExampleFigure *figure,
                       const char *language,
                       void (*check) (NscFigure *figure))
{
  g_autoptr (GHashTable) options = nsc_options_new ();
  g_autoptr (NscResult) result = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; figure->pairs[i] != NULL; i += 2)
    nsc_options_set (options, figure->pairs[i], figure->pairs[i + 1]);
  nsc_options_set (options, "language", language);
  result = nsc_report_run (nsc_report_find (figure->report), self->reader, options, NULL, &error);
  g_assert_no_error (error);
  check (nsc_result_get_figure (result));
}

void
example_fixture_each (ExampleFixture *self, void (*check) (NscFigure *figure))
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      example_fixture_check (self, &figures[i], "en", check);
      example_fixture_check (self, &figures[i], "zh_CN", check);
    }
}

gboolean
example_fixture_shows (const char *report)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i].report, report))
      return TRUE;
  return FALSE;
}

static gboolean
is_known_word (const NscAxis *rows, const char *word)
{
  for (guint row = 0; row < nsc_axis_get_n_labels (rows); row++)
    {
      g_auto (GStrv) words = g_strsplit_set (nsc_axis_get_label (rows, row), " -", -1);

      if (g_strv_contains ((const char *const *) words, word))
        return TRUE;
    }
  return FALSE;
}

static void
check_line (const NscAxis *rows, const char *line)
{
  g_auto (GStrv) words = g_strsplit_set (line, " -", -1);

  g_assert_false (g_str_has_suffix (line, "…"));
  g_test_message ("“%s”", line);
  for (guint i = 0; g_str_is_ascii (line) && words[i] != NULL; i++)
    g_assert_true (*words[i] == '\0' || is_known_word (rows, words[i]));
}

void
example_fixture_check_names (const NscScene *scene)
{
  const NscAxis *rows = nsc_figure_get_rows (nsc_scene_get_figure (scene));

  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      if (item->kind == NSC_ITEM_TEXT && item->part.is_label)
        check_line (rows, item->line.text);
    }
}
