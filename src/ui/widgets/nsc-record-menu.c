/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-menu.h"

#include "nsc-accessible-names.h"
#include "nsc-record-columns.h"

#include <glib/gi18n-lib.h>

/* Keys that are told by hand are those that the table answers to itself. */
static void
append (GMenu *menu, const char *label, const char *action, const char *key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (key != NULL)
    g_menu_item_set_attribute (item, "accel", "s", key);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) editing = g_menu_new ();
  g_autoptr (GMenu) looking = g_menu_new ();
  g_autoptr (GMenu) deleting = g_menu_new ();

  append (editing, _ ("_Edit…"), "records.edit", "Return");
  append (editing, _ ("D_uplicate…"), "records.duplicate", "<Control>d");
  append (looking, _ ("What _Refers to It"), "records.show-referrers", NULL);
  append (deleting, _ ("_Delete"), "records.delete", "Delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (editing));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (looking));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (deleting));
  return G_MENU_MODEL (menu);
}

static GtkSelectionModel *
get_model (GtkWidget *menu)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (gtk_widget_get_parent (menu)));
}

static void
pop_up (GtkWidget *menu, const GdkRectangle *at)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), at);
  gtk_popover_popup (GTK_POPOVER (menu));
}

static void
pop_up_at_point (GtkWidget *menu, GtkGesture *gesture, double x, double y)
{
  GtkColumnViewCell *cell =
      nsc_record_columns_find_cell (gtk_widget_pick (gtk_widget_get_parent (menu), x, y, GTK_PICK_DEFAULT));
  guint position = cell != NULL ? gtk_column_view_cell_get_position (cell) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (!gtk_selection_model_is_selected (get_model (menu), position))
    gtk_selection_model_select_item (get_model (menu), position, TRUE);
  pop_up (menu, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static void
pressed_cb (GtkGesture *gesture, int n_press, double x, double y, GtkWidget *menu)
{
  pop_up_at_point (menu, gesture, x, y);
}

static void
long_pressed_cb (GtkGesture *gesture, double x, double y, GtkWidget *menu)
{
  pop_up_at_point (menu, gesture, x, y);
}

static gboolean
has_selection (GtkWidget *menu)
{
  GtkSelectionModel *model = get_model (menu);
  g_autoptr (GtkBitset) selected = model != NULL ? gtk_selection_model_get_selection (model) : NULL;

  return selected != NULL && !gtk_bitset_is_empty (selected);
}

static gboolean
menu_key_cb (GtkWidget *view, GVariant *arguments, gpointer user_data)
{
  GtkWidget *menu = user_data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (view));
  graphene_rect_t bounds;

  if (focus == NULL || !has_selection (menu) || !gtk_widget_compute_bounds (focus, view, &bounds))
    return FALSE;
  pop_up (menu, &(GdkRectangle) { (int) bounds.origin.x + 24, (int) bounds.origin.y, 1, (int) bounds.size.height });
  return TRUE;
}

GtkWidget *
nsc_record_menu_new (GtkColumnView *view)
{
  g_autoptr (GMenuModel) model = make_menu ();
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  nsc_accessible_names_complete_menu (GTK_POPOVER_MENU (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, GTK_WIDGET (view));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), menu, 0);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (long_pressed_cb), menu, 0);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                                                          gtk_callback_action_new (menu_key_cb, menu, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  return menu;
}
