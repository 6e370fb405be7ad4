/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-row-labels.h"

#include "nsc-text-block.h"

typedef struct
{
  NscTextBlock *block;
  double size;     /* at which it is set */
  double width;    /* of the longest line */
  gboolean is_all; /* on one line, nothing cut */
  gboolean is_cut;
} Label;

struct _NscRowLabels
{
  const NscAxis *rows;
  NscTypesetter *type;
  gboolean may_become_bold;
  double size, limit; /* at which they are set, and the width that they have */
  guint n;
  Label *labels;
  double word_size, widest_word; /* at that size */
};

/* In type sizes. */
#define LEADING 1.22

/* Of the room between two lines and two rows, how much stands around a label of several lines. */
#define AIR 0.85

/* Layouts try many widths, in most of which a short label stays as it is. */
static gboolean
is_set (const Label *label, double size, double limit)
{
  return label->block != NULL && label->is_all && label->size == size && label->width <= limit;
}

static gboolean
ends_cut (const NscTextBlock *block, const char *text)
{
  const NscTypeLine *last = nsc_text_block_get_line (block, nsc_text_block_get_n_lines (block) - 1);

  return g_str_has_suffix (last->text, "…") && !g_str_has_suffix (text, "…");
}

/* Chinese may part between any two characters. */
static gboolean
is_one_word (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_iswide (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static NscTypeStyle
widest_style (const NscRowLabels *self, double size)
{
  return (NscTypeStyle) { size, self->may_become_bold ? NSC_WEIGHT_BOLD : NSC_WEIGHT_NORMAL };
}

static void
set_label (NscRowLabels *self, guint row, double limit, guint max_lines)
{
  const char *text = nsc_axis_get_label (self->rows, row);
  Label *label = &self->labels[row];
  NscTypeStyle widest = widest_style (self, self->size);

  if (is_set (label, self->size, limit))
    return;
  g_clear_pointer (&label->block, nsc_text_block_free);
  label->block = nsc_text_block_new (self->type, NULL, text, widest, LEADING * self->size, limit, max_lines,
                                     max_lines > 1 ? NSC_WRAP_BALANCED : NSC_WRAP_FILLED);
  nsc_text_block_set_weight (label->block, self->type, NSC_WEIGHT_NORMAL);
  label->size = self->size;
  label->width = nsc_text_block_get_width (label->block);
  label->is_all = nsc_text_block_get_n_lines (label->block) == 1 &&
                  g_str_equal (nsc_text_block_get_line (label->block, 0)->text, text);
  label->is_cut = !label->is_all && nsc_text_block_get_n_lines (label->block) > 0 && ends_cut (label->block, text);
}

NscRowLabels *
nsc_row_labels_new (const NscAxis *rows, NscTypesetter *type, gboolean may_become_bold)
{
  NscRowLabels *self = g_new0 (NscRowLabels, 1);

  self->rows = rows;
  self->type = type;
  self->may_become_bold = may_become_bold;
  self->n = rows != NULL ? nsc_axis_get_n_labels (rows) : 0;
  self->labels = g_new0 (Label, self->n + 1);
  return self;
}

void
nsc_row_labels_free (NscRowLabels *self)
{
  for (guint row = 0; row < self->n; row++)
    g_clear_pointer (&self->labels[row].block, nsc_text_block_free);
  g_free (self->labels);
  g_free (self);
}

double
nsc_row_labels_get_widest_word (NscRowLabels *self, double size)
{
  if (self->word_size == size)
    return self->widest_word;
  self->word_size = size;
  self->widest_word = 0;
  for (guint row = 0; row < self->n; row++)
    {
      g_auto (GStrv) words = g_strsplit_set (nsc_axis_get_label (self->rows, row), " -", -1);

      for (guint i = 0; words[i] != NULL; i++)
        {
          double width = *words[i] != '\0' && is_one_word (words[i])
                             ? nsc_typesetter_measure (self->type, words[i], widest_style (self, size))
                             : 0;

          self->widest_word = MAX (self->widest_word, width);
        }
    }
  return self->widest_word;
}

double
nsc_row_labels_set (NscRowLabels *self, double size, double limit, guint max_lines, const gboolean *folded)
{
  double widest = 0;

  self->size = size;
  self->limit = limit;
  for (guint row = 0; row < self->n; row++)
    if (!folded[row])
      {
        set_label (self, row, limit, max_lines);
        widest = MAX (widest, self->labels[row].width);
      }
  return widest;
}

gboolean
nsc_row_labels_are_cut (const NscRowLabels *self, const gboolean *folded)
{
  for (guint row = 0; row < self->n; row++)
    if (!folded[row] && self->labels[row].is_cut)
      return TRUE;
  return FALSE;
}

gboolean
nsc_row_labels_are_torn (NscRowLabels *self)
{
  return nsc_row_labels_get_widest_word (self, self->size) > self->limit;
}

/* Lines of a label stand closer together than rows. */
double
nsc_row_labels_get_height (const NscRowLabels *self, guint row, double pitch)
{
  const NscTextBlock *block = self->labels[row].block;

  return nsc_text_block_get_height (block) + MAX (0, pitch - nsc_text_block_get_leading (block)) * AIR;
}

void
nsc_row_labels_build (const NscRowLabels *self, const NscRowPlace *place, double x, NscScene *scene)
{
  const NscTextBlock *block = self->labels[place->row].block;
  NscColorRole color = nsc_axis_is_second (self->rows, place->row) ? NSC_COLOR_TEXT_SECOND : NSC_COLOR_TEXT;

  nsc_scene_set_label (scene, TRUE);
  nsc_text_block_build (block, color, NSC_ANCHOR_START, x,
                        place->y + (place->lane - nsc_text_block_get_height (block)) / 2, scene);
  nsc_scene_set_label (scene, FALSE);
}
