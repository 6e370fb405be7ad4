/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-end-labels.h"

#include "nsc-figure.h"
#include "nsc-text-block.h"

#include <math.h>

typedef struct
{
  NscMarkEnd end;
  NscTextBlock *block;
  double height;
  double y; /* of its middle */
} Label;

/* Neighbours that would lie over each other and so stand close together around where they would be. */
typedef struct
{
  guint n;
  double sum; /* of where each of them would have the first */
} Cluster;

struct _NscEndLabels
{
  NscTypesetter *type;
  NscMeasures measures;
  GArray *labels; /* of Label */
};

/* In type sizes. */
#define LEADING 1.22
#define GAP 0.85
#define GAP_OF_SEVERAL 1.7 /* where a line may lead to them */
#define LINE_GAP 0.2
#define DOT_GAP 0.7
#define LEAST_MOVE 0.3

static void
clear_label (gpointer data)
{
  Label *label = data;

  g_clear_pointer (&label->block, nsc_text_block_free);
}

static Label *
get_label (const NscEndLabels *self, guint index)
{
  return &g_array_index (self->labels, Label, index);
}

static NscTypeStyle
style_of (const NscEndLabels *self)
{
  return (NscTypeStyle) { self->measures.label, NSC_WEIGHT_NORMAL };
}

static double
gap_of (const NscEndLabels *self)
{
  return (self->labels->len > 1 ? GAP_OF_SEVERAL : GAP) * self->measures.label;
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  double first = ((const Label *) a)->end.y, second = ((const Label *) b)->end.y;

  return (first > second) - (first < second);
}

/* The least squares under the condition that none lies over the next: labels that touch form a cluster around the mean
 * of what they want, and clusters that touch become one. */
static void
move_apart (NscEndLabels *self, double top, double bottom)
{
  g_autoptr (GArray) clusters = g_array_new (FALSE, FALSE, sizeof (Cluster));
  double before = 0;
  double last = bottom - top - nsc_end_labels_get_height (self);
  guint index = 0;

  for (guint i = 0; i < self->labels->len; i++)
    {
      const Label *label = get_label (self, i);
      Cluster cluster = { 1, label->end.y - top - label->height / 2 - before };

      while (clusters->len > 0)
        {
          const Cluster *above = &g_array_index (clusters, Cluster, clusters->len - 1);

          if (above->sum / above->n <= cluster.sum / cluster.n)
            break;
          cluster.n += above->n;
          cluster.sum += above->sum;
          g_array_set_size (clusters, clusters->len - 1);
        }
      g_array_append_val (clusters, cluster);
      before += label->height;
    }
  before = 0;
  for (guint i = 0; i < clusters->len; i++)
    {
      const Cluster *cluster = &g_array_index (clusters, Cluster, i);
      double first = top + CLAMP (cluster->sum / cluster->n, 0, MAX (last, 0));

      for (guint j = 0; j < cluster->n; j++)
        {
          Label *label = get_label (self, index++);

          label->y = first + before + label->height / 2;
          before += label->height;
        }
    }
}

/* Where words do not stand beside what they are of, a line leads to them. */
static void
build_leader (const NscEndLabels *self, const Label *label, double right, NscScene *scene)
{
  double size = self->measures.label, thin = self->measures.hairline;
  double from = label->end.x + DOT_GAP * size;
  double x = right + gap_of (self);

  if (from < right)
    nsc_scene_add_dashed (scene, label->end.color, thin, (NscDash) { 2 * thin, 3 * thin }, from, label->end.y, right,
                          label->end.y);
  if (fabs (label->y - label->end.y) > LEAST_MOVE * size && gap_of (self) > DOT_GAP * size)
    nsc_scene_add_line (scene, label->end.color, thin, MAX (from, right), label->end.y, x - LINE_GAP * size, label->y);
}

NscEndLabels *
nsc_end_labels_new (NscTypesetter *type, NscMeasures measures)
{
  NscEndLabels *self = g_new0 (NscEndLabels, 1);

  self->type = type;
  self->measures = measures;
  self->labels = g_array_new (FALSE, TRUE, sizeof (Label));
  g_array_set_clear_func (self->labels, clear_label);
  return self;
}

void
nsc_end_labels_free (NscEndLabels *self)
{
  g_array_unref (self->labels);
  g_free (self);
}

void
nsc_end_labels_collect (NscEndLabels *self, const NscFigure *figure, guint panel, const NscPlot *plot)
{
  for (guint i = 0; i < nsc_figure_get_n_marks (figure, panel); i++)
    {
      const NscMark *mark = nsc_figure_get_mark (figure, panel, i);
      Label label = { 0 };

      if (mark->klass->get_end != NULL && mark->klass->get_end (mark, plot, &label.end))
        g_array_append_val (self->labels, label);
    }
}

void
nsc_end_labels_set (NscEndLabels *self, double width, guint max_lines)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      Label *label = get_label (self, i);

      g_clear_pointer (&label->block, nsc_text_block_free);
      label->block = nsc_text_block_new (
          self->type, label->end.lead, label->end.text, style_of (self), LEADING * self->measures.label,
          MAX (width - gap_of (self), self->measures.label), max_lines, NSC_WRAP_BALANCED);
      label->height = nsc_text_block_get_height (label->block);
    }
}

double
nsc_end_labels_get_width (const NscEndLabels *self)
{
  double widest = 0;

  for (guint i = 0; i < self->labels->len; i++)
    widest = MAX (widest, nsc_text_block_get_width (get_label (self, i)->block));
  return widest > 0 ? gap_of (self) + widest : 0;
}

double
nsc_end_labels_get_height (const NscEndLabels *self)
{
  double height = 0;

  for (guint i = 0; i < self->labels->len; i++)
    height += get_label (self, i)->height;
  return height;
}

void
nsc_end_labels_build (NscEndLabels *self, const NscPlot *plot, double right, NscScene *scene)
{
  double x = right + gap_of (self);
  NscScenePart before = nsc_scene_set_series (scene, -1, NAN);

  g_array_sort (self->labels, compare_labels);
  move_apart (self, plot->room.top, plot->y + plot->height + LEADING * self->measures.label / 2);
  for (guint i = 0; i < self->labels->len; i++)
    {
      const Label *label = get_label (self, i);

      /* They say where the marks end. */
      nsc_scene_set_series (scene, (int) label->end.color, INFINITY);
      build_leader (self, label, right, scene);
      nsc_text_block_build (label->block, NSC_COLOR_TEXT, NSC_ANCHOR_START, x, label->y - label->height / 2, scene);
    }
  nsc_scene_set_part (scene, before);
}
