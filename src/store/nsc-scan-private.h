/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What scans of many rows share: dates and texts that are mostly those of the row before, and the texts of a batch,
 * bounded whatever the rows hold. Used by the scan's thread. */

#include "nsc-statement-private.h"

#include "nsc-date.h"

#include <glib.h>

G_BEGIN_DECLS

/* The date that was read last; rows that stand together mostly have the same. Begins as zeros. */
typedef struct
{
  char text[16];
  NscDate date;
} NscScanDate;

/* The date in COLUMN; NSC_ERROR_INPUT where it is none. */
gboolean nsc_scan_date_read (NscScanDate *self, NscStatement *row, int column, NscDate *date, GError **error);

/* The texts of the batch under way. */
typedef struct
{
  GStringChunk *chunk;
  gsize n_bytes;
} NscScanTexts;

void nsc_scan_texts_init (NscScanTexts *self);
void nsc_scan_texts_clear (NscScanTexts *self);

/* Forgets the texts of the batch that was told. */
void nsc_scan_texts_reset (NscScanTexts *self);

/* The text in COLUMN, to be kept until the reset; LAST is that of the row before in this batch, or NULL. */
const char *nsc_scan_texts_keep (NscScanTexts *self, NscStatement *row, int column, const char **last);

/* Whether the batch has to end for the sake of memory. */
gboolean nsc_scan_texts_is_full (const NscScanTexts *self);

gboolean nsc_scan_is_unverified (NscStatement *row, int column);

G_END_DECLS
