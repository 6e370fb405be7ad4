/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How far a presentation is, at the bottom right of its page: a dot for each step of the slide, that of the present one
 * longer, and "4 / 6". The number counts the steps of a lone slide, and slides where there are several. Drawn in points
 * of the page. Main thread only. */

#include "nsc-reveal.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The number, as "4 / 6"; "" where there is nothing to count. To be freed. */
char *nsc_progress_dots_dup_number (const NscReveal *reveal, guint step, guint index, guint n_slides);

void nsc_progress_dots_snapshot (
    GtkSnapshot *snapshot, GtkWidget *widget, const NscReveal *reveal, guint step, guint index, guint n_slides);

G_END_DECLS
