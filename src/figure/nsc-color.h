/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* An opaque colour in sRGB. There is no transparency on purpose: it turns some formats into bitmaps, and a tint mixed
 * with the paper looks the same everywhere. A plain value; any thread. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue; /* 0 to 1 */
} NscColor;

/* From 0xRRGGBB. */
NscColor nsc_color_from_rgb (guint32 rgb);
guint32 nsc_color_to_rgb (NscColor self);

/* SHARE (0 to 1) of SELF mixed into PAPER. */
NscColor nsc_color_mix (NscColor self, NscColor paper, double share);

/* The contrast of two colours as WCAG defines it, 1 to 21. */
double nsc_color_contrast (NscColor a, NscColor b);

G_END_DECLS
