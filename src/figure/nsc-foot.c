/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-foot.h"

#include "nsc-text-block.h"
#include "nsc-text.h"
#include "nsc-words.h"

#include <string.h>

/* Where it stands, below the rule. */
typedef struct
{
  NscTextBlock *text;
  NscColorRole color;
  double x, y;
} Piece;

struct _NscFoot
{
  const NscFigure *figure;
  NscTypesetter *type;
  NscMeasures measures;
  NscFigureParts parts;
  double width;
  guint most_lines; /* 0: no limit */
  guint most_source_lines;

  GArray *pieces; /* of Piece */
  double height;  /* of all of them */
  double next;    /* where more words may stand on the last line; 0: nowhere */
  guint n_lines;
};

#define LEADING 1.4

/* In type sizes of a label. */
#define GAP_ABOVE_RULE 0.9
#define GAP_BELOW_RULE 0.75
#define GAP_BETWEEN_NOTES 0.2
#define GAP_BESIDE_NOTES 1.2

/* Of a source on a page of a given height; and its share of all lines where they are limited. */
#define SOURCE_LINES 2
#define SOURCE_SHARE 3

/* Of notes, whatever the source takes. */
#define LEAST_LINES 2

#define ELLIPSIS "…"

static void
clear_piece (gpointer data)
{
  Piece *piece = data;

  nsc_text_block_free (piece->text);
}

static NscTextBlock *
set (const NscFoot *self, const char *lead, const char *text, guint max_lines)
{
  NscTypeStyle style = { self->measures.note, NSC_WEIGHT_NORMAL };

  return nsc_text_block_new (self->type, lead, text, style, LEADING * style.size, self->width, max_lines,
                             NSC_WRAP_FILLED);
}

static void
clear (NscFoot *self)
{
  g_array_set_size (self->pieces, 0);
  self->height = self->next = 0;
  self->n_lines = 0;
}

/* Below what is there, or beside it where lines are dear. Takes TEXT. */
static void
add (NscFoot *self, NscTextBlock *text, NscColorRole color)
{
  Piece piece = { .text = text, .color = color };
  double width = nsc_text_block_get_width (text), height = nsc_text_block_get_height (text);

  if (self->next > 0 && nsc_text_block_get_n_lines (text) == 1 && self->next + width <= self->width)
    {
      piece.x = self->next;
      piece.y = self->height - height;
    }
  else
    {
      piece.y = self->height + (self->pieces->len > 0 ? GAP_BETWEEN_NOTES * self->measures.label : 0);
      self->height = piece.y + height;
      self->n_lines += nsc_text_block_get_n_lines (text);
    }
  self->next = self->most_lines > 0 && nsc_text_block_get_n_lines (text) == 1
                   ? piece.x + width + GAP_BESIDE_NOTES * self->measures.label
                   : 0;
  g_array_append_val (self->pieces, piece);
}

/* ---- notes ---- */

static gboolean
is_asked (const NscFoot *self, guint note)
{
  NscFigureParts part = nsc_figure_is_remark (self->figure, note) ? NSC_FIGURE_TITLE : NSC_FIGURE_SOURCE;
  const char *lead;

  return (self->parts & part) != 0 && (*nsc_figure_get_note (self->figure, note, &lead) != '\0' || lead != NULL);
}

/* What a note begins with, without the mark that ends it. */
static char *
dup_name (const char *lead)
{
  static const char *const marks[] = { ".", ":", "：", "。" };
  gsize length = strlen (lead);

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_suffix (lead, marks[i]))
      return g_strndup (lead, length - strlen (marks[i]));
  return g_strdup (lead);
}

/* What is not SHOWN, or NULL. */
static char *
dup_rest (const NscFoot *self, const gboolean *shown)
{
  const char *language = nsc_figure_get_language (self->figure);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *list = NULL;

  for (guint i = 0; i < nsc_figure_get_n_notes (self->figure); i++)
    {
      const char *lead;

      nsc_figure_get_note (self->figure, i, &lead);
      if (is_asked (self, i) && !shown[i])
        g_strv_builder_take (builder, dup_name (lead));
    }
  names = g_strv_builder_end (builder);
  if (*names == NULL)
    return NULL;
  list = nsc_text_join (language, (const char *const *) names);
  /* Translators: below a figure on a slide: notes that only the figure itself has the room for, "Coverage, Left out".
   */
  return g_strdup_printf (nsc_words_get (language, "More in the notes of the figure: %s."), list);
}

static void
set_notes (NscFoot *self, const gboolean *shown)
{
  g_autofree char *rest = dup_rest (self, shown);

  clear (self);
  for (guint i = 0; i < nsc_figure_get_n_notes (self->figure); i++)
    {
      const char *lead;
      const char *text = nsc_figure_get_note (self->figure, i, &lead);

      if (is_asked (self, i) && shown[i])
        add (self, set (self, lead, text, 0), NSC_COLOR_TEXT);
    }
  if (rest != NULL)
    add (self, set (self, NULL, rest, 0), NSC_COLOR_TEXT_SECOND);
}

