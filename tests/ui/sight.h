/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A window as it is seen, pixel by pixel, and how well things stand out from what is behind them, as WCAG 2 has it.
 * Main thread only. */

#include <gtk/gtk.h>

typedef struct Sight Sight;

/* Draws WINDOW anew. To be freed with sight_free. */
Sight *sight_new (GtkWidget *window);
void sight_free (Sight *self);

/* The contrast of two pixels. */
double sight_get_contrast (Sight *self, int x, int y, int other_x, int other_y);

/* Words below ROOT that can be used, are in sight, and whose contrast is less than LEAST; or NULL. Adds to N how many
 * there are, in sight or scrolled away. */
const char *sight_find_faint_words (Sight *self, GtkWidget *root, double least, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sight, sight_free)
