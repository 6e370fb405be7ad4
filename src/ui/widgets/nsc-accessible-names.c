/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-accessible-names.h"

static GtkWidget *
find_within (GtkWidget *root, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find_within (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* An item of a menu refers to a label that says nothing to a screen reader. */
static void
name_menu_items (GtkWidget *root)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *text = NULL;
      g_auto (GStrv) parts = NULL;
      g_autofree char *words = NULL;

      name_menu_items (child);
      if (!g_str_equal (G_OBJECT_TYPE_NAME (child), "GtkModelButton"))
        continue;
      g_object_get (child, "text", &text, NULL);
      if (text == NULL)
        continue;
      parts = g_strsplit (text, "_", -1);
      words = g_strjoinv ("", parts);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
    }
}

static void
menu_shown_cb (GtkWidget *menu)
{
  name_menu_items (menu);
}

/* What is in a menu can have changed since it was open. */
static void
menu_toggled_cb (GtkMenuButton *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  if (gtk_menu_button_get_active (button) && GTK_IS_POPOVER_MENU (popover))
    name_menu_items (GTK_WIDGET (popover));
}

static void
title_changed_cb (GtkWidget *scrolled, GParamSpec *pspec, AdwStatusPage *page)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_status_page_get_title (page), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  adw_status_page_get_description (page), -1);
}

/* Where nothing in it can be pressed, what scrolls it is where the keyboard stops. */
static void
name_status_page (GtkWidget *page)
{
  GtkWidget *scrolled = find_within (page, GTK_TYPE_SCROLLED_WINDOW);

  if (scrolled == NULL)
    return;
  g_signal_connect_object (page, "notify::title", G_CALLBACK (title_changed_cb), scrolled, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::description", G_CALLBACK (title_changed_cb), scrolled, G_CONNECT_SWAPPED);
  title_changed_cb (scrolled, NULL, ADW_STATUS_PAGE (page));
}

static void
subtitle_changed_cb (AdwActionRow *row)
{
  const char *subtitle = adw_action_row_get_subtitle (row);
  g_autofree char *bare = NULL;

  if (subtitle != NULL && adw_preferences_row_get_use_markup (ADW_PREFERENCES_ROW (row)))
    pango_parse_markup (subtitle, -1, 0, NULL, &bare, NULL, NULL);
  if (bare != NULL)
    subtitle = bare;
  nsc_accessible_names_describe_row (GTK_WIDGET (row), subtitle != NULL ? subtitle : "");
}

void
nsc_accessible_names_complete (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_MENU_BUTTON (child))
        g_signal_connect (child, "notify::active", G_CALLBACK (menu_toggled_cb), NULL);
      else if (ADW_IS_STATUS_PAGE (child))
        name_status_page (child);
      else if (ADW_IS_ACTION_ROW (child))
        nsc_accessible_names_complete_row (ADW_ACTION_ROW (child));
      nsc_accessible_names_complete (child);
    }
}

void
nsc_accessible_names_complete_menu (GtkPopoverMenu *menu)
{
  g_return_if_fail (GTK_IS_POPOVER_MENU (menu));
  g_signal_connect (menu, "map", G_CALLBACK (menu_shown_cb), NULL);
}

void
nsc_accessible_names_complete_row (AdwActionRow *row)
{
  g_return_if_fail (ADW_IS_ACTION_ROW (row));
  g_signal_connect (row, "notify::subtitle", G_CALLBACK (subtitle_changed_cb), NULL);
  subtitle_changed_cb (row);
}

/* It refers to the label of its second line, of which GTK 4.18 asks the description and not the words. */
void
nsc_accessible_names_describe_row (GtkWidget *row, const char *words)
{
  g_return_if_fail (ADW_IS_PREFERENCES_ROW (row));
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}
