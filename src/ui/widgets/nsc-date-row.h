/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A row for a date of mixed precision. While a person writes, it says at its end what the date means so far (a year, a
 * month, a day, open); when they pause over something that is no date, "problem" says what is wrong. Main thread only.
 */

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_DATE_ROW (nsc_date_row_get_type ())
G_DECLARE_FINAL_TYPE (NscDateRow, nsc_date_row, NSC, DATE_ROW, AdwEntryRow)

/* Property: "problem" (string or NULL). */
GtkWidget *nsc_date_row_new (void);

const char *nsc_date_row_get_problem (NscDateRow *self);

G_END_DECLS
