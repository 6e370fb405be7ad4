/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What every report has in common, so that the command line and the window know none by itself: a name, options as text
 * (the same on the command line, in the window and in a stored story), and a result that is a table, a figure and the
 * records behind each mark. A report runs on a worker; its result belongs to the caller and is asked by one thread at a
 * time. */

#include "nsc-figure.h"
#include "nsc-reader.h"
#include "nsc-record-tally.h"
#include "nsc-sheet.h"

G_BEGIN_DECLS

/* ---- options ---- */

typedef struct
{
  const char *name;     /* without the dashes */
  const char *argument; /* what stands for its value in help, NULL: a switch */
  const char *help;     /* msgid */
  gboolean required;
} NscOptionSpec;

/* Option name to value, both owned; a switch that is on has the value "yes". */
typedef GHashTable NscOptions;

NscOptions *nsc_options_new (void);
void nsc_options_set (NscOptions *self, const char *name, const char *value); /* NULL: unset */
const char *nsc_options_get (NscOptions *self, const char *name);             /* NULL where unset */
gboolean nsc_options_is_on (NscOptions *self, const char *name);

/* The language, "en" where none is asked for, and the date of as-of, unknown where none is; NSC_ERROR_USAGE where its
 * text is no date. */
const char *nsc_options_get_language (NscOptions *self);
gboolean nsc_options_read_as_of (NscOptions *self, NscDate *date, GError **error);

/* ---- result ---- */

/* Something that a result says of a mark, in words of its language. */
typedef struct
{
  char *label;
  char *value;
} NscFact;

NscFact *nsc_fact_new (const char *label, const char *value); /* copies both */
void nsc_fact_free (NscFact *self);

#define NSC_TYPE_RESULT (nsc_result_get_type ())
G_DECLARE_DERIVABLE_TYPE (NscResult, nsc_result, NSC, RESULT, GObject)

struct _NscResultClass
{
  GObjectClass parent_class;

  NscFigure *(*make_figure) (NscResult *self);
  NscSheet *(*make_sheet) (NscResult *self);
  gboolean (*scan_evidence) (NscResult *self,
                             NscReader *reader,
                             gint64 key,
                             NscRecordFunc func,
                             gpointer data,
                             GCancellable *cancellable,
                             GError **error);

  /* These two may be NULL. */
  gboolean (*scan_context) (NscResult *self,
                            NscReader *reader,
                            gint64 key,
                            NscRecordFunc func,
                            gpointer data,
                            GCancellable *cancellable,
                            GError **error);
  GPtrArray *(*list_facts) (NscResult *self, gint64 key);
};

/* The figure and the table, each made once and kept by the result, in the language that was asked for. */
NscFigure *nsc_result_get_figure (NscResult *self);
NscSheet *nsc_result_get_sheet (NscResult *self);

/* Tells FUNC every record behind the mark with that key, such as the memberships of a bar. */
gboolean nsc_result_scan_evidence (NscResult *self,
                                   NscReader *reader,
                                   gint64 key,
                                   NscRecordFunc func,
                                   gpointer data,
                                   GCancellable *cancellable,
                                   GError **error);

/* Tells FUNC records that the mark does not count but that tell more about it, such as the documents that a publisher
 * issued in the year of a mention. */
gboolean nsc_result_scan_context (NscResult *self,
                                  NscReader *reader,
                                  gint64 key,
                                  NscRecordFunc func,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);

/* What the result says of the mark, of NscFact: the numbers of its row in the table, unless the report knows better. To
 * be unreferenced. */
GPtrArray *nsc_result_list_facts (NscResult *self, gint64 key);

/* What the figure says of the records that it shows, fed by the report and empty where only the table is asked for; the
 * result's own. */
NscRecordTally *nsc_result_get_tally (NscResult *self);

/* The latest date among the records shown, years from 9999 on ignored; for a file's date, which must not be a clock's.
 */
NscDate nsc_result_get_latest_date (NscResult *self);

/* ---- reports ---- */

typedef struct
{
  const char *name;             /* on the command line */
  const char *title;            /* msgid */
  const NscOptionSpec *options; /* ends with a NULL name; those of every report come on top */

  /* ONLY_SHEET: nothing but the table will be asked for, so that what only a figure tells need not be read. */
  NscResult *(*run) (
      NscReader *reader, NscOptions *options, gboolean only_sheet, GCancellable *cancellable, GError **error);
} NscReport;

/* NULL-terminated. */
const NscReport *const *nsc_report_list (void);
const NscReport *nsc_report_find (const char *name);

/* The options that every report takes: include-unverified, as-of, language. */
const NscOptionSpec *nsc_report_common_options (void);

/* Checks the names of OPTIONS and that none required is missing (NSC_ERROR_USAGE), then runs the report. Values that do
 * not fit give NSC_ERROR_USAGE, ids that are not there NSC_ERROR_NOT_FOUND. For a worker thread. */
NscResult *nsc_report_run (
    const NscReport *self, NscReader *reader, NscOptions *options, GCancellable *cancellable, GError **error);

/* The same for who wants nothing but the table: what only a figure tells, such as sources, is not read. To be
 * released. */
NscSheet *nsc_report_run_for_sheet (
    const NscReport *self, NscReader *reader, NscOptions *options, GCancellable *cancellable, GError **error);

G_END_DECLS
