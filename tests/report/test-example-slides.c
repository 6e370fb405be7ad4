/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-new-project.h"
#include "nsc-report.h"

#include "nsc-axis.h"
#include "nsc-scene-item.h"
#include "scene-ink.h"
#include "test-folder.h"

/* The example's figures on slides of every usual shape. */

#define MOST_USUAL_ROWS 12

typedef struct
{
  char *folder;
  NscStore *store;
  NscReader *reader;
} Fixture;

static const struct
{
  const char *report;
  const char *pairs[5];
} figures[] = {
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

static const double sizes[][2] = { { 1920, 1080 }, { 1024, 768 }, { 768, 1366 } };

static void
set_up (Fixture *self, gconstpointer unused)
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

static void
tear_down (Fixture *self, gconstpointer unused)
{
  nsc_reader_free (self->reader);
  g_assert_true (nsc_store_close (self->store, NULL));
  g_object_unref (self->store);
  test_folder_remove (self->folder);
  g_free (self->folder);
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

/* Nothing of it is cut off, and no word of it is torn apart. */
static void
check_label (const NscAxis *rows, const char *line)
{
  g_auto (GStrv) words = g_strsplit_set (line, " -", -1);

  g_assert_false (g_str_has_suffix (line, "…"));
  for (guint i = 0; g_str_is_ascii (line) && words[i] != NULL; i++)
    g_assert_true (*words[i] == '\0' || is_known_word (rows, words[i]));
}

static void
check_title (const NscScene *scene)
{
  double largest = 0;
  guint n_lines = 0;

  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      if (item->kind == NSC_ITEM_TEXT && item->style.size > largest)
        n_lines = 0;
      if (item->kind == NSC_ITEM_TEXT)
        largest = MAX (largest, item->style.size);
      n_lines += item->kind == NSC_ITEM_TEXT && item->style.size == largest;
    }
  g_assert_cmpfloat (n_lines * largest, <=, nsc_scene_get_height (scene) / 6);
}

static void
check_slide (NscFigure *figure, double width, double height)
{
  g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_SLIDE), width, height);
  const NscAxis *rows = nsc_figure_get_rows (figure);
  guint n_rows = nsc_figure_get_n_rows (figure);

  g_test_message ("%s, %g x %g", nsc_figure_get_title (figure), width, height);
  scene_ink_check (scene);
  check_title (scene);
  g_assert_cmpfloat (scene_ink_get_smallest_type (scene), >=, MIN (width, height) / 40 - 1e-6);
  if (n_rows <= MOST_USUAL_ROWS)
    g_assert_cmpint (nsc_scene_find (scene, NSC_KEY_FOLDED), <, 0);
  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      if (item->kind == NSC_ITEM_TEXT && item->part.is_label)
        check_label (rows, item->line.text);
    }
}

static void
check_figure (Fixture *self, guint index, const char *language)
{
  g_autoptr (GHashTable) options = nsc_options_new ();
  g_autoptr (NscResult) result = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; figures[index].pairs[i] != NULL; i += 2)
    nsc_options_set (options, figures[index].pairs[i], figures[index].pairs[i + 1]);
  nsc_options_set (options, "language", language);
  result = nsc_report_run (nsc_report_find (figures[index].report), self->reader, options, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    check_slide (nsc_result_get_figure (result), sizes[i][0], sizes[i][1]);
}

/* All rows of a figure of usual size are there, with all of their names, below a title that leaves them room. */
static void
test_shapes (Fixture *self, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      check_figure (self, i, "en");
      check_figure (self, i, "zh_CN");
    }
}

static gboolean
is_tried (const char *report)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i].report, report))
      return TRUE;
  return FALSE;
}

static void
test_reports (void)
{
  for (const NscReport *const *report = nsc_report_list (); *report != NULL; report++)
    g_assert_true (is_tried ((*report)->name));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/example-slides/reports", test_reports);
  g_test_add ("/report/example-slides/shapes", Fixture, NULL, set_up, test_shapes, tear_down);
  return g_test_run ();
}
