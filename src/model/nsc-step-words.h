/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A step of the history in words, such as “Edit of Hitachi”, in the language of the interface. */

#include "nsc-step.h"

G_BEGIN_DECLS

/* What was done, to be freed: "Added Hitachi", "Edited Hitachi", "Deleted 12 signatories", "Imported members.csv: 120
 * added, 3 changed". */
char *nsc_step_words (const NscStep *step);

G_END_DECLS
