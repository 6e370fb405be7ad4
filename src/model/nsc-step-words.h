/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A step of the history in words, such as “Edit of Hitachi”, in the language of the interface. */

#include "nsc-step.h"

G_BEGIN_DECLS

/* What was done, to be freed: "Added Hitachi", "Edited Hitachi", "Deleted 12 signatories", "Imported members.csv: 120
 * added, 3 changed". */
char *nsc_step_words (const NscStep *step);

/* When it was done, seen from NOW, to be freed: "Today, 14:02", "2026-03-01, 14:02". */
char *nsc_step_words_when (const NscStep *step, GDateTime *now);

G_END_DECLS
