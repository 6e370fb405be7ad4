/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-line-breaker.h"

#include <string.h>

struct _NscLineBreaker
{
  NscShaper *shaper;
  GHashTable *breaks; /* of Broken: what was asked for before */
};

/* Where a text parts in a room. */
typedef struct
{
  char *text;
  guint lead;
  NscTypeStyle style;
  double width;
  guint max_lines;
  NscWrap wrap;
  GArray *starts; /* of guint */
} Broken;

/* A last line below this share of the width looks lost. */
#define SHORT_LAST_LINE 0.2

/* The least length of a line beside the longest one. */
#define SHORTEST_LINE 0.45

/* In points: what measures of the same words may differ by. */
#define ROUNDING 0.1

static double
widest_line (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}

static guint
hash_broken (gconstpointer data)
{
  const Broken *broken = data;

  return g_str_hash (broken->text) ^ g_double_hash (&broken->width) ^ (guint) (broken->style.size * PANGO_SCALE) ^
         (guint) broken->style.weight << 8;
}

static gboolean
equal_broken (gconstpointer a, gconstpointer b)
{
  const Broken *first = a, *second = b;

  return first->width == second->width && first->style.size == second->style.size &&
         first->style.weight == second->style.weight && first->lead == second->lead &&
         first->max_lines == second->max_lines && first->wrap == second->wrap &&
         g_str_equal (first->text, second->text);
}

static void
free_broken (gpointer data)
{
  Broken *broken = data;

  g_free (broken->text);
  g_array_unref (broken->starts);
  g_free (broken);
}

static PangoLayout *
fill (NscLineBreaker *self, const Broken *wanted, double width, PangoWrapMode wrap, gboolean parts_names)
{
  return nsc_shaper_fill (self->shaper, wanted->text, wanted->lead, wanted->style, width, wrap, parts_names);
}

/* The least width in which the text takes no more lines than in its room and no word is broken. Down to the longest
 * line of what fits, the lines part where they did, so that nothing need be set anew. */
static double
balanced_width (NscLineBreaker *self, const Broken *wanted, gboolean parts_names)
{
  PangoLayout *layout = fill (self, wanted, wanted->width, PANGO_WRAP_WORD, parts_names);
  int n_lines = pango_layout_get_line_count (layout);
  double step = wanted->style.size / 4;
  double low, high = wanted->width, longest = widest_line (layout);

  if (n_lines < 2 || longest > high)
    return high;
  low = high / n_lines;
  while (high - low > step)
    {
      double middle = (low + high) / 2;
      gboolean fits = middle >= longest + ROUNDING;

      if (!fits)
        {
          pango_layout_set_width (layout, (int) (middle * PANGO_SCALE));
          fits = pango_layout_get_line_count (layout) == n_lines && widest_line (layout) <= middle;
          if (fits)
            longest = widest_line (layout);
        }
      if (fits)
        high = middle;
      else
        low = middle;
    }
  return high;
}

/* Whether a clause ends before P, which is not the start. */
static gboolean
ends_clause (const char *p)
{
  switch (g_utf8_get_char (g_utf8_prev_char (p)))
    {
    case ' ':
      return strchr (".,;:", p[-2]) != NULL;
    case 0x3002: /* 。 */
    case 0xff0c: /* ， */
    case 0xff1a: /* ： */
    case 0xff1b: /* ； */
      return TRUE;
    default:
      return FALSE;
    }
}

/* Where two lines part best: behind a mark, if neither becomes too long or much shorter than the other; 0: nowhere. */
static guint
find_clause (NscLineBreaker *self, const Broken *wanted)
{
  const char *text = wanted->text;
  double best = wanted->width;
  guint found = 0;

  if (strlen (text) < 3)
    return 0;
  for (const char *p = g_utf8_offset_to_pointer (text, 2); *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *first = NULL;
      double above, below;
      guint lead;

      if (!ends_clause (p))
        continue;
      first = g_strchomp (g_strndup (text, (gsize) (p - text)));
      lead = MIN (wanted->lead, (guint) strlen (first));
      above = nsc_shaper_measure (self->shaper, first, lead, wanted->style)->advance;
      below = nsc_shaper_measure (self->shaper, p, 0, wanted->style)->advance;
      if (MAX (above, below) <= best && MIN (above, below) >= SHORTEST_LINE * MAX (above, below))
        {
          best = MAX (above, below);
          found = (guint) (p - text);
        }
    }
  return found;
}

static double
last_line (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, pango_layout_get_line_count (layout) - 1),
                                 NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}

