/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the shortcuts dialog tells and what the keyboard does are the same: each key that a widget of ours answers to is
 * told, and no key means two things at one place. */
#include "nsc-action-table.h"
#include "nsc-page-list.h"
#include "nsc-project-opening.h"
#include "nsc-report-page.h"
#include "nsc-shortcuts-dialog.h"

#include "window-fixture.h"

typedef struct
{
  NscWindow *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer unused)
{
  self->window = window_fixture_show ();
  window_fixture_open_example (self->window);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  window_fixture_close (g_steal_pointer (&self->window));
}

/* ---- the table ---- */

/* A key as it is told, whichever block of the keyboard it is of. */
static char *
name_key (guint key, GdkModifierType modifiers)
{
  static const guint pads[][2] = {
    { GDK_KEY_KP_Up, GDK_KEY_Up },         { GDK_KEY_KP_Down, GDK_KEY_Down },    { GDK_KEY_KP_Left, GDK_KEY_Left },
    { GDK_KEY_KP_Right, GDK_KEY_Right },   { GDK_KEY_KP_Enter, GDK_KEY_Return }, { GDK_KEY_KP_Delete, GDK_KEY_Delete },
    { GDK_KEY_ISO_Left_Tab, GDK_KEY_Tab },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pads); i++)
    if (key == pads[i][0])
      key = pads[i][1];
  return gtk_accelerator_name (gdk_keyval_to_lower (key), modifiers);
}

static GHashTable *
list_told (void)
{
  GHashTable *told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const NscActionKey *key = nsc_action_table_get (); key->title != NULL; key++)
    for (guint i = 0; i < G_N_ELEMENTS (key->accels) && key->accels[i] != NULL; i++)
      {
        GdkModifierType modifiers;
        guint value;

        g_assert_true (gtk_accelerator_parse (key->accels[i], &value, &modifiers));
        g_hash_table_add (told, name_key (value, modifiers));
      }
  return told;
}

/* An action of the window works everywhere in it, so that no other may have its key; where a page has a use of its own
 * for a key, the action is not offered there. */
static void
test_no_key_twice (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) grouped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const NscActionKey *key = nsc_action_table_get (); key->title != NULL; key++)
    for (guint i = 0; i < G_N_ELEMENTS (key->accels) && key->accels[i] != NULL; i++)
      {
        if (key->action != NULL && !g_hash_table_add (seen, (gpointer) key->accels[i]))
          g_error ("%s has two actions", key->accels[i]);
        if (!g_hash_table_add (grouped, g_strconcat (key->group, " ", key->accels[i], NULL)))
          g_error ("%s has two meanings in “%s”", key->accels[i], key->group);
      }
}

/* ---- the widgets ---- */

static GListModel *
get_class_keys (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), "gtk-widget-class-shortcuts") == 0)
        return G_LIST_MODEL (g_steal_pointer (&controller));
    }
  return NULL;
}

static char *
dup_key (GListModel *keys, guint i)
{
  g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (keys, i);
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

  if (!GTK_IS_KEYVAL_TRIGGER (trigger))
    return NULL;
  return name_key (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
                   gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)));
}

static gboolean
is_ours (GType type)
{
  return g_str_has_prefix (g_type_name (type), "Nsc");
}

/* What a widget of ours has from the toolkit, which is as it is everywhere. */
static GHashTable *
list_inherited (GtkWidget *widget)
{
  GHashTable *inherited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GType type = G_OBJECT_TYPE (widget);
  g_autoptr (GtkWidget) parent = NULL;
  g_autoptr (GListModel) keys = NULL;

  while (is_ours (type))
    type = g_type_parent (type);
  if (G_TYPE_IS_ABSTRACT (type))
    return inherited;
  parent = g_object_ref_sink (g_object_new (type, NULL));
  keys = get_class_keys (parent);
  /* Libadwaita shows a window at the size of a telephone for who develops it, and does not name that. */
  if (GTK_IS_WINDOW (widget))
    g_hash_table_add (inherited, g_strdup ("<Shift><Control>m"));
  for (guint i = 0; keys != NULL && i < g_list_model_get_n_items (keys); i++)
    {
      char *key = dup_key (keys, i);

      if (key != NULL)
        g_hash_table_add (inherited, key);
    }
  if (GTK_IS_WINDOW (parent))
    gtk_window_destroy (GTK_WINDOW (parent));
  return inherited;
}

typedef struct
{
  GHashTable *told;
  guint n; /* keys that were met */
} Search;

