/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-reaches.h"

#include <math.h>

/* A place in the domain and what stands beyond it. */
typedef struct
{
  double unit, words;
} End;

struct _NscReaches
{
  GArray *right, *left; /* of End */
  double most_right, most_left;
  double lead;
};

#define STEPS 40

static const End *
get_end (const GArray *ends, guint index)
{
  return &g_array_index (ends, End, index);
}

/* The widest domain whose ends at the right stay within WIDTH. */
static double
fit_right (const NscReaches *self, double width, double overhang)
{
  double widest = width - overhang;

  for (guint i = 0; i < self->right->len; i++)
    {
      const End *end = get_end (self->right, i);

      if (end->unit > 0)
        widest = MIN (widest, (width - end->words) / end->unit);
      else if (end->words > width)
        widest = -1;
    }
  return widest;
}

/* How far in a domain of EXTENT points must begin for its words at the left. */
static double
inset_of (const NscReaches *self, double extent)
{
  double inset = 0;

  for (guint i = 0; i < self->left->len; i++)
    inset = MAX (inset, get_end (self->left, i)->words - get_end (self->left, i)->unit * extent);
  return inset;
}

static gboolean
has_room (const NscReaches *self, double extent, double width, double overhang)
{
  double inset = inset_of (self, extent);

  if (inset + extent + overhang > width)
    return FALSE;
  for (guint i = 0; i < self->right->len; i++)
    if (inset + get_end (self->right, i)->unit * extent + get_end (self->right, i)->words > width)
      return FALSE;
  return TRUE;
}

static void
add_reach (NscReaches *self, const NscReach *reach, double unit)
{
  End end = { isnan (unit) ? 0 : unit, fabs (reach->words) };

  if (reach->words < 0)
    {
      g_array_append_val (self->left, end);
      self->most_left = MAX (self->most_left, end.words);
      return;
    }
  g_array_append_val (self->right, end);
  self->most_right = MAX (self->most_right, end.words);
}

static void
add_row (NscReaches *self, const NscMark *mark, const NscPlot *plot, guint row)
{
  NscReach reaches[NSC_MOST_REACHES];
  guint n = mark->klass->get_reaches (mark, plot, row, reaches);

  for (guint i = 0; i < n; i++)
    add_reach (self, &reaches[i], nsc_scale_map (plot->values, reaches[i].value));
}

NscReaches *
nsc_reaches_new (const NscFigure *figure, const NscPlot *plot, const gboolean *folded)
{
  NscReaches *self = g_new0 (NscReaches, 1);

  self->right = g_array_new (FALSE, FALSE, sizeof (End));
  self->left = g_array_new (FALSE, FALSE, sizeof (End));
  for (guint panel = 0; panel < nsc_figure_get_n_panels (figure); panel++)
    for (guint i = 0; i < nsc_figure_get_n_marks (figure, panel); i++)
      {
        const NscMark *mark = nsc_figure_get_mark (figure, panel, i);

        if (mark->klass->get_lead != NULL)
          self->lead = MAX (self->lead, mark->klass->get_lead (mark, plot));
        for (guint row = 0; mark->klass->get_reaches != NULL && row < nsc_figure_get_n_rows (figure); row++)
          if (!folded[row])
            add_row (self, mark, plot, row);
      }
  return self;
}

void
nsc_reaches_free (NscReaches *self)
{
  g_array_unref (self->right);
  g_array_unref (self->left);
  g_free (self);
}

double
nsc_reaches_get_lead (const NscReaches *self)
{
  return self->lead;
}

double
nsc_reaches_get_words (const NscReaches *self)
{
  return self->most_left + self->most_right;
}

double
nsc_reaches_fit (const NscReaches *self, double width, double overhang, double *inset)
{
  double low = 0, high = fit_right (self, width, overhang);

  *inset = inset_of (self, high);
  if (high <= 0 || (*inset <= 0 && has_room (self, high, width, overhang)))
    return high;
  if (!has_room (self, 0, width, overhang))
    return -1;
  for (guint i = 0; i < STEPS; i++)
    {
      double middle = (low + high) / 2;

      if (has_room (self, middle, width, overhang))
        low = middle;
      else
        high = middle;
    }
  *inset = inset_of (self, low);
  return low;
}
