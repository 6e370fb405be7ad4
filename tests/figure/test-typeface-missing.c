/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-typeface.h"

#include "nsc-typesetter.h"

#include <string.h>

/* On a system without the Latin families (missing.conf): another stands in, which is said, and only once. */
static void
test_said_once (void)
{
  for (NscFace face = 0; face < NSC_N_FACES; face++)
    {
      const char *const *families = nsc_face_get_families (face);
      g_autoptr (GArray) typefaces = nsc_typeface_check (face);
      const NscTypeface *latin = &g_array_index (typefaces, NscTypeface, 0);
      g_autofree char *warning = nsc_typeface_take_warning (face);
      g_autofree char *again = nsc_typeface_take_warning (face);

      g_assert_false (latin->is_there);
      g_assert_true (g_array_index (typefaces, NscTypeface, 1).is_there);
      g_assert_nonnull (strstr (warning, families[0]));
      g_assert_nonnull (strstr (warning, latin->used));
      g_assert_null (strstr (warning, families[1]));
      g_assert_null (again);
    }
}

/* Words are still set. */
static void
test_set (void)
{
  for (NscFace face = 0; face < NSC_N_FACES; face++)
    {
      g_autoptr (NscTypesetter) type = nsc_typesetter_new ("en", face);

      g_assert_cmpfloat (nsc_typesetter_measure (type, "Signatories", (NscTypeStyle) { 10, NSC_WEIGHT_NORMAL }), >, 30);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/typeface-missing/said-once", test_said_once);
  g_test_add_func ("/figure/typeface-missing/set", test_set);
  return g_test_run ();
}
