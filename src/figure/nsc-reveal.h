/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How a scene is shown bit by bit: row by row, series by series or year by year. What is still to come keeps its place
 * empty. Constant; any thread. */

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NSC_REVEAL_NONE, /* all of it at once */
  NSC_REVEAL_ROWS,
  NSC_REVEAL_SERIES, /* where there are several panels, a panel each, else a colour each */
  NSC_REVEAL_YEARS,  /* of an axis of time */
} NscRevealKind;

#define NSC_N_REVEAL_KINDS (NSC_REVEAL_YEARS + 1)

/* As stories keep it: "none", "rows", "series", "years". What is none of these, as "" and NULL, is none. */
NscRevealKind nsc_reveal_kind_find (const char *name);
const char *nsc_reveal_kind_get_name (NscRevealKind kind);

G_END_DECLS
