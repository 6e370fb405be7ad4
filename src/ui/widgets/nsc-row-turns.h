/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Fills the rows of a list some in each turn of the main loop, those that are seen first: a list makes two hundred rows
 * at once, wherever it is scrolled to, and to word and measure all of them takes longer than a person should wait.
 * Belongs to who made it. Main thread only. */

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _NscRowTurns NscRowTurns;

/* Puts what the item has to say into its child, or returns FALSE where that is not known yet. */
typedef gboolean (*NscRowTurnsFill) (GtkListItem *item, gpointer data);

/* Whom only unknown rows are left to, elements GtkListItem; nsc_row_turns_expect () when they are known. */
typedef void (*NscRowTurnsMissing) (GPtrArray *unknown, gpointer data);

/* MISSING may be NULL. */
NscRowTurns *nsc_row_turns_new (NscRowTurnsFill fill, NscRowTurnsMissing missing, gpointer data);
void nsc_row_turns_free (NscRowTurns *self);

/* ITEM has something to say, or no longer. */
void nsc_row_turns_bind (NscRowTurns *self, GtkListItem *item);
void nsc_row_turns_unbind (NscRowTurns *self, GtkListItem *item);

void nsc_row_turns_expect (NscRowTurns *self);

G_END_DECLS
