/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-words.h"

#include <gio/gio.h>

static void
test_get (void)
{
  g_assert_cmpstr (nsc_words_get ("en", ", "), ==, ", ");
  g_assert_cmpstr (nsc_words_get ("zh_CN", ", "), ==, "、");
  g_assert_cmpstr (nsc_words_get ("zh_CN", "no such msgid"), ==, "no such msgid");
  g_assert_cmpstr (nsc_words_get ("zh_CN", ""), ==, "");
}

static void
test_plural (void)
{
  g_assert_cmpstr (nsc_words_get_plural ("en", "one", "many", 1), ==, "one");
  g_assert_cmpstr (nsc_words_get_plural ("en", "one", "many", 2), ==, "many");
}

static void
test_languages (void)
{
  g_assert_true (nsc_words_has_language ("en"));
  g_assert_true (nsc_words_has_language ("zh_CN"));
  g_assert_false (nsc_words_has_language ("de"));
  g_assert_cmpstr (nsc_words_language_for_locale ("zh_CN.UTF-8"), ==, "zh_CN");
  g_assert_cmpstr (nsc_words_language_for_locale ("de_DE"), ==, "en");
  g_assert_cmpstr (nsc_words_language_for_locale (NULL), ==, "en");
}

static gpointer
look_up (gpointer unused)
{
  for (guint i = 0; i < 1000; i++)
    g_assert_cmpstr (nsc_words_get ("zh_CN", ", "), ==, "、");
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("words", look_up, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/words/threads", test_threads);
  g_test_add_func ("/base/words/get", test_get);
  g_test_add_func ("/base/words/plural", test_plural);
  g_test_add_func ("/base/words/languages", test_languages);
  return g_test_run ();
}
