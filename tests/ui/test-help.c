/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help: its pages can be read in both languages, say the same things, lead to each other, and name keys that there
 * are; the window shows them. */
#include "nsc-action-table.h"
#include "nsc-help-topic.h"
#include "nsc-help-window.h"

#include "ui-fixture.h"

static NscHelpTopic *
load (const char *id, const char *language)
{
  g_autoptr (GError) error = NULL;
  NscHelpTopic *topic = nsc_help_topic_load (id, language, &error);

  g_assert_no_error (error);
  return topic;
}

/* A label takes Pango's markup and links. */
static gboolean
is_markup (const char *markup)
{
  g_autoptr (GRegex) links = g_regex_new ("<a href=\"[^\"]*\">|</a>", 0, 0, NULL);
  g_autofree char *words = g_regex_replace_literal (links, markup, -1, 0, "", 0, NULL);

  return pango_parse_markup (words, -1, 0, NULL, NULL, NULL, NULL);
}

static void
test_languages (void)
{
  for (const char *const *id = nsc_help_topic_list (); *id != NULL; id++)
    {
      g_autoptr (NscHelpTopic) english = load (*id, "en");
      g_autoptr (NscHelpTopic) chinese = load (*id, "zh_CN");

      g_assert_cmpuint (english->blocks->len, >, 0);
      g_assert_cmpuint (english->blocks->len, ==, chinese->blocks->len);
      g_assert_cmpstr (english->title, !=, chinese->title);
      for (guint i = 0; i < english->blocks->len; i++)
        {
          const NscHelpBlock *a = g_ptr_array_index (english->blocks, i), *b = g_ptr_array_index (chinese->blocks, i);

          g_assert_cmpint (a->kind, ==, b->kind);
          g_assert_cmpuint (a->number, ==, b->number);
          g_assert_true (is_markup (a->markup));
          g_assert_true (is_markup (b->markup));
        }
    }
}

static GPtrArray *
find_all (const char *language, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (const char *const *id = nsc_help_topic_list (); *id != NULL; id++)
    {
      g_autoptr (NscHelpTopic) topic = load (*id, language);

      for (guint i = 0; i < topic->blocks->len; i++)
        {
          const NscHelpBlock *block = g_ptr_array_index (topic->blocks, i);
          g_autoptr (GMatchInfo) match = NULL;

          for (g_regex_match (regex, block->markup, 0, &match); g_match_info_matches (match);
               g_match_info_next (match, NULL))
            g_ptr_array_add (found, g_match_info_fetch (match, 1));
        }
    }
  return found;
}

static void
test_links (void)
{
  static const char *const languages[] = { "en", "zh_CN" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GPtrArray) links = find_all (languages[i], "href=\"help:([^\"]*)\"");

      g_assert_cmpuint (links->len, >, 0);
      for (guint j = 0; j < links->len; j++)
        g_assert_true (g_strv_contains (nsc_help_topic_list (), g_ptr_array_index (links, j)));
    }
}

/* Keys pressed together, "Ctrl+Shift+N", are an accelerator of the action table. */
static gboolean
is_known (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, "+", -1);
  g_autoptr (GString) accel = g_string_new (NULL);
  guint wanted, value;
  GdkModifierType wanted_modifiers, modifiers;

  for (char **part = parts; *part != NULL; part++)
    if (part[1] != NULL)
      g_string_append_printf (accel, "<%s>", *part);
    else
      g_string_append (accel, g_str_equal (*part, "?") ? "question" : *part);
  g_assert_true (gtk_accelerator_parse (accel->str, &wanted, &wanted_modifiers));
  for (const NscActionKey *key = nsc_action_table_get (); key->title != NULL; key++)
    for (guint i = 0; i < G_N_ELEMENTS (key->accels) && key->accels[i] != NULL; i++)
      {
        g_assert_true (gtk_accelerator_parse (key->accels[i], &value, &modifiers));
        if (value == gdk_keyval_to_lower (wanted) && modifiers == wanted_modifiers)
          return TRUE;
      }
  return FALSE;
}

static void
test_keys (void)
{
  static const char *const languages[] = { "en", "zh_CN" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GPtrArray) keys = find_all (languages[i], "(<b>Ctrl</b>(?:\\+<b>[^<]*</b>)+|(?<!\\+)<b>F[0-9]+</b>)");

      g_assert_cmpuint (keys->len, >, 5);
      for (guint j = 0; j < keys->len; j++)
        {
          g_autoptr (GString) words = g_string_new (g_ptr_array_index (keys, j));

          g_string_replace (words, "<b>", "", 0);
          g_string_replace (words, "</b>", "", 0);
          if (!is_known (words->str))
            g_error ("the help speaks of a key that does nothing: %s", words->str);
        }
    }
}

static void
test_refusals (void)
{
  static const char *const pages[] = {
    "",
    "<page>",
    "<page><title>T</title></page>",
    "<page><info><desc>D</desc></info><title>T</title><table/></page>",
    "<page><info><desc>D</desc></info><title>T</title><p>x</q></page>",
    "<p>\xff</p>",
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GError) reason = NULL;

      g_assert_null (nsc_help_topic_parse (pages[i], -1, &reason));
      g_assert_error (reason, G_MARKUP_ERROR, reason->code);
    }
  g_assert_null (nsc_help_topic_load ("../C/agenda", "en", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* Lines of the file are no lines of the page: between Chinese letters nothing stands for their ends. */
static void
test_blanks (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscHelpTopic) topic =
      nsc_help_topic_parse ("<page><info><desc>D</desc></info><title>T</title><p>one\n  two &amp; <key>Ctrl</key></p>"
                            "<p>规范\n  图景</p></page>",
                            -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (((NscHelpBlock *) g_ptr_array_index (topic->blocks, 0))->markup, ==, "one two &amp; <b>Ctrl</b>");
  g_assert_cmpstr (((NscHelpBlock *) g_ptr_array_index (topic->blocks, 1))->markup, ==, "规范图景");
}

static gboolean
is_topic (gpointer data)
{
  NscHelpWindow *window = ((gpointer *) data)[0];

  return g_str_equal (nsc_help_window_get_topic (window), ((gpointer *) data)[1]);
}

static void
test_window (void)
{
  g_autoptr (GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  NscHelpWindow *window;
  GtkListBox *list;
  gpointer expected[2];

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  window = nsc_help_window_present (application, "agenda");
  g_assert_cmpstr (nsc_help_window_get_topic (window), ==, "agenda");
  g_assert_true (ui_fixture_shows (GTK_WIDGET (window), "dashed lead is open"));
  /* The same window again, still on what was read. */
  g_assert_true (nsc_help_window_present (application, NULL) == window);
  g_assert_cmpstr (nsc_help_window_get_topic (window), ==, "agenda");

  list = ui_fixture_find (GTK_WIDGET (window), GTK_TYPE_LIST_BOX);
  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 8)));
  expected[0] = window;
  expected[1] = (gpointer) "paper";
  ui_fixture_wait (is_topic, expected);
  g_assert_true (ui_fixture_shows (GTK_WIDGET (window), "84 mm"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
  g_test_add_func ("/help/languages", test_languages);
  g_test_add_func ("/help/links", test_links);
  g_test_add_func ("/help/keys", test_keys);
  g_test_add_func ("/help/refusals", test_refusals);
  g_test_add_func ("/help/blanks", test_blanks);
  g_test_add_func ("/help/window", test_window);
  return g_test_run ();
}
