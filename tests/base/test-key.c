/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-error.h"
#include "nsc-key.h"

#include <string.h>

static void
test_check (void)
{
  const char *const good[] = { "a", "tech_accord", "st-us", "签署方", "A b" };
  const char *const bad[] = { "", " a", "a ", "a,b", "a;b", "a\nb", "\xff" };
  g_autofree char *longest = g_strnfill (NSC_KEY_MAX_BYTES, 'x');
  g_autofree char *too_long = g_strnfill (NSC_KEY_MAX_BYTES + 1, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (nsc_key_check (good[i], NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (nsc_key_check (bad[i], &error));
      g_assert_error (error, NSC_ERROR, NSC_ERROR_INPUT);
    }
  g_assert_true (nsc_key_check (longest, NULL));
  g_assert_false (nsc_key_check (too_long, NULL));
}

static void
test_for_row (void)
{
  g_autofree char *key = nsc_key_for_row ("signatories", 17);

  g_assert_cmpstr (key, ==, "signatories-17");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/key/check", test_check);
  g_test_add_func ("/base/key/for-row", test_for_row);
  return g_test_run ();
}
