/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-reveal-kind.h"

#include "nsc-axis.h"

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

gboolean
nsc_reveal_kind_suits (NscRevealKind kind, const NscFigure *figure)
{
  const NscAxis *axis = nsc_figure_get_values (figure);
  const NscScale *values = axis != NULL ? nsc_axis_get_scale (axis) : NULL;

  switch (kind)
    {
    case NSC_REVEAL_ROWS:
      return nsc_figure_get_n_rows (figure) > 1;
    case NSC_REVEAL_SERIES:
      return nsc_figure_get_n_panels (figure) > 1 || nsc_figure_get_n_legend_entries (figure) > 1 ||
             nsc_figure_get_n_marks (figure, 0) > 1;
    case NSC_REVEAL_YEARS:
      return values != NULL && (nsc_scale_is_years (values) || nsc_scale_is_time (values));
    case NSC_REVEAL_NONE:
    default:
      return TRUE;
    }
}
