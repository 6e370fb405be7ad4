/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The button behind which a list of records is filtered: a column, and of it the values that there are, with how many
 * records have them. Holds a reference to the list that it filters. Main thread only. */

#include "nsc-record-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_RECORD_FILTER_BUTTON (nsc_record_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (NscRecordFilterButton, nsc_record_filter_button, NSC, RECORD_FILTER_BUTTON, AdwBin)

/* Another list, or NULL. */
void nsc_record_filter_button_set_list (NscRecordFilterButton *self, NscRecordList *list);

G_END_DECLS
