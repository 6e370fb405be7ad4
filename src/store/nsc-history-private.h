/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The kept steps: a row each, and in parts what undoing or redoing them needs. Undone steps are always the newest ones.
 * Every row and part carries a hash. Used by the connection's thread, inside a transaction of the caller. */

#include "nsc-connection-private.h"
#include "nsc-step.h"

G_BEGIN_DECLS

/* A longer part would not fit the limits that connections set. */
#define NSC_HISTORY_PART_BYTES (48 * 1024 * 1024)

typedef enum
{
  NSC_PART_CHANGESET, /* a piece of the changeset; the pieces in their order are the whole */
  NSC_PART_BATCH,     /* which rows the step's batch added */
  NSC_PART_ROWS,      /* rows of an undone batch */
} NscPartKind;

/* The id that the next step will have. */
gboolean nsc_history_next_id (NscConnection *connection, gint64 *id, GError **error);

/* Writes STEP, new or changed, and takes stock of its parts: to be called again when they have changed. */
gboolean nsc_history_write (NscConnection *connection, const NscStep *step, GError **error);

/* Appends to the parts of a written step; data beyond NSC_HISTORY_PART_BYTES goes into several. */
gboolean nsc_history_add_part (
    NscConnection *connection, gint64 step, NscPartKind kind, const void *data, gsize length, GError **error);

/* Tells FUNC the step's parts of that kind in their order, after comparing their hashes. */
typedef gboolean (*NscPartFunc) (GBytes *part, gpointer data, GError **error);
gboolean nsc_history_scan_parts (
    NscConnection *connection, gint64 step, NscPartKind kind, NscPartFunc func, gpointer data, GError **error);

/* All parts of that kind as one; empty where there are none. */
GBytes *nsc_history_join_parts (NscConnection *connection, gint64 step, NscPartKind kind, GError **error);

/* How many parts a step has, how long they are together, and how many have the hash that they were written with. */
gboolean
nsc_history_take_stock (NscConnection *connection, gint64 step, gint64 *n_parts, gint64 *n_bytes, GError **error);
gboolean nsc_history_count_whole_parts (NscConnection *connection, gint64 step, gint64 *n_whole, GError **error);

gboolean nsc_history_drop_parts (NscConnection *connection, gint64 step, NscPartKind kind, GError **error);

/* The step that the next undo or redo takes, NULL in STEP where there is none. */
gboolean nsc_history_find_undo (NscConnection *connection, NscStep **step, GError **error);
gboolean nsc_history_find_redo (NscConnection *connection, NscStep **step, GError **error);

/* Forgets what was undone, as a new step does. */
gboolean nsc_history_drop_undone (NscConnection *connection, GError **error);

/* Forgets the oldest steps until at most MAX_STEPS and MAX_BYTES are kept; the newest stays in any case. */
gboolean nsc_history_trim (NscConnection *connection, gint64 max_steps, gint64 max_bytes, GError **error);

/* Oldest first, elements NscStep. */
GPtrArray *nsc_history_list (NscConnection *connection, GError **error);

/* Tells FUNC each step whose row or parts are not what was written. */
typedef void (*NscHistoryFunc) (gint64 step, gpointer data);
gboolean nsc_history_verify (NscConnection *connection, NscHistoryFunc func, gpointer data, GError **error);

G_END_DECLS
