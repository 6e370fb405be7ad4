/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The options of a report as one line of text, as the steps of a story keep them: the words of the command line without
 * their dashes, `initiative=tech_accord by=country include-unverified=yes`; see nsc-assignments for quotes. The
 * language is not among them: it is chosen when the figure is shown. Any thread. */

#include "nsc-report.h"

G_BEGIN_DECLS

/* The options that TEXT gives, checked to be those of REPORT and complete; NSC_ERROR_INPUT with what is wrong and what
 * to do. To be unreferenced. */
NscOptions *nsc_option_text_parse (const NscReport *report, const char *text, GError **error);

/* OPTIONS as text, in the order in which REPORT describes them, without the language; to be freed. */
char *nsc_option_text_print (const NscReport *report, NscOptions *options);

G_END_DECLS
