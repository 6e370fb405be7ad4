/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-face.h"

typedef struct
{
  const char *name;
  const char *families[3];
  const char *latin_first;
  const char *chinese_first;
} Face;

/* The serif face is what journals in both languages ask for: the letters of Times with those of Song. Where somebody
 * opens a picture elsewhere, Times New Roman has the same widths. */
static const Face faces[NSC_N_FACES] = {
  [NSC_FACE_SANS] = { "sans",
                      { "Inter", "Noto Sans CJK SC" },
                      "Inter,Noto Sans CJK SC,sans-serif",
                      "Noto Sans CJK SC,Inter,sans-serif" },
  [NSC_FACE_SERIF] = { "serif",
                       { "Nimbus Roman", "Noto Serif CJK SC" },
                       "Nimbus Roman,Times New Roman,Noto Serif CJK SC,serif",
                       "Noto Serif CJK SC,Nimbus Roman,Times New Roman,serif" },
};

const char *const *
nsc_face_get_families (NscFace face)
{
  g_return_val_if_fail ((guint) face < NSC_N_FACES, faces[NSC_FACE_SANS].families);
  return faces[face].families;
}

const char *
nsc_face_get_family_list (NscFace face, gboolean chinese_first)
{
  g_return_val_if_fail ((guint) face < NSC_N_FACES, faces[NSC_FACE_SANS].latin_first);
  return chinese_first ? faces[face].chinese_first : faces[face].latin_first;
}

gboolean
nsc_face_find (const char *name, NscFace *face)
{
  for (guint i = 0; i < NSC_N_FACES; i++)
    if (g_strcmp0 (faces[i].name, name) == 0)
      {
        *face = (NscFace) i;
        return TRUE;
      }
  return FALSE;
}
