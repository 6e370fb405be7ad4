/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-export-facts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Of a line of the figure that is quoted, in characters. */
#define MOST_QUOTED 24

static char *
dup_millimetres (double points)
{
  double tenths = round (points / 72 * 254);

  return fmod (tenths, 10) == 0 ? g_strdup_printf ("%.0f", tenths / 10) : g_strdup_printf ("%.1f", tenths / 10);
}

static char *
dup_beginning (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MOST_QUOTED)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MOST_QUOTED - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

char *
nsc_export_facts_dup_size (const NscScene *scene)
{
  g_autofree char *width = dup_millimetres (nsc_scene_get_width (scene));
  g_autofree char *height = dup_millimetres (nsc_scene_get_height (scene));

  /* Translators: width and height of a page. */
  return g_strdup_printf (_ ("%1$s × %2$s mm"), width, height);
}

char *
nsc_export_facts_dup_type (const NscScene *scene, gboolean *small)
{
  g_autoptr (GArray) all = nsc_scene_list_small_type (scene, G_MAXDOUBLE);
  g_autoptr (GArray) types = nsc_scene_list_small_type (scene, NSC_SCENE_LEAST_TYPE);
  g_autofree char *quoted = NULL;
  guint n = 0;

  *small = types->len > 0;
  if (all->len == 0)
    return g_strdup (_ ("No words"));
  if (!*small)
    return g_strdup_printf (_ ("Smallest type %.1f pt"), g_array_index (all, NscSceneType, 0).size);
  for (guint i = 0; i < types->len; i++)
    n += g_array_index (types, NscSceneType, i).n;
  quoted = dup_beginning (g_array_index (types, NscSceneType, 0).text);
  if (n == 1)
    /* Translators: a size of type that is too small to be read, and the words that have it. */
    return g_strdup_printf (_ ("Smallest type %1$.1f pt: “%2$s”. Give it more room."),
                            g_array_index (types, NscSceneType, 0).size, quoted);
  return g_strdup_printf (ngettext ("Smallest type %1$.1f pt: “%2$s” and %3$u more line. Give it more room.",
                                    "Smallest type %1$.1f pt: “%2$s” and %3$u more lines. Give it more room.", n - 1),
                          g_array_index (types, NscSceneType, 0).size, quoted, n - 1);
}

char *
nsc_export_facts_dup_page (const NscScene *scene, NscFormat format, double dpi)
{
  int width, height;

  switch (format)
    {
    case NSC_FORMAT_SVG:
      return g_strdup (_ ("1 page, text can be edited"));
    case NSC_FORMAT_PNG:
      nsc_render_get_pixels (scene, dpi, &width, &height);
      return g_strdup_printf (_ ("1 page, %1$d × %2$d pixels"), width, height);
    case NSC_FORMAT_PDF:
    case NSC_FORMAT_EPS:
    default:
      return g_strdup (_ ("1 page, fonts embedded"));
    }
}
