/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The filters of a list of records, each a button that takes it away again; nothing is to be seen where there are none.
 * Holds a reference to the list. Main thread only. */

#include "nsc-record-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_RECORD_FILTER_CHIPS (nsc_record_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (NscRecordFilterChips, nsc_record_filter_chips, NSC, RECORD_FILTER_CHIPS, AdwBin)

/* Another list, or NULL. */
void nsc_record_filter_chips_set_list (NscRecordFilterChips *self, NscRecordList *list);

G_END_DECLS
