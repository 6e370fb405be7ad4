/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Whether the families that figures name are really there. A missing one is replaced by the next without a word from
 * the libraries below, so somebody has to say it, once. Any thread. */

#include "nsc-face.h"

G_BEGIN_DECLS

typedef struct
{
  const char *family; /* as figures name it */
  char *used;         /* the family that is used for it */
  gboolean is_there;
} NscTypeface;

/* The families of FACE, NscTypeface each, freed with the array. */
GArray *nsc_typeface_check (NscFace face);

/* What to tell a person about the families of FACE that are missing, in the words of the interface; NULL where none is,
 * and from the second time on. To be freed. */
char *nsc_typeface_take_warning (NscFace face);

G_END_DECLS
