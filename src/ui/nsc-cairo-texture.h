/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What cairo has drawn into memory, as GTK shows it. Nothing is copied. Any thread. */

G_BEGIN_DECLS

/* Takes over SURFACE, an image surface of CAIRO_FORMAT_ARGB32 or CAIRO_FORMAT_RGB24 that is drawn. */
GdkTexture *nsc_cairo_texture_new (cairo_surface_t *surface);

G_END_DECLS
