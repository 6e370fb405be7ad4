/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Reads CSV (RFC 4180) record by record from a stream: UTF-8 with or without a mark, comma, semicolon or tab, found
 * from the header, and lines that end with CRLF, LF or CR. Memory is that of one record. ROW is the number of the
 * record in the file as a spreadsheet shows it: the header is 1, blank lines count, line breaks inside quotes do not.
 * Holds a reference to its stream. One thread at a time. */

#include <gio/gio.h>

G_BEGIN_DECLS

#define NSC_CSV_MAX_FIELD_BYTES (1024 * 1024)
#define NSC_CSV_MAX_ROW_BYTES (16 * 1024 * 1024)
#define NSC_CSV_MAX_COLUMNS 2000
#define NSC_CSV_MAX_FIELDS 100000

typedef struct _NscCsvReader NscCsvReader;

typedef enum
{
  NSC_CSV_ROW,     /* a record was read */
  NSC_CSV_BAD_ROW, /* ERROR says what is wrong with this record; the next one can be read */
  NSC_CSV_END,     /* there is no more */
  NSC_CSV_FAILED,  /* ERROR says why nothing more can be read */
} NscCsvStatus;

NscCsvReader *nsc_csv_reader_new (GInputStream *stream);

void nsc_csv_reader_free (NscCsvReader *self);

/* Reads the first record, the names of the columns without the blanks at their ends. Comes before nsc_csv_reader_next.
 * FALSE with NSC_ERROR_INPUT for a file that is not CSV in UTF-8, and errors of the stream. */
gboolean nsc_csv_reader_read_header (NscCsvReader *self, GCancellable *cancellable, GError **error);

guint nsc_csv_reader_get_n_columns (const NscCsvReader *self);
const char *nsc_csv_reader_get_column (const NscCsvReader *self, guint column);
char nsc_csv_reader_get_delimiter (const NscCsvReader *self);

/* Reads the next record that is not a blank line; one that was read has as many fields as there are columns. Errors are
 * NSC_ERROR_INPUT, for FAILED also those of the stream. */
NscCsvStatus nsc_csv_reader_next (NscCsvReader *self, GCancellable *cancellable, GError **error);

/* The text is the reader's until the next record. An apostrophe that keeps a spreadsheet from taking the text for a
 * formula is not part of it. */
const char *nsc_csv_reader_get_field (const NscCsvReader *self, guint column);

/* Of the record read or refused last. */
guint64 nsc_csv_reader_get_row (const NscCsvReader *self);

/* Where the record refused last is wrong, as by nsc_csv_reader_dup_column_name. To be freed. */
char *nsc_csv_reader_dup_place (const NscCsvReader *self);

/* The name of the column on one line, or its number from 1 where it has none. To be freed. */
char *nsc_csv_reader_dup_column_name (const NscCsvReader *self, guint column);

/* How many bytes were taken from the stream. */
guint64 nsc_csv_reader_get_position (const NscCsvReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscCsvReader, nsc_csv_reader_free)

G_END_DECLS