static void
check_keys (GtkWidget *widget, GListModel *keys, GHashTable *inherited, Search *search)
{
  for (guint i = 0; i < g_list_model_get_n_items (keys); i++)
    {
      g_autofree char *key = dup_key (keys, i);

      /* Tab goes about everywhere, and is told nowhere. */
      if (key == NULL || g_str_has_suffix (key, "Tab") || (inherited != NULL && g_hash_table_contains (inherited, key)))
        continue;
      search->n++;
      if (!g_hash_table_contains (search->told, key))
        g_error ("%s of %s is told nowhere", key, G_OBJECT_TYPE_NAME (widget));
    }
}

static void
check_widget (GtkWidget *widget, Search *search)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      const char *name = gtk_event_controller_get_name (controller);
      gboolean is_of_class = g_strcmp0 (name, "gtk-widget-class-shortcuts") == 0;
      g_autoptr (GHashTable) inherited = NULL;

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      /* The toolkit names its own. */
      if (is_of_class ? !is_ours (G_OBJECT_TYPE (widget)) : name != NULL)
        continue;
      if (is_ours (G_OBJECT_TYPE (widget)))
        inherited = list_inherited (widget);
      check_keys (widget, G_LIST_MODEL (controller), inherited, search);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_widget (child, search);
}

static void
check_dialog (Fixture *self, const char *action, const char *target, Search *search)
{
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (self->window);

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (window), action,
                                                     target != NULL ? g_variant_new_string (target) : NULL));
  window_fixture_wait_for_dialog (self->window);
  check_widget (GTK_WIDGET (adw_application_window_get_visible_dialog (window)), search);
  adw_dialog_force_close (adw_application_window_get_visible_dialog (window));
}

static gboolean
shows_result (gpointer data)
{
  NscPage *page = nsc_window_get_page (((Fixture *) data)->window);

  return NSC_IS_REPORT_PAGE (page) && nsc_report_page_get_result (NSC_REPORT_PAGE (page)) != NULL;
}

static void
test_each_key_is_told (Fixture *self, gconstpointer unused)
{
  g_autoptr (GHashTable) told = list_told ();
  Search search = { told, 0 };

  for (const NscPageEntry *entry = nsc_page_list_get (); entry->name != NULL; entry++)
    {
      nsc_window_show_page (self->window, entry->name);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
    }
  check_widget (GTK_WIDGET (self->window), &search);
  g_assert_cmpint (search.n, >, 20);
  check_dialog (self, "win.add-to", "actors", &search);
  nsc_window_show_page (self->window, "signatories");
  ui_fixture_wait (shows_result, self);
  check_dialog (self, "win.add-to-story", NULL, &search);
  check_dialog (self, "win.export", NULL, &search);
}

/* The lines of the label of several keys below WIDGET, made narrow, end at its end. Gives how many lines there were. */
static guint
check_ends_of_lines (GtkWidget *widget)
{
  guint n_lines = 0;

  if (GTK_IS_LABEL (widget) && gtk_label_get_justify (GTK_LABEL (widget)) == GTK_JUSTIFY_RIGHT)
    {
      g_autoptr (PangoLayout) layout = pango_layout_copy (gtk_label_get_layout (GTK_LABEL (widget)));

      pango_layout_set_width (layout, 1);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
      for (int i = 0; i < pango_layout_get_line_count (layout) - 1; i++)
        {
          PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
          const char *end = pango_layout_get_text (layout) + line->start_index + line->length;

          g_assert_false (g_str_has_prefix (end - 2, "  "));
          g_assert_cmpint (g_utf8_get_char (g_utf8_find_prev_char (pango_layout_get_text (layout), end)), !=, 0xa0);
          n_lines++;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_lines += check_ends_of_lines (child);
  return n_lines;
}

static void
test_keys_end_flush (Fixture *self, gconstpointer unused)
{
  AdwDialog *dialog = ADW_DIALOG (nsc_shortcuts_dialog_new ());

  adw_dialog_present (dialog, GTK_WIDGET (self->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  g_assert_cmpuint (check_ends_of_lines (GTK_WIDGET (dialog)), >, 0);
  adw_dialog_force_close (dialog);
}

int
main (int argc, char *argv[])
{
  window_fixture_init (&argc, &argv);

  g_test_add_func ("/shortcuts/no_key_twice", test_no_key_twice);
  g_test_add ("/shortcuts/each_key_is_told", Fixture, NULL, set_up, test_each_key_is_told, tear_down);
  g_test_add ("/shortcuts/keys_end_flush", Fixture, NULL, set_up, test_keys_end_flush, tear_down);

  return window_fixture_run ();
}
