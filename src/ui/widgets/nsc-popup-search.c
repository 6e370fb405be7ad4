/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-popup-search.h"

#include "nsc-search-rank.h"

#include <glib/gi18n-lib.h>

/* As wide as what it finds may be, however little that is. */
#define ENTRY_WIDTH 260

/* What is shown where nothing was found rides on the row. */
#define NOTHING_KEY "nsc-popup-search-nothing"

/* The row's own list and search entry, which it keeps to itself. */
static gpointer
find_inside (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_inside (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gpointer
find_in_popup (AdwComboRow *row, GType type)
{
  GtkWidget *popover = find_inside (GTK_WIDGET (row), GTK_TYPE_POPOVER);

  return popover != NULL ? find_inside (popover, type) : NULL;
}

static char *
dup_text (AdwComboRow *row, gpointer item)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (!gtk_expression_evaluate (adw_combo_row_get_expression (row), item, &value) || !G_VALUE_HOLDS_STRING (&value))
    return g_strdup ("");
  return nsc_search_rank_fold (g_value_get_string (&value) != NULL ? g_value_get_string (&value) : "");
}

/* Where the best of what was found stands, GTK_INVALID_LIST_POSITION where there is none. */
static guint
find_best (AdwComboRow *row, GListModel *found, const char *text)
{
  g_autofree char *wanted = nsc_search_rank_fold (text);
  guint best = GTK_INVALID_LIST_POSITION;
  NscSearchRank best_rank = NSC_SEARCH_RANK_HAS;

  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (found, i);
      g_autofree char *searched = dup_text (row, item);
      NscSearchRank here = nsc_search_rank (searched, wanted);

      if (best != GTK_INVALID_LIST_POSITION && here >= best_rank)
        continue;
      best = i;
      best_rank = here;
    }
  return best;
}

/* ---- callbacks ---- */

static void
searched_cb (AdwComboRow *row, GtkSearchEntry *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  GtkListView *list = find_in_popup (row, GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *found = gtk_list_view_get_model (list);
  guint best;

  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), NOTHING_KEY),
                          g_list_model_get_n_items (G_LIST_MODEL (found)) == 0);
  if (*text == '\0')
    {
      gtk_widget_remove_css_class (GTK_WIDGET (list), "nsc-found");
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (list), "nsc-found");
  best = find_best (row, G_LIST_MODEL (found), text);
  if (best == GTK_INVALID_LIST_POSITION)
    return;
  gtk_selection_model_select_item (found, best, TRUE);
  gtk_list_view_scroll_to (list, best, GTK_LIST_SCROLL_NONE, NULL);
}

static void
name_list_cb (AdwComboRow *row)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (find_in_popup (row, GTK_TYPE_LIST_VIEW)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
}

static void
add_nothing_found (AdwComboRow *row, GtkWidget *list)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *nothing = gtk_label_new (_ ("Nothing Found"));

  gtk_widget_set_visible (nothing, FALSE);
  gtk_widget_set_margin_top (nothing, 12);
  gtk_widget_set_margin_bottom (nothing, 12);
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (scrolled)), nothing);
  g_object_set_data (G_OBJECT (row), NOTHING_KEY, nothing);
}

/* ---- public ---- */

void
nsc_popup_search_add (AdwComboRow *row)
{
  GtkWidget *entry, *list;

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  entry = find_in_popup (row, GTK_TYPE_SEARCH_ENTRY);
  list = find_in_popup (row, GTK_TYPE_LIST_VIEW);
  g_return_if_fail (entry != NULL && list != NULL);

  gtk_widget_set_size_request (entry, ENTRY_WIDTH, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);
  add_nothing_found (row, list);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (searched_cb), row, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (entry, "activate", G_CALLBACK (nsc_popup_search_finish), row, G_CONNECT_SWAPPED);
  g_signal_connect (row, "notify::title", G_CALLBACK (name_list_cb), NULL);
  name_list_cb (row);
}

void
nsc_popup_search_finish (AdwComboRow *row)
{
  GtkWidget *entry;
  GtkListView *list;

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  entry = find_in_popup (row, GTK_TYPE_SEARCH_ENTRY);
  list = find_in_popup (row, GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (entry, "search-changed");
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))); i++)
    if (gtk_selection_model_is_selected (gtk_list_view_get_model (list), i))
      {
        g_signal_emit_by_name (list, "activate", i);
        return;
      }
}
