/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-agenda-report.h"

#include "nsc-agenda-result.h"

#include <glib/gi18n-lib.h>

static const NscOptionSpec options_of_agenda[] = {
  { "first", N_ ("ID[,ID…]"), N_ ("The publisher that is compared; several actors count as one"), TRUE },
  { "second", N_ ("ID[,ID…]"), N_ ("The publisher that it is compared with"), TRUE },
  { "issues", N_ ("ID"), N_ ("Only this issue and those below it"), FALSE },
  { "summary", NULL, N_ ("How many issues each was first with, and by how much"), FALSE },
  { NULL },
};

static NscResult *
run (NscReader *reader, NscOptions *options, gboolean only_sheet, GCancellable *cancellable, GError **error)
{
  NscAgendaQuestion question = {
    .language = nsc_options_get_language (options),
    .publishers = { nsc_options_get (options, "first"), nsc_options_get (options, "second") },
    .parent = nsc_options_get (options, "issues"),
    .include_unverified = nsc_options_is_on (options, "include-unverified"),
    .summary = nsc_options_is_on (options, "summary"),
    .only_sheet = only_sheet,
  };

  if (!nsc_options_read_as_of (options, &question.as_of, error))
    return NULL;
  return nsc_agenda_result_new (&question, reader, cancellable, error);
}

const NscReport nsc_agenda_report = {
  .name = "agenda",
  .title = N_ ("Who was first with an issue"),
  .options = options_of_agenda,
  .run = run,
};
