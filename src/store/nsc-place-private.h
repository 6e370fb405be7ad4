/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What can be done where a file is. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean is_shared; /* a network's, FUSE's or the document portal's, where shared memory and locks cannot be relied
                       * on, or under a name beside which no journal has room */
  gboolean can_write; /* the file and its folder */
} NscPlace;

typedef NscPlace (*NscPlaceFunc) (const char *file);

NscPlace nsc_place_look (const char *file);

/* For tests: what nsc_place_look answers from now on; NULL: the truth. */
void nsc_place_pretend (NscPlaceFunc func);

G_END_DECLS
