/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-fold.h"

static gboolean
finds (const char *text, const char *query)
{
  g_autofree char *folded = nsc_fold_text (query);

  return nsc_fold_contains (text, folded);
}

static void
test_contains (void)
{
  g_assert_true (finds ("Telefónica", ""));
  g_assert_true (finds ("", ""));
  g_assert_true (finds ("Telefónica", "TELEFON"));
  g_assert_true (finds ("Telefonica", "telefó"));
  g_assert_true (finds ("Telefónica", "Ｔｅｌ"));
  g_assert_true (finds ("西班牙电信", "电信"));
  g_assert_true (finds ("España", "espana"));
  g_assert_true (finds ("aaab", "AAB"));
  g_assert_true (finds ("Straße", "STRASSE"));
  g_assert_false (finds ("Telefonica", "电信"));
  g_assert_false (finds ("Hitachi", "hitachis"));
  g_assert_false (finds ("", "a"));
}

/* What is no text is found by nothing. */
static void
test_no_text (void)
{
  g_assert_false (finds ("\xff\xfe", "a"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/contains", test_contains);
  g_test_add_func ("/fold/no-text", test_no_text);
  return g_test_run ();
}
