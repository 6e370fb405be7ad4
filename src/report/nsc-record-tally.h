/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a figure says of all the records that it shows: their most frequent sources and the latest date. Fed with each
 * of them. One thread at a time. */

#include "nsc-source-tally.h"

#include "nsc-date.h"

G_BEGIN_DECLS

typedef struct _NscRecordTally NscRecordTally;

NscRecordTally *nsc_record_tally_new (void);
void nsc_record_tally_free (NscRecordTally *self);

/* Counts one record; a blank source is none, an unknown or open date too. */
void nsc_record_tally_add (NscRecordTally *self, const char *source, NscDate date);

/* Another date of a record that is counted. */
void nsc_record_tally_add_date (NscRecordTally *self, NscDate date);

/* The tally's own. */
NscSourceTally *nsc_record_tally_get_sources (NscRecordTally *self);

NscDate nsc_record_tally_get_latest (const NscRecordTally *self);

G_END_DECLS
