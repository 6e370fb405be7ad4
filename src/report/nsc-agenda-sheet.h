/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A comparison of agendas as a table: a row per issue, or one row of summary. Any thread. */

#include "nsc-agenda.h"
#include "nsc-codebook.h"
#include "nsc-sheet.h"

G_BEGIN_DECLS

/* The issues that either publisher mentions, in the order of the codebook; their rows have the keys of issues. */
NscSheet *nsc_agenda_sheet_new (const NscAgenda *counts, const NscCodebook *codebook, const char *language);

/* One row: who led how often, and by how many years. */
NscSheet *nsc_agenda_sheet_new_summary (const NscAgenda *counts, const char *language);

G_END_DECLS
