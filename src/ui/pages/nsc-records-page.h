/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The page with the records themselves: one table at a time, to look through, search, sort, add to, edit and delete
 * from. Main thread only. */

#include "nsc-page.h"

G_BEGIN_DECLS

#define NSC_TYPE_RECORDS_PAGE (nsc_records_page_get_type ())
G_DECLARE_FINAL_TYPE (NscRecordsPage, nsc_records_page, NSC, RECORDS_PAGE, NscPage)

GtkWidget *nsc_records_page_new (void);

/* Shows that row of TABLE, selected, as soon as it has been read. */
void nsc_records_page_show_record (NscRecordsPage *self, const NscTable *table, gint64 row);

/* Shows the rows of TABLE that have VALUE in COLUMN, as files write it (a reference as the id of its target, "" for a
 * blank), instead of what was searched and filtered before. The page must have a project. */
void nsc_records_page_show_filtered (NscRecordsPage *self, const NscTable *table, guint column, const char *value);

G_END_DECLS
