/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-list.h"
#include "nsc-records-page.h"
#include "nsc-table-chooser.h"

#include "sight.h"
#include "ui-fixture.h"

#include <math.h>

/* From this contrast on a pixel is ink. */
#define INK 2.0

/* The ink of first letters, by letter and by whether their words are cut short. */
typedef struct
{
  Sight *sight;
  GtkWidget *window;
  GHashTable *bottoms[2];
  guint n_both;
} Look;

static gboolean
is_read (gpointer view)
{
  GtkSelectionModel *model = gtk_column_view_get_model (view);
  NscRecordList *list;

  if (model == NULL || g_list_model_get_n_items (G_LIST_MODEL (model)) == 0)
    return FALSE;
  list = NSC_RECORD_LIST (gtk_multi_selection_get_model (GTK_MULTI_SELECTION (model)));
  return !nsc_record_list_is_loading (list) && !nsc_record_list_is_busy (list);
}

/* Letters that end on their baseline are as good as one. */
static gpointer
get_kind (gunichar letter, GtkWidget *words)
{
  if (letter < 128 && strchr ("ABDEFHIKLMNPRTXYZ", (int) letter) != NULL)
    letter = 'H';
  /* What is dim has less ink. */
  return GUINT_TO_POINTER (letter * 2 + gtk_widget_has_css_class (words, "dim-label"));
}

static gboolean
is_cut (GtkWidget *words)
{
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (words, gtk_inscription_get_text (GTK_INSCRIPTION (words)));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > gtk_widget_get_width (words);
}

/* Where the ink in AREA ends. */
static int
find_bottom (Look *look, const graphene_rect_t *area)
{
  int left = (int) floorf (area->origin.x), right = (int) ceilf (area->origin.x + area->size.width);
  int top = (int) area->origin.y, bottom = (int) (area->origin.y + area->size.height);

  for (int y = bottom - 1; y >= top; y--)
    for (int x = left; x < right; x++)
      if (sight_get_contrast (look->sight, x, y, left, top) >= INK)
        return y + 1;
  return top;
}

static void
look_at_words (Look *look, GtkWidget *words)
{
  gunichar letter = g_utf8_get_char (gtk_inscription_get_text (GTK_INSCRIPTION (words)));
  GtkAccessibleText *text = GTK_ACCESSIBLE_TEXT (words);
  gpointer kind = get_kind (letter, words);
  graphene_rect_t area, first;
  gpointer known;
  guint cut = is_cut (words);
  int bottom;

  g_assert_true (gtk_widget_compute_bounds (words, look->window, &area));
  g_assert_true (GTK_ACCESSIBLE_TEXT_GET_IFACE (text)->get_extents (text, 0, 1, &first));
  area.origin.x += first.origin.x;
  area.size.width = first.size.width;
  bottom = find_bottom (look, &area) - (int) area.origin.y;
  g_assert_cmpint (bottom, >, 0);
  for (guint i = 0; i < 2; i++)
    if (g_hash_table_lookup_extended (look->bottoms[i], kind, NULL, &known))
      g_assert_cmpint (bottom, ==, GPOINTER_TO_INT (known));
  if (g_hash_table_insert (look->bottoms[cut], kind, GINT_TO_POINTER (bottom)) &&
      g_hash_table_contains (look->bottoms[1 - cut], kind))
    look->n_both++;
}

static gboolean
is_in_sight (GtkWidget *words)
{
  GtkWidget *view = gtk_widget_get_ancestor (words, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t area;

  return gtk_widget_get_mapped (words) && gtk_widget_compute_bounds (words, view, &area) && area.origin.y >= 0 &&
         area.origin.y + area.size.height <= (float) gtk_widget_get_height (view) && area.origin.x >= 0 &&
         area.origin.x + area.size.width <= (float) gtk_widget_get_width (view);
}

static void
look_at_cells (Look *look, GtkWidget *widget)
{
  const char *text = GTK_IS_INSCRIPTION (widget) ? gtk_inscription_get_text (GTK_INSCRIPTION (widget)) : NULL;

  if (text != NULL && *text != '\0' && is_in_sight (widget))
    look_at_words (look, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at_cells (look, child);
}

static void
look_at_table (Look *look, const char *name)
{
  GtkWidget *view = ui_fixture_find (look->window, GTK_TYPE_COLUMN_VIEW);

  nsc_table_chooser_set_table (ui_fixture_find (look->window, NSC_TYPE_TABLE_CHOOSER), nsc_table_find (name));
  ui_fixture_wait (is_read, view);
  look->sight = sight_new (look->window);
  look_at_cells (look, view);
  g_clear_pointer (&look->sight, sight_free);
}

/* All words stand on the line of their row, cut short or whole, Latin or Chinese. */
static void
test_baselines (gconstpointer font)
{
  NscProject *project = ui_fixture_open_project (TRUE);
  GtkWidget *page = nsc_records_page_new ();
  Look look = { 0 };

  look.window = ui_fixture_show (page, 1200, 700);
  nsc_page_set_project (NSC_PAGE (page), project);
  ui_fixture_wait (is_read, ui_fixture_find (page, GTK_TYPE_COLUMN_VIEW));
  g_object_set (gtk_settings_get_default (), "gtk-font-name", font, NULL);
  for (guint i = 0; i < 2; i++)
    look.bottoms[i] = g_hash_table_new (NULL, NULL);
  look_at_table (&look, "initiatives");
  look_at_table (&look, "actors");
  g_assert_cmpuint (look.n_both, >, 1);

  for (guint i = 0; i < 2; i++)
    g_hash_table_unref (look.bottoms[i]);
  nsc_page_set_project (NSC_PAGE (page), NULL);
  ui_fixture_close (look.window);
  ui_fixture_close_project (project);
}

int
main (int argc, char **argv)
{
  ui_fixture_init (&argc, &argv);
  g_test_add_data_func ("/record-cells/baselines", "Inter 11", test_baselines);
  g_test_add_data_func ("/record-cells/baselines-of-large-letters", "Inter 22", test_baselines);
  return g_test_run ();
}
