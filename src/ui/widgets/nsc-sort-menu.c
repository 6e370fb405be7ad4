/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-sort-menu.h"

#include "nsc-accessible-names.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *owner;
  GtkColumnView *view; /* in it */
  char *unsorted;
  GSimpleAction *column;    /* its id, "": none */
  GSimpleAction *direction; /* "ascending", "descending" */
  GtkWidget *popover;       /* the owner's child; NULL: none yet */
  GtkWidget *focus;         /* where it was when the menu was opened, weak */
} Menu;

static void
menu_free (gpointer data)
{
  Menu *menu = data;

  g_clear_weak_pointer (&menu->focus);
  g_free (menu->unsorted);
  g_object_unref (menu->column);
  g_object_unref (menu->direction);
  g_free (menu);
}

static GtkColumnViewColumn *
find_column (const Menu *menu, const char *id)
{
  GListModel *columns = gtk_column_view_get_columns (menu->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_id (column), id) == 0)
        return column;
    }
  return NULL;
}

/* As it is sorted now. */
static void
update_states (const Menu *menu)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (menu->view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  gboolean descends = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  const char *id = column != NULL ? gtk_column_view_column_get_id (column) : "";

  g_simple_action_set_state (menu->column, g_variant_new_string (id));
  g_simple_action_set_state (menu->direction, g_variant_new_string (descends ? "descending" : "ascending"));
  g_simple_action_set_enabled (menu->direction, column != NULL);
}

static void
focus_view (gpointer view)
{
  gtk_widget_grab_focus (view);
  g_object_unref (view);
}

/* The popover gives the focus back to a row that is gone by then. */
static void
sort (const Menu *menu, const char *id, const char *direction)
{
  gtk_column_view_sort_by_column (menu->view, find_column (menu, id),
                                  g_str_equal (direction, "descending") ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  update_states (menu);
  g_idle_add_once (focus_view, g_object_ref (menu->view));
}

static void
column_chosen_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  const Menu *menu = user_data;
  g_autoptr (GVariant) direction = g_action_get_state (G_ACTION (menu->direction));

  sort (menu, g_variant_get_string (value, NULL), g_variant_get_string (direction, NULL));
}

static void
direction_chosen_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  const Menu *menu = user_data;
  g_autoptr (GVariant) column = g_action_get_state (G_ACTION (menu->column));

  sort (menu, g_variant_get_string (column, NULL), g_variant_get_string (value, NULL));
}

/* ---- opening ---- */

static void
append (GMenu *items, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, g_variant_new_string (target));
  g_menu_append_item (items, item);
}

static GMenuModel *
make_model (const Menu *menu)
{
  GListModel *columns = gtk_column_view_get_columns (menu->view);
  g_autoptr (GMenu) by = g_menu_new ();
  g_autoptr (GMenu) directions = g_menu_new ();
  GMenu *all = g_menu_new ();

  append (by, menu->unsorted, "sort.column", "");
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_sorter (column) != NULL)
        append (by, gtk_column_view_column_get_title (column), "sort.column", gtk_column_view_column_get_id (column));
    }
  append (directions, _ ("Ascending"), "sort.direction", "ascending");
  append (directions, _ ("Descending"), "sort.direction", "descending");
  g_menu_append_section (all, _ ("Sort By"), G_MENU_MODEL (by));
  g_menu_append_section (all, NULL, G_MENU_MODEL (directions));
  return G_MENU_MODEL (all);
}

static void
drop_popover (Menu *menu)
{
  g_clear_pointer (&menu->popover, gtk_widget_unparent);
}

/* By itself the focus would go on to what follows the table. */
static void
closed_cb (Menu *menu)
{
  if (menu->focus != NULL)
    gtk_widget_grab_focus (menu->focus);
}

static void
open_menu (Menu *menu, double x, double y)
{
  g_autoptr (GMenuModel) model = make_model (menu);

  update_states (menu);
  drop_popover (menu);
  g_set_weak_pointer (&menu->focus, gtk_root_get_focus (gtk_widget_get_root (menu->owner)));
  menu->popover = gtk_popover_menu_new_from_model (model);
  nsc_accessible_names_complete_menu (GTK_POPOVER_MENU (menu->popover));
  gtk_widget_set_parent (menu->popover, menu->owner);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu->popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu->popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_widget_set_halign (menu->popover, GTK_ALIGN_START);
  g_signal_connect_swapped (menu->popover, "closed", G_CALLBACK (closed_cb), menu);
  gtk_popover_popup (GTK_POPOVER (menu->popover));
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (user_data, x, y);
}

static gboolean
key_cb (GtkWidget *owner, GVariant *arguments, gpointer user_data)
{
  Menu *menu = user_data;
  graphene_rect_t area;

  if (g_list_model_get_n_items (gtk_column_view_get_columns (menu->view)) == 0 ||
      !gtk_widget_compute_bounds (GTK_WIDGET (menu->view), owner, &area))
    return FALSE;
  open_menu (menu, area.origin.x + area.size.width / 2, area.origin.y);
  return TRUE;
}

static void
listen (Menu *menu)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Menu, 0),
                                                     gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK)),
                        gtk_callback_action_new (key_cb, menu, NULL)));
  gtk_widget_add_controller (menu->owner, keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), menu);
  gtk_widget_add_controller (GTK_WIDGET (menu->view), GTK_EVENT_CONTROLLER (click));
}

static GSimpleAction *
add_action (GSimpleActionGroup *group, const char *name, const char *state, GCallback chosen, Menu *menu)
{
  GSimpleAction *action = g_simple_action_new_stateful (name, G_VARIANT_TYPE_STRING, g_variant_new_string (state));

  g_signal_connect (action, "change-state", chosen, menu);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  return action;
}

/* ---- public ---- */

void
nsc_sort_menu_add (GtkWidget *owner, GtkColumnView *view, const char *unsorted)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  Menu *menu = g_new0 (Menu, 1);

  g_return_if_fail (GTK_IS_WIDGET (owner) && GTK_IS_COLUMN_VIEW (view));

  menu->owner = owner;
  menu->view = view;
  menu->unsorted = g_strdup (unsorted);
  menu->column = add_action (group, "column", "", G_CALLBACK (column_chosen_cb), menu);
  menu->direction = add_action (group, "direction", "ascending", G_CALLBACK (direction_chosen_cb), menu);
  gtk_widget_insert_action_group (owner, "sort", G_ACTION_GROUP (group));
  g_object_set_data_full (G_OBJECT (owner), "nsc-sort-menu", menu, menu_free);
  g_signal_connect_swapped (owner, "destroy", G_CALLBACK (drop_popover), menu);
  listen (menu);
}
