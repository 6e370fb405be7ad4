/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-typeface.h"

#include <fontconfig/fontconfig.h>
#include <glib/gi18n-lib.h>

static void
clear_typeface (gpointer data)
{
  NscTypeface *face = data;

  g_free (face->used);
}

/* The family that the system gives for FAMILY, under its name that comes closest. */
static char *
match_family (const char *family)
{
  FcPattern *pattern = FcPatternCreate ();
  FcPattern *match;
  FcResult result;
  FcChar8 *name = NULL;
  char *used;

  FcPatternAddString (pattern, FC_FAMILY, (const FcChar8 *) family);
  FcConfigSubstitute (NULL, pattern, FcMatchPattern);
  FcDefaultSubstitute (pattern);
  match = FcFontMatch (NULL, pattern, &result);
  for (int i = 0; match != NULL && FcPatternGetString (match, FC_FAMILY, i, &name) == FcResultMatch; i++)
    if (g_ascii_strcasecmp ((const char *) name, family) == 0)
      break;
  if (match != NULL && (name == NULL || g_ascii_strcasecmp ((const char *) name, family) != 0))
    FcPatternGetString (match, FC_FAMILY, 0, &name);
  used = g_strdup (name != NULL ? (const char *) name : "");
  if (match != NULL)
    FcPatternDestroy (match);
  FcPatternDestroy (pattern);
  return used;
}

GArray *
nsc_typeface_check (NscFace face)
{
  GArray *faces = g_array_new (FALSE, TRUE, sizeof (NscTypeface));
  const char *const *families = nsc_face_get_families (face);

  g_array_set_clear_func (faces, clear_typeface);
  for (guint i = 0; families[i] != NULL; i++)
    {
      NscTypeface typeface = { .family = families[i], .used = match_family (families[i]) };

      typeface.is_there = g_ascii_strcasecmp (typeface.family, typeface.used) == 0;
      g_array_append_val (faces, typeface);
    }
  return faces;
}

char *
nsc_typeface_take_warning (NscFace face)
{
  static gint taken[NSC_N_FACES] = { FALSE };
  g_autoptr (GArray) faces = NULL;
  GString *text = NULL;

  if (!g_atomic_int_compare_and_exchange (&taken[face], FALSE, TRUE))
    return NULL;
  faces = nsc_typeface_check (face);
  for (guint i = 0; i < faces->len; i++)
    {
      const NscTypeface *typeface = &g_array_index (faces, NscTypeface, i);

      if (typeface->is_there)
        continue;
      if (text == NULL)
        text = g_string_new (NULL);
      else
        g_string_append_c (text, '\n');
      g_string_append_printf (
          text, _ ("The typeface %1$s is not installed; %2$s stands in for it, and figures look different."),
          typeface->family, typeface->used);
    }
  return text != NULL ? g_string_free (text, FALSE) : NULL;
}
