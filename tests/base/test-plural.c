/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-plural.h"

static void
check_forms (const char *rule, const char *forms)
{
  g_autoptr (NscPlural) plural = nsc_plural_new (rule);

  g_assert_nonnull (plural);
  for (guint64 n = 0; forms[n] != '\0'; n++)
    g_assert_cmpuint (nsc_plural_index (plural, n), ==, (guint) (forms[n] - '0'));
}

static void
test_rules (void)
{
  check_forms ("nplurals=1; plural=0;", "00000");
  check_forms (" nplurals=2; plural=(n != 1);", "101111");
  check_forms ("nplurals=2; plural=n > 1", "001111");
  /* Russian, from gettext's manual. */
  check_forms ("nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;",
               "2011122222222222222220111222222");
  /* Arabic. */
  check_forms ("nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;",
               "0123333333344444");
}

static void
test_refused (void)
{
  const char *const rules[] = {
    "",
    "nplurals=2;",
    "plural=n;",
    "nplurals=0; plural=0;",
    "nplurals=2; plural=n/0;",
    "nplurals=2; plural=(n;",
    "nplurals=2; plural=m;",
    "nplurals=2; plural=n ? 1;",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    g_assert_null (nsc_plural_new (rules[i]));
}

static void
test_out_of_range (void)
{
  g_autoptr (NscPlural) plural = nsc_plural_new ("nplurals=2; plural=n;");

  g_assert_cmpuint (nsc_plural_get_count (plural), ==, 2);
  g_assert_cmpuint (nsc_plural_index (plural, 5), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/plural/rules", test_rules);
  g_test_add_func ("/base/plural/refused", test_refused);
  g_test_add_func ("/base/plural/out-of-range", test_out_of_range);
  return g_test_run ();
}
