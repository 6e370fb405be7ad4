/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-typeface.h"

#include <pango/pangocairo.h>

/* The named families are the ones that draw, in fontconfig's eyes and in Pango's. */
static void
test_families (void)
{
  for (NscFace face = 0; face < NSC_N_FACES; face++)
    {
      g_autoptr (GArray) typefaces = nsc_typeface_check (face);

      g_assert_cmpuint (typefaces->len, ==, 2);
      for (guint i = 0; i < typefaces->len; i++)
        {
          const NscTypeface *typeface = &g_array_index (typefaces, NscTypeface, i);

          g_assert_true (typeface->is_there);
          g_assert_cmpstr (typeface->family, ==, typeface->used);
        }
    }
}

static void
check_drawn_in (NscFace face, gboolean chinese_first, const char *text, const char *family)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoFontDescription *asked = pango_font_description_from_string (nsc_face_get_family_list (face, chinese_first));
  PangoLayoutIter *iter;
  PangoFontDescription *used;

  pango_layout_set_font_description (layout, asked);
  pango_layout_set_text (layout, text, -1);
  iter = pango_layout_get_iter (layout);
  used = pango_font_describe (pango_layout_iter_get_run_readonly (iter)->item->analysis.font);
  g_assert_cmpstr (pango_font_description_get_family (used), ==, family);
  pango_font_description_free (used);
  pango_font_description_free (asked);
  pango_layout_iter_free (iter);
  g_object_unref (context);
}

static void
test_drawn (void)
{
  check_drawn_in (NSC_FACE_SANS, FALSE, "Signatories 47", "Inter");
  check_drawn_in (NSC_FACE_SANS, FALSE, "签署方", "Noto Sans CJK SC");
  check_drawn_in (NSC_FACE_SANS, TRUE, "“", "Noto Sans CJK SC");
  check_drawn_in (NSC_FACE_SERIF, FALSE, "Signatories 47", "Nimbus Roman");
  check_drawn_in (NSC_FACE_SERIF, FALSE, "签署方", "Noto Serif CJK SC");
  check_drawn_in (NSC_FACE_SERIF, TRUE, "“", "Noto Serif CJK SC");
}

static void
test_find (void)
{
  NscFace face = NSC_FACE_SERIF;

  g_assert_true (nsc_face_find ("sans", &face));
  g_assert_cmpint (face, ==, NSC_FACE_SANS);
  g_assert_true (nsc_face_find ("serif", &face));
  g_assert_cmpint (face, ==, NSC_FACE_SERIF);
  g_assert_false (nsc_face_find ("Comic", &face));
  g_assert_false (nsc_face_find (NULL, &face));
}

static void
test_no_warning (void)
{
  for (NscFace face = 0; face < NSC_N_FACES; face++)
    {
      g_autofree char *warning = nsc_typeface_take_warning (face);

      g_assert_null (warning);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/typeface/families", test_families);
  g_test_add_func ("/figure/typeface/drawn", test_drawn);
  g_test_add_func ("/figure/typeface/find", test_find);
  g_test_add_func ("/figure/typeface/no-warning", test_no_warning);
  return g_test_run ();
}
