/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which marks of a figure are chosen, by their keys; shared by all that shows them, such as the figure and its table.
 * One of them leads: keys go on from it. Knows no figure: a key may have no mark. Main thread only. */

#include <glib-object.h>

G_BEGIN_DECLS

#define NSC_TYPE_MARK_SELECTION (nsc_mark_selection_get_type ())
G_DECLARE_FINAL_TYPE (NscMarkSelection, nsc_mark_selection, NSC, MARK_SELECTION, GObject)

/* Signal: "changed", when other marks are chosen or another one leads. */

NscMarkSelection *nsc_mark_selection_new (void);

guint nsc_mark_selection_get_n_keys (NscMarkSelection *self);
gboolean nsc_mark_selection_contains (NscMarkSelection *self, gint64 key);

/* Ascending; to be freed. */
gint64 *nsc_mark_selection_dup_keys (NscMarkSelection *self, guint *n);

/* 0 where none is chosen. */
gint64 nsc_mark_selection_get_lead (NscMarkSelection *self);

/* Where a range began that is being extended; 0 where none is chosen. */
gint64 nsc_mark_selection_get_anchor (NscMarkSelection *self);

/* This one alone; 0: none. */
void nsc_mark_selection_choose (NscMarkSelection *self, gint64 key);

/* Adds KEY, which leads then, or lets go of it. */
void nsc_mark_selection_toggle (NscMarkSelection *self, gint64 key);

/* These alone; LEAD is one of them. */
void nsc_mark_selection_set (NscMarkSelection *self, const gint64 *keys, guint n, gint64 lead);

/* The same, and the range goes on from where it began. */
void nsc_mark_selection_extend (NscMarkSelection *self, const gint64 *keys, guint n, gint64 lead);

G_END_DECLS
