/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A sheet for the clipboard: the columns that people see, under their titles. For spreadsheets as text with tabs, where
 * numbers are bare so that they can be reckoned with; for documents as a table of HTML that reads as the window's does.
 * Any thread. */

#include "nsc-sheet.h"

G_BEGIN_DECLS

/* LANGUAGE is that of the words of choices. To be freed. */
char *nsc_sheet_clip_tabbed (NscSheet *sheet, const char *language);
char *nsc_sheet_clip_html (NscSheet *sheet, const char *language);

G_END_DECLS
