/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-window-parts.h"

static gboolean
holds (GtkWidget *part, GtkWidget *focus)
{
  return focus != NULL && (part == focus || gtk_widget_is_ancestor (focus, part));
}

static GPtrArray *
list_parts (NscWindow *window)
{
  NscPage *page = nsc_window_get_page (window);
  GPtrArray *parts = g_ptr_array_new ();
  GtkWidget *part = nsc_window_get_page_list (window);

  if (part != NULL)
    g_ptr_array_add (parts, part);
  for (guint i = 0; (part = nsc_page_get_part (page, i)) != NULL; i++)
    g_ptr_array_add (parts, part);
  return parts;
}

/* From a header, which is no part, it goes to the content that stands below. */
static void
part_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NscWindow *window = user_data;
  gboolean forward = g_str_equal (g_variant_get_string (parameter, NULL), "next");
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_autoptr (GPtrArray) parts = NULL;
  guint here = 0;

  if (nsc_window_get_page (window) == NULL || adw_application_window_get_visible_dialog (user_data) != NULL)
    return;
  parts = list_parts (window);
  for (guint i = 0; i < parts->len; i++)
    if (holds (g_ptr_array_index (parts, i), focus))
      here = i;
  /* A part in which nothing can be focused is passed. */
  for (guint i = 1; i < parts->len; i++)
    if (gtk_widget_child_focus (g_ptr_array_index (parts, (forward ? here + i : here + parts->len - i) % parts->len),
                                GTK_DIR_TAB_FORWARD))
      return;
  if (!holds (g_ptr_array_index (parts, here), focus))
    gtk_widget_child_focus (g_ptr_array_index (parts, here), GTK_DIR_TAB_FORWARD);
}

void
nsc_window_parts_add (NscWindow *window)
{
  static const GActionEntry entries[] = {
    { "part", part_cb, "s" },
  };

  g_return_if_fail (NSC_IS_WINDOW (window));

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
}
