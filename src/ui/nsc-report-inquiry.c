/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-report-inquiry.h"

#include "nsc-inquiry.h"

typedef struct
{
  const NscReport *report;
  NscOptions *options;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_hash_table_unref (question->options);
  g_free (question);
}

static gpointer
run_report (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  NscResult *result = nsc_report_run (question->report, reader, question->options, cancellable, error);

  if (result != NULL)
    {
      nsc_result_get_figure (result);
      nsc_result_get_sheet (result);
    }
  return result;
}

void
nsc_report_inquiry_start (NscProject *project,
                          const NscReport *report,
                          NscOptions *options,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Question *question;

  g_return_if_fail (report != NULL && options != NULL);

  question = g_new (Question, 1);
  *question = (Question) { report, g_hash_table_ref (options) };
  nsc_inquiry_start (project, run_report, question, question_free, g_object_unref, cancellable, callback, user_data);
}

NscResult *
nsc_report_inquiry_finish (GAsyncResult *result, GError **error)
{
  return nsc_inquiry_finish (result, error);
}
