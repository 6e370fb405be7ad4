/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The small picture by which a project is known again: its figure as it was seen last, kept in the user's cache folder
 * by where the project is. A cache: what cannot be drawn, written or read is simply not there. */

#include "nsc-figure.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NSC_THUMBNAIL_WIDTH 72
#define NSC_THUMBNAIL_HEIGHT 48

/* Draws FIGURE of the project in FILE on a worker. The program stays until it is written, whatever windows are closed.
 * Main thread only. */
void nsc_thumbnail_make (GFile *file, NscFigure *figure);

/* How many are being drawn; a process that ends without its application's main loop waits for them. Main thread only.
 */
guint nsc_thumbnail_get_n_pending (void);

/* NULL where there is none. Any thread. */
GdkTexture *nsc_thumbnail_load (GFile *file);

/* Any thread. */
void nsc_thumbnail_remove (GFile *file);

G_END_DECLS