/* As many as N_LINES hold, remarks first, of which a caution is the last. One that has no name cannot be left out. */
static void
choose_notes (NscFoot *self, guint n_lines, gboolean *shown)
{
  guint n = nsc_figure_get_n_notes (self->figure);

  for (guint i = 0; i < n; i++)
    {
      const char *lead;

      nsc_figure_get_note (self->figure, i, &lead);
      shown[i] = lead == NULL;
    }
  for (int remarks = TRUE; remarks >= FALSE; remarks--)
    for (guint i = 0; i < n; i++)
      {
        guint note = remarks ? n - 1 - i : i;

        if (shown[note] || !is_asked (self, note) || nsc_figure_is_remark (self->figure, note) != remarks)
          continue;
        shown[note] = TRUE;
        set_notes (self, shown);
        shown[note] = self->n_lines <= n_lines;
      }
  set_notes (self, shown);
}

static void
add_notes (NscFoot *self, guint n_source_lines)
{
  guint n = nsc_figure_get_n_notes (self->figure);
  guint n_lines = MAX (LEAST_LINES, (int) self->most_lines - (int) n_source_lines);
  g_autofree gboolean *shown = g_new (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    shown[i] = TRUE;
  set_notes (self, shown);
  if (self->most_lines > 0 && self->n_lines > n_lines)
    choose_notes (self, n_lines, shown);
}

/* ---- source ---- */

static guint
count_lines (const NscFoot *self, const char *text)
{
  g_autoptr (NscTextBlock) block = set (self, NULL, text, 0);

  return nsc_text_block_get_n_lines (block);
}

/* The first N characters of SOURCE, without a part of a word, and its END. */
static char *
join_ends (const char *source, guint n, const char *end)
{
  const char *cut = g_utf8_offset_to_pointer (source, n);
  g_autofree char *beginning = g_strndup (source, (gsize) (cut - source));
  char *blank = strrchr (beginning, ' ');

  if (blank != NULL && g_ascii_isalnum (*cut) && g_ascii_isalnum (cut[-1]))
    *blank = '\0';
  return g_strconcat (g_strchomp (beginning), ELLIPSIS, end, NULL);
}

/* SOURCE, or its beginning and its last part, which counts the sources that are not named. */
static char *
shorten_source (const NscFoot *self, const char *source)
{
  const char *blank = strrchr (source, ';'), *full = g_strrstr (source, "；");
  const char *end = full != NULL && (blank == NULL || full > blank) ? full : blank;
  guint low = 0, high;

  if (end == NULL || count_lines (self, source) <= self->most_source_lines)
    return g_strdup (source);
  high = (guint) g_utf8_strlen (source, end - source);
  while (low < high)
    {
      guint middle = low + (high - low + 1) / 2;
      g_autofree char *attempt = join_ends (source, middle, end);

      if (count_lines (self, attempt) <= self->most_source_lines)
        low = middle;
      else
        high = middle - 1;
    }
  return join_ends (source, low, end);
}

/* On a page of a given height the source may not crowd out what it is the source of. NULL: there is none. */
static NscTextBlock *
set_source (const NscFoot *self)
{
  const char *source = nsc_figure_get_source (self->figure);
  const char *brief = nsc_figure_get_brief_source (self->figure);
  g_autofree char *shown = NULL;

  if ((self->parts & NSC_FIGURE_SOURCE) == 0 || *source == '\0')
    return NULL;
  if (self->most_source_lines > 0 && *brief != '\0' && count_lines (self, source) > self->most_source_lines)
    source = brief;
  shown = self->most_source_lines > 0 ? shorten_source (self, source) : g_strdup (source);
  return set (self, NULL, shown, self->most_source_lines);
}

/* ---- public ---- */

NscFoot *
nsc_foot_new (const NscFigure *figure,
              NscTypesetter *type,
              NscMeasures measures,
              NscFigureParts parts,
              double width,
              gboolean height_is_given)
{
  NscFoot *self = g_new0 (NscFoot, 1);
  NscTextBlock *source;

  self->figure = figure;
  self->type = type;
  self->measures = measures;
  self->parts = parts;
  self->width = width;
  self->most_lines = height_is_given ? measures.foot_lines : 0;
  if (height_is_given)
    self->most_source_lines = self->most_lines > 0 ? MAX (1, self->most_lines / SOURCE_SHARE) : SOURCE_LINES;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, clear_piece);
  source = set_source (self);
  add_notes (self, source != NULL ? nsc_text_block_get_n_lines (source) : 0);
  self->next = 0;
  if (source != NULL)
    add (self, source, NSC_COLOR_TEXT_THIRD);
  return self;
}

void
nsc_foot_free (NscFoot *self)
{
  g_array_unref (self->pieces);
  g_free (self);
}

double
nsc_foot_get_height (const NscFoot *self)
{
  return self->pieces->len > 0 ? self->height + (GAP_ABOVE_RULE + GAP_BELOW_RULE) * self->measures.label : 0;
}

void
nsc_foot_build (const NscFoot *self, double x, double y, NscScene *scene)
{
  if (self->pieces->len == 0)
    return;
  y += GAP_ABOVE_RULE * self->measures.label;
  nsc_scene_add_line (scene, NSC_COLOR_RULE, self->measures.rule, x, y, x + self->width, y);
  y += GAP_BELOW_RULE * self->measures.label;
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      nsc_text_block_build (piece->text, piece->color, NSC_ANCHOR_START, x + piece->x, y + piece->y, scene);
    }
}
