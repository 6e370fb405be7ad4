/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Questions to a project. A reader sees one unchanging state of the project from its first question until
 * nsc_reader_free, on a connection of its own; take one, ask, free it soon. A reader belongs to one thread at a time.
 * All functions set an error of NSC_ERROR or G_IO_ERROR_CANCELLED. */

#include "nsc-record.h"
#include "nsc-step.h"

#include "nsc-date.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _NscReader NscReader;

/* Gives the connection back to its store. */
void nsc_reader_free (NscReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscReader, nsc_reader_free)

/* ---- records of any table ---- */

/* RECORD belongs to the caller of the function and is used again for the next row: copy it to keep it. Return FALSE
 * with ERROR set to stop. */
typedef gboolean (*NscRecordFunc) (const NscRecord *record, gpointer data, GError **error);

/* Every row of TABLE in row order. Cancelled within a thousand rows. */
gboolean nsc_reader_scan_records (NscReader *self,
                                  const NscTable *table,
                                  NscRecordFunc func,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);

/* The row's record, or NULL with NSC_ERROR_NOT_FOUND. */
NscRecord *nsc_reader_get_record (NscReader *self, const NscTable *table, gint64 row, GError **error);

/* Tells FUNC that record. */
gboolean nsc_reader_tell_record (
    NscReader *self, const NscTable *table, gint64 row, NscRecordFunc func, gpointer data, GError **error);

/* The row with that id; 0 and no error where there is none, -1 and an error where it could not be asked. */
gint64 nsc_reader_find_id (NscReader *self, const NscTable *table, const char *id, GError **error);

/* The rows that agree with PROBE in all key columns but the beginning of a period, in row order: for a signatory all
 * memberships of that actor in that initiative, for a mention the one of that issue, publisher, date and document.
 * Elements are NscRecord. NULL on error. */
GPtrArray *nsc_reader_find_kin (NscReader *self, const NscRecord *probe, GError **error);

gint64 nsc_reader_count (NscReader *self, const NscTable *table, GError **error);

/* ---- sources ---- */

/* N rows that lie together have that source and confidence; the texts are valid during the call only. */
typedef gboolean (*NscSourceFunc) (
    const char *source, const char *confidence, guint64 n, gpointer data, GError **error);

/* The sources and confidences of all rows of TABLE in one pass, in row order; the same ones may be told again.
 * Cancelled within some thousand rows. */
gboolean nsc_reader_scan_sources (NscReader *self,
                                  const NscTable *table,
                                  NscSourceFunc func,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);

/* The rows of TABLE with that source and confidence, in row order; "" for those without. */
gboolean nsc_reader_scan_source (NscReader *self,
                                 const NscTable *table,
                                 const char *source,
                                 const char *confidence,
                                 NscRecordFunc func,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);

/* ---- references ---- */

/* How many rows of other tables refer to that row, -1 on error. */
gint64 nsc_reader_count_references (NscReader *self, const NscTable *table, gint64 row, GError **error);

/* ---- some columns of any table, in one pass ---- */

/* A value as it is stored: of a reference the row of its target, 0 where blank, of any other column its text, which is
 * valid during the call only. */
typedef union
{
  const char *text;
  gint64 target;
} NscRowCell;

/* CELLS are those of the columns that were asked for, in that order. Return FALSE with ERROR set to stop. */
typedef gboolean (*NscRowFunc) (gint64 row, const NscRowCell *cells, gpointer data, GError **error);

/* Every row of TABLE in row order, of each only the values of COLUMNS, for questions to many rows: several times as
 * fast as nsc_reader_scan_records. Cancelled at the next row. */
gboolean nsc_reader_scan_rows (NscReader *self,
                               const NscTable *table,
                               const guint *columns,
                               guint n_columns,
                               NscRowFunc func,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error);

/* The rows of any table that refer to that row, MAX of each table at most, table by table in row order. Elements are
 * NscRecord. NULL on error. */
GPtrArray *nsc_reader_list_referrers (NscReader *self, const NscTable *table, gint64 row, guint max, GError **error);

/* ---- the project ---- */

char *nsc_reader_dup_title (NscReader *self, GError **error);

/* An identifier that creating the project gave it, the same in every copy. */
char *nsc_reader_dup_uid (NscReader *self, GError **error);

/* The kept steps, oldest first, elements NscStep; those that were undone come last with undone set. */
GPtrArray *nsc_reader_list_steps (NscReader *self, GError **error);

/* ---- memberships, in one pass and in batches ---- */

/* A membership with what a distribution asks of its actor. Rows of the tables are numbers, 0 where blank. Text belongs
 * to the scan and is valid during the call only; equal roles have equal `role_key`, numbered from 0 in the order of
 * their appearance. */
typedef struct
{
  gint64 row;             /* of signatories */
  gint64 actor;           /* of actors */
  gint64 country;         /* of countries */
  gint64 sector;          /* of sectors */
  const char *actor_kind; /* a choice of actors.kind or "" */
  const char *role;
  guint role_key;
  NscDate joined;
  NscDate left;
  gboolean unverified;       /* the membership's own confidence */
  gboolean actor_unverified; /* the actor's */
  const char *source;
} NscMembership;

#define NSC_SCAN_BATCH 65536

typedef gboolean (*NscMembershipFunc) (const NscMembership *batch, guint n, gpointer data, GError **error);

/* The memberships of one initiative in row order, NSC_SCAN_BATCH at a time at the most; memory does not grow with rows.
 */
gboolean nsc_reader_scan_memberships (NscReader *self,
                                      gint64 initiative,
                                      NscMembershipFunc func,
                                      gpointer data,
                                      GCancellable *cancellable,
                                      GError **error);

/* ---- mentions and documents, in one pass and in batches ---- */

/* A mention of an issue as numbers: rows of the tables, 0 where blank. The source is valid during the call only. */
typedef struct
{
  gint64 row;       /* of mentions */
  gint64 issue;     /* of issues */
  gint64 publisher; /* of actors */
  gint64 document;  /* of documents */
  const char *source;
  NscDate date;
  gboolean unverified;
} NscMention;

typedef struct
{
  gint64 row;       /* of documents */
  gint64 publisher; /* of actors */
  const char *source;
  NscDate date;
  gboolean unverified;
} NscDocument;

typedef gboolean (*NscMentionFunc) (const NscMention *batch, guint n, gpointer data, GError **error);
typedef gboolean (*NscDocumentFunc) (const NscDocument *batch, guint n, gpointer data, GError **error);

/* All mentions, or all documents, in row order, NSC_SCAN_BATCH at a time at the most; memory does not grow with rows.
 * Without sources, which may be longer than all the rest, that field is NULL. Cancelled between batches. */
gboolean nsc_reader_scan_mentions (NscReader *self,
                                   gboolean with_sources,
                                   NscMentionFunc func,
                                   gpointer data,
                                   GCancellable *cancellable,
                                   GError **error);
gboolean nsc_reader_scan_documents (NscReader *self,
                                    gboolean with_sources,
                                    NscDocumentFunc func,
                                    gpointer data,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
