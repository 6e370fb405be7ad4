/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The two faces that a figure can be set in, and the families that each of them names, Latin first. Named ones, so that
 * a figure looks the same whatever the desktop has chosen for itself. Constant; any thread. */

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NSC_FACE_SANS,
  NSC_FACE_SERIF,
} NscFace;

#define NSC_N_FACES (NSC_FACE_SERIF + 1)

/* The families that have to be there, NULL-terminated. */
const char *const *nsc_face_get_families (NscFace face);

/* The families as CSS and Pango list them, with commas between, down to what every system has. */
const char *nsc_face_get_family_list (NscFace face, gboolean chinese_first);

/* By the words of the command line and the settings: sans, serif. FALSE where there is none. */
gboolean nsc_face_find (const char *name, NscFace *face);

G_END_DECLS
