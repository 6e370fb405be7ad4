/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-kind-style.h"

static const char *const kinds[] = { "state", "company", "igo", "ngo", "academia", "public_body", "", "of its own" };

static void
test_own (void)
{
  NscKindStyle company = nsc_kind_style_get ("company"), igo = nsc_kind_style_get ("igo");

  g_assert_cmpint (company.color, ==, NSC_COLOR_BLUE);
  g_assert_cmpint (company.shape, ==, NSC_SHAPE_CIRCLE);
  g_assert_cmpint (igo.color, ==, NSC_COLOR_ORANGE);
  g_assert_cmpint (igo.shape, ==, NSC_SHAPE_DIAMOND);
}

/* Two in one figure differ in colour and in shape, whatever they are. */
static void
test_beside (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (kinds); j++)
      {
        NscKindStyle first = nsc_kind_style_get (kinds[i]);
        NscKindStyle second = nsc_kind_style_get_beside (kinds[j], first);

        g_assert_cmpint (first.color, !=, second.color);
        g_assert_cmpint (first.shape, !=, second.shape);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/kind-style/own", test_own);
  g_test_add_func ("/chart/kind-style/beside", test_beside);
  return g_test_run ();
}
