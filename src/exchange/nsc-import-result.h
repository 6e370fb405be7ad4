/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What an import did, or would have done: counts, and what is to be said of the file, in the order of its rows. Filled
 * by nsc-import; a plain value that belongs to the caller. One thread at a time. */

#include <glib.h>

#include <glib.h>

G_BEGIN_DECLS

/* As many refused rows are listed; the rest is only counted. */
#define NSC_IMPORT_MAX_LISTED 1000

typedef struct
{
  guint64 row;  /* as nsc-csv-reader counts; 0 where the whole file is meant */
  char *column; /* what the file calls it, or "" */
  char *text;   /* what is wrong and what to do */
} NscImportMessage;

typedef struct
{
  char *file; /* as it was given, for messages */
  guint64 n_added;
  guint64 n_same;
  guint64 n_changed;
  guint64 n_refused;   /* rows that were not taken, or keep the whole file from being taken */
  guint64 n_unlisted;  /* those of them without a message of their own */
  GPtrArray *refusals; /* of NscImportMessage, what keeps rows or the file from being taken */
  GPtrArray *notes;    /* of NscImportMessage, what is good to know, such as columns left out */
  guint64 last_refused;
} NscImportResult;

NscImportResult *nsc_import_result_new (const char *file);
void nsc_import_result_free (NscImportResult *self);

/* A row is one or more calls with the same number one after the other; TEXT is taken over. */
void nsc_import_result_take_refusal (NscImportResult *self, guint64 row, const char *column, char *text);
void nsc_import_result_take_note (NscImportResult *self, guint64 row, const char *column, char *text);

/* Puts the refusals into the order of the file. */
void nsc_import_result_sort (NscImportResult *self);

/* The refusals and the notes as lines FILE:ROW:COLUMN: TEXT, the refused rows that are not listed as the last of their
 * lines. NULL-terminated, to be freed with g_strfreev. */
char **nsc_import_result_dup_refusals (const NscImportResult *self);
char **nsc_import_result_dup_notes (const NscImportResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscImportResult, nsc_import_result_free)

G_END_DECLS
