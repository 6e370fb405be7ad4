/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-reveal.h"

static const char *const names[NSC_N_REVEAL_KINDS] = {
  [NSC_REVEAL_NONE] = "none",
  [NSC_REVEAL_ROWS] = "rows",
  [NSC_REVEAL_SERIES] = "series",
  [NSC_REVEAL_YEARS] = "years",
};

NscRevealKind
nsc_reveal_kind_find (const char *name)
{
  for (guint kind = 0; kind < NSC_N_REVEAL_KINDS; kind++)
    if (g_strcmp0 (names[kind], name) == 0)
      return (NscRevealKind) kind;
  return NSC_REVEAL_NONE;
}

const char *
nsc_reveal_kind_get_name (NscRevealKind kind)
{
  g_return_val_if_fail ((guint) kind < NSC_N_REVEAL_KINDS, names[NSC_REVEAL_NONE]);

  return names[kind];
}
