/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The tables of a project with the number of their rows, as a GListModel of NscTableCount in the order of
 * nsc_table_list. Counts on a worker when it gets a project and after every change; stale answers are dropped. The
 * items stay the same and notify. Main thread only. */

#include "nsc-project.h"

G_BEGIN_DECLS

#define NSC_TYPE_TABLE_COUNT (nsc_table_count_get_type ())
G_DECLARE_FINAL_TYPE (NscTableCount, nsc_table_count, NSC, TABLE_COUNT, GObject)

/* Property: "count" (int64, -1: not known yet). */
const NscTable *nsc_table_count_get_table (NscTableCount *self);
gint64 nsc_table_count_get_count (NscTableCount *self);

#define NSC_TYPE_TABLE_COUNTS (nsc_table_counts_get_type ())
G_DECLARE_FINAL_TYPE (NscTableCounts, nsc_table_counts, NSC, TABLE_COUNTS, GObject)

NscTableCounts *nsc_table_counts_new (void);

/* PROJECT may be NULL; then nothing is known. */
void nsc_table_counts_set_project (NscTableCounts *self, NscProject *project);

/* The position of TABLE. */
guint nsc_table_counts_find (NscTableCounts *self, const NscTable *table);

G_END_DECLS