/* Narrows the layout until no word stands alone on its last line, if that takes no more lines. */
static void
avoid_widow (PangoLayout *layout, double width)
{
  int n_lines = pango_layout_get_line_count (layout);
  double narrow = width;

  if (n_lines < 2)
    return;
  while (last_line (layout) < SHORT_LAST_LINE * width && narrow > width / 2)
    {
      narrow -= width * 0.03;
      pango_layout_set_width (layout, (int) (narrow * PANGO_SCALE));
      if (pango_layout_get_line_count (layout) > n_lines)
        {
          pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
          return;
        }
    }
}

/* How long the shortest line is beside the longest. */
static double
find_evenness (PangoLayout *layout)
{
  double shortest = NSC_SHAPER_MOST_WIDTH, longest = 1;

  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      PangoRectangle extents;

      pango_layout_line_get_extents (l->data, NULL, &extents);
      shortest = MIN (shortest, (double) extents.width / PANGO_SCALE);
      longest = MAX (longest, (double) extents.width / PANGO_SCALE);
    }
  return shortest / longest;
}

/* Balances the lines. A long name is kept whole only if that leaves no line that is much shorter than the others. */
static PangoLayout *
balance (NscLineBreaker *self, const Broken *wanted)
{
  double width = balanced_width (self, wanted, FALSE);
  PangoLayout *layout = fill (self, wanted, width, PANGO_WRAP_WORD_CHAR, FALSE);
  double evenness = find_evenness (layout);
  int n_lines = pango_layout_get_line_count (layout);

  if (!nsc_shaper_has_phrases (self->shaper) || n_lines < 2 || evenness >= SHORTEST_LINE)
    return layout;
  layout = fill (self, wanted, balanced_width (self, wanted, TRUE), PANGO_WRAP_WORD_CHAR, TRUE);
  if (pango_layout_get_line_count (layout) > n_lines || find_evenness (layout) <= evenness)
    layout = fill (self, wanted, width, PANGO_WRAP_WORD_CHAR, FALSE);
  return layout;
}

/* Of a text that is longer than its room. */
static GArray *
find_starts (NscLineBreaker *self, const Broken *wanted)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));
  PangoLayout *layout = fill (self, wanted, wanted->width, PANGO_WRAP_WORD_CHAR, FALSE);
  /* Of what is cut, as much is shown as there is room for. */
  gboolean is_cut = wanted->max_lines > 0 && (guint) pango_layout_get_line_count (layout) > wanted->max_lines;
  guint clause = 0;

  if (!is_cut && wanted->wrap == NSC_WRAP_FILLED)
    avoid_widow (layout, MIN (wanted->width, NSC_SHAPER_MOST_WIDTH));
  if (!is_cut && wanted->wrap == NSC_WRAP_BALANCED)
    layout = balance (self, wanted);
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      guint start = (guint) pango_layout_line_get_start_index (l->data);

      g_array_append_val (starts, start);
    }
  if (!is_cut && wanted->wrap == NSC_WRAP_BALANCED && starts->len == 2)
    clause = find_clause (self, wanted);
  if (clause > 0)
    g_array_index (starts, guint, 1) = clause;
  return starts;
}

NscLineBreaker *
nsc_line_breaker_new (NscShaper *shaper)
{
  NscLineBreaker *self = g_new0 (NscLineBreaker, 1);

  self->shaper = shaper;
  self->breaks = g_hash_table_new_full (hash_broken, equal_broken, free_broken, NULL);
  return self;
}

void
nsc_line_breaker_free (NscLineBreaker *self)
{
  g_hash_table_unref (self->breaks);
  g_free (self);
}

void
nsc_line_breaker_forget (NscLineBreaker *self)
{
  g_hash_table_remove_all (self->breaks);
}

GArray *
nsc_line_breaker_find (
    NscLineBreaker *self, const char *text, guint lead, NscTypeStyle style, double width, guint max_lines, NscWrap wrap)
{
  const Broken wanted = { (char *) text, lead, style, width, max_lines, wrap, NULL };
  Broken *broken;

  if (nsc_shaper_measure (self->shaper, text, lead, style)->advance <= width)
    {
      GArray *whole = g_array_new (FALSE, TRUE, sizeof (guint));

      return g_array_set_size (whole, 1);
    }
  broken = g_hash_table_lookup (self->breaks, &wanted);
  if (broken == NULL)
    {
      broken = g_memdup2 (&wanted, sizeof wanted);
      broken->text = g_strdup (text);
      broken->starts = find_starts (self, &wanted);
      g_hash_table_add (self->breaks, broken);
    }
  return g_array_ref (broken->starts);
}
