/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-figure-surface.h"

#include "ui-fixture.h"

static NscScene *
make_scene (double width)
{
  g_autoptr (NscFigure) figure = nsc_figure_new ("en");

  nsc_figure_set_title (figure, "A title");
  return nsc_scene_new (figure, nsc_theme_get (NSC_THEME_SCREEN_LIGHT), width, 300);
}

/* The first picture that is complete. */
static GskRenderNode *
wait_until_fine (NscFigureSurface *surface, NscScene *scene)
{
  const NscFigureShot shot = { .zoom = 1, .width = 2000, .height = 2000, .scale = 1 };

  for (;;)
    {
      g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) node = NULL;

      nsc_figure_surface_snapshot (surface, snapshot, scene, &shot);
      node = gtk_snapshot_to_node (snapshot);
      if (nsc_figure_surface_is_fine (surface))
        return g_steal_pointer (&node);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* Tiles are whole once they are there, and of a page that was larger nothing stays beside the next one. */
static void
test_pages (void)
{
  g_autoptr (NscFigureSurface) surface = nsc_figure_surface_new ();
  g_autoptr (NscScene) large = make_scene (1400);
  g_autoptr (NscScene) small = make_scene (200);
  g_autoptr (GskRenderNode) first = wait_until_fine (surface, large);
  g_autoptr (GskRenderNode) second = wait_until_fine (surface, small);
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (first, &bounds);
  g_assert_true (graphene_rect_equal (&bounds, &GRAPHENE_RECT_INIT (0, 0, 1400, 300)));
  gsk_render_node_get_bounds (second, &bounds);
  g_assert_true (graphene_rect_equal (&bounds, &GRAPHENE_RECT_INIT (0, 0, 200, 300)));
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
  g_test_add_func ("/figure-surface/pages", test_pages);
  return g_test_run ();
}
