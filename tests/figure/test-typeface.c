/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-typeface.h"

#include "nsc-typesetter.h"

#include <pango/pangocairo.h>

/* The named families are the ones that draw, in fontconfig's eyes and in Pango's. */
static void
test_families (void)
{
  const char *const languages[] = { "en", "zh_CN" };

  for (gsize l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (GArray) faces = nsc_typeface_check (languages[l]);

      g_assert_cmpuint (faces->len, ==, 2);
      for (guint i = 0; i < faces->len; i++)
        {
          const NscTypeface *face = &g_array_index (faces, NscTypeface, i);

          g_assert_true (face->is_there);
          g_assert_cmpstr (face->family, ==, face->used);
        }
    }
}

static void
check_drawn_in (PangoContext *context, const char *text, const char *family)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoFontDescription *asked = pango_font_description_from_string ("Inter,Noto Sans CJK SC 10");
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
}

static void
test_drawn (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  check_drawn_in (context, "Signatories 47", "Inter");
  check_drawn_in (context, "签署方", "Noto Sans CJK SC");
  g_object_unref (context);
}

static void
test_no_warning (void)
{
  g_autofree char *warning = nsc_typeface_take_warning ("en");

  g_assert_null (warning);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/typeface/families", test_families);
  g_test_add_func ("/figure/typeface/drawn", test_drawn);
  g_test_add_func ("/figure/typeface/no-warning", test_no_warning);
  return g_test_run ();
}
