/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The options of a report in words, so that a list of figures can be read: “Cybersecurity Tech Accord · Home country”.
 * Records go by their names, where they are still there. One thread at a time. */

#include "nsc-report.h"

G_BEGIN_DECLS

/* To be freed; NULL where the project cannot be asked. */
char *nsc_option_words (
    NscReader *reader, const NscReport *report, NscOptions *options, const char *language, GError **error);

G_END_DECLS
