/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-typesetter.h"

#include "nsc-type-attributes.h"
#include "nsc-words.h"

#include <pango/pangocairo.h>
#include <string.h>

struct _NscTypesetter
{
  PangoContext *context;
  PangoLayout *layout;
  gboolean chinese;
  NscFace face;
  GPtrArray *phrases;   /* that lines do not part within */
  gboolean parts_names; /* but long ones may part where they are joined */
  GHashTable *lines;    /* of Measured: what was asked for before */
  GHashTable *breaks;   /* of Broken: the same */
};

/* A line and the style that it was measured in. */
typedef struct
{
  NscTypeLine line;
  NscTypeStyle style;
} Measured;

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

/* Longer text than this is no label and no sentence, and would only cost time. */
#define MOST_CHARACTERS 4000

/* Wider than any page. */
#define MOST_WIDTH 1e5

#define ELLIPSIS "…"

/* The blank of an opening mark before its ink, and what is left of it at the start of a line; in type sizes. */
#define HANGING_BLANK 0.3
#define HUNG_BLANK 0.08

/* A last line below this share of the width looks lost. */
#define SHORT_LAST_LINE 0.2

/* The least length of a line beside the longest one. */
#define SHORTEST_LINE 0.45

/* In shares of the width: a longer phrase may part. */
#define LONG_PHRASE 0.5

static gboolean
is_latin_letter (gunichar c)
{
  return g_unichar_isalpha (c) && c < 0x2000;
}

/* Whether a phrase is joined before P of what stands there and what follows. */
static gboolean
is_joint (const char *p)
{
  static const char *const joints[] = { "和", "与", "及", "或" };

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    if (g_str_has_prefix (p, joints[i]))
      return TRUE;
  return FALSE;
}

static void
keep_parts (PangoAttrList *attributes, const char *text, const char *phrase, double most)
{
  const char *start = phrase;

  for (const char *p = phrase; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *end = g_utf8_next_char (p);
      g_autofree char *part = NULL;

      if (*end != '\0' && !is_joint (end))
        continue;
      part = g_strndup (start, (gsize) (end - start));
      if ((double) g_utf8_strlen (part, -1) <= most)
        nsc_type_attributes_keep_together (attributes, text, part);
      start = end;
    }
}

/* A phrase is at most as wide as its characters are high. */
static PangoAttrList *
make_attributes (NscTypesetter *self, const char *text, guint lead, NscTypeStyle style, double width)
{
  PangoAttrList *attributes = nsc_type_attributes_new (text, lead, self->chinese, self->face);

  for (guint i = 0; width > 0 && i < self->phrases->len; i++)
    {
      const char *phrase = g_ptr_array_index (self->phrases, i);
      double share = (double) g_utf8_strlen (phrase, -1) * style.size / width;

      if (share <= (self->parts_names ? LONG_PHRASE : 1))
        nsc_type_attributes_keep_together (attributes, text, phrase);
      else
        keep_parts (attributes, text, phrase, width / style.size);
    }
  return attributes;
}

/* Puts TEXT into the layout, WIDTH below 0: on one line. */
static void
fill_layout (NscTypesetter *self, const char *text, guint lead, NscTypeStyle style, double width, PangoWrapMode wrap)
{
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList *attributes = make_attributes (self, text, lead, style, width);

  pango_font_description_set_family_static (font, nsc_face_get_family_list (self->face, FALSE));
  pango_font_description_set_weight (font, (PangoWeight) style.weight);
  pango_font_description_set_absolute_size (font, style.size * PANGO_SCALE);
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_wrap (self->layout, wrap);
  pango_layout_set_width (self->layout, width < 0 ? -1 : (int) (MIN (width, MOST_WIDTH) * PANGO_SCALE));
  pango_layout_set_text (self->layout, text, -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
}

static double
widest_line (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}

static guint
hash_measured (gconstpointer data)
{
  const Measured *measured = data;

  return g_str_hash (measured->line.text) ^ (guint) (measured->style.size * PANGO_SCALE) ^
         (guint) measured->style.weight << 8 ^ measured->line.lead << 20;
}

static gboolean
equal_measured (gconstpointer a, gconstpointer b)
{
  const Measured *first = a, *second = b;

  return first->style.size == second->style.size && first->style.weight == second->style.weight &&
         first->line.lead == second->line.lead && g_str_equal (first->line.text, second->line.text);
}

static void
free_measured (gpointer data)
{
  Measured *measured = data;

  g_free (measured->line.text);
  g_free (measured);
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

/* TEXT on one line as it will be drawn. A layout asks for the same words again and again, and shaping them is most of
 * its time. */
static const NscTypeLine *
measure_line (NscTypesetter *self, const char *text, guint lead, NscTypeStyle style)
{
  const Measured wanted = { { .text = (char *) text, .lead = lead }, style };
  Measured *measured = g_hash_table_lookup (self->lines, &wanted);
  PangoRectangle ink, logical;

  if (measured != NULL)
    return &measured->line;
  fill_layout (self, text, lead, style, -1, PANGO_WRAP_WORD);
  pango_layout_line_get_extents (pango_layout_get_line_readonly (self->layout, 0), &ink, &logical);
  measured = g_new (Measured, 1);
  *measured = wanted;
  measured->line.text = g_strdup (text);
  measured->line.advance = (double) logical.width / PANGO_SCALE;
  measured->line.ink_left = (double) ink.x / PANGO_SCALE;
  measured->line.ink_right = (double) (ink.x + ink.width) / PANGO_SCALE;
  measured->line.ink_ascent = (double) -ink.y / PANGO_SCALE;
  measured->line.ink_descent = (double) (ink.y + ink.height) / PANGO_SCALE;
  g_hash_table_add (self->lines, measured);
  return &measured->line;
}

/* The least width in which TEXT takes no more lines than in WIDTH and no word is broken. */
static double
balanced_width (NscTypesetter *self, const char *text, guint lead, NscTypeStyle style, double width)
{
  int n_lines;
  double low, high = width;

  fill_layout (self, text, lead, style, width, PANGO_WRAP_WORD);
  n_lines = pango_layout_get_line_count (self->layout);
  if (n_lines < 2 || widest_line (self->layout) > width)
    return width;
  low = width / n_lines;
  while (high - low > style.size / 4)
    {
      double middle = (low + high) / 2;

      pango_layout_set_width (self->layout, (int) (middle * PANGO_SCALE));
      if (pango_layout_get_line_count (self->layout) == n_lines && widest_line (self->layout) <= middle)
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
find_clause (NscTypesetter *self, const char *text, guint lead, NscTypeStyle style, double width)
{
  double best = width;
  guint found = 0;

  if (strlen (text) < 3)
    return 0;
  for (const char *p = g_utf8_offset_to_pointer (text, 2); *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *first = NULL;
      double above, below;

      if (!ends_clause (p))
        continue;
      first = g_strchomp (g_strndup (text, (gsize) (p - text)));
      above = measure_line (self, first, MIN (lead, (guint) strlen (first)), style)->advance;
      below = nsc_typesetter_measure (self, p, style);
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
avoid_widow (NscTypesetter *self, double width)
{
  int n_lines = pango_layout_get_line_count (self->layout);
  double narrow = width;

  if (n_lines < 2)
    return;
  while (last_line (self->layout) < SHORT_LAST_LINE * width && narrow > width / 2)
    {
      narrow -= width * 0.03;
      pango_layout_set_width (self->layout, (int) (narrow * PANGO_SCALE));
      if (pango_layout_get_line_count (self->layout) > n_lines)
        {
          pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
          return;
        }
    }
}

/* How long the shortest line is beside the longest. */
static double
find_evenness (PangoLayout *layout)
{
  double shortest = MOST_WIDTH, longest = 1;

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
static void
balance (NscTypesetter *self, const char *text, guint lead, NscTypeStyle style, double width)
{
  double evenness;
  int n_lines;

  fill_layout (self, text, lead, style, balanced_width (self, text, lead, style, width), PANGO_WRAP_WORD_CHAR);
  evenness = find_evenness (self->layout);
  n_lines = pango_layout_get_line_count (self->layout);
  if (self->phrases->len == 0 || n_lines < 2 || evenness >= SHORTEST_LINE)
    return;
  self->parts_names = TRUE;
  fill_layout (self, text, lead, style, balanced_width (self, text, lead, style, width), PANGO_WRAP_WORD_CHAR);
  self->parts_names = FALSE;
  if (pango_layout_get_line_count (self->layout) > n_lines || find_evenness (self->layout) <= evenness)
    fill_layout (self, text, lead, style, balanced_width (self, text, lead, style, width), PANGO_WRAP_WORD_CHAR);
}

/* Where the lines of a text that is longer than its room start, in bytes. */
static GArray *
find_starts (NscTypesetter *self, const Broken *wanted)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));
  double width = wanted->width;
  gboolean is_cut;
  guint clause = 0;

  fill_layout (self, wanted->text, wanted->lead, wanted->style, width, PANGO_WRAP_WORD_CHAR);
  /* Of what is cut, as much is shown as there is room for. */
  is_cut = wanted->max_lines > 0 && (guint) pango_layout_get_line_count (self->layout) > wanted->max_lines;
  if (!is_cut && wanted->wrap == NSC_WRAP_FILLED)
    avoid_widow (self, MIN (width, MOST_WIDTH));
  if (!is_cut && wanted->wrap == NSC_WRAP_BALANCED)
    balance (self, wanted->text, wanted->lead, wanted->style, width);
  for (GSList *l = pango_layout_get_lines_readonly (self->layout); l != NULL; l = l->next)
    {
      guint start = (guint) pango_layout_line_get_start_index (l->data);

      g_array_append_val (starts, start);
    }
  if (!is_cut && wanted->wrap == NSC_WRAP_BALANCED && starts->len == 2)
    clause = find_clause (self, wanted->text, wanted->lead, wanted->style, width);
  if (clause > 0)
    g_array_index (starts, guint, 1) = clause;
  return starts;
}

/* Where the lines of TEXT start, in bytes. A layout tries the same room for the same words several times too. */
static GArray *
find_breaks (
    NscTypesetter *self, const char *text, guint lead, NscTypeStyle style, double width, guint max_lines, NscWrap wrap)
{
  const Broken wanted = { (char *) text, lead, style, width, max_lines, wrap, NULL };
  Broken *broken;

  if (measure_line (self, text, lead, style)->advance <= width)
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

static void
clear_line (gpointer data)
{
  NscTypeLine *line = data;

  g_free (line->text);
}

static void
append_line (NscTypesetter *self, GArray *lines, const char *text, guint lead, NscTypeStyle style)
{
  NscTypeLine line = *measure_line (self, text, lead, style);

  line.text = g_strdup (line.text);
  g_array_append_val (lines, line);
}

/* The first N characters of TEXT and an ellipsis; not within a word, unless the word is most of it. */
static char *
shorten (const char *text, guint n)
{
  const char *end = g_utf8_offset_to_pointer (text, n);
  g_autofree char *kept = g_strndup (text, (gsize) (end - text));
  char *blank = strrchr (kept, ' ');

  if (is_latin_letter (g_utf8_get_char (end)) && blank != NULL && blank > kept + strlen (kept) * 2 / 3)
    *blank = '\0';
  return g_strconcat (g_strchomp (kept), ELLIPSIS, NULL);
}

/* The longest beginning of TEXT that fits WIDTH together with an ellipsis. */
static char *
cut (NscTypesetter *self, const char *text, guint lead, NscTypeStyle style, double width)
{
  guint low = 0, high = (guint) g_utf8_strlen (text, -1);
  char *best = g_strdup (ELLIPSIS);

  while (low < high)
    {
      guint middle = low + (high - low + 1) / 2;
      g_autofree char *attempt = shorten (text, middle);

      if (measure_line (self, attempt, MIN (lead, (guint) strlen (attempt)), style)->advance <= width)
        {
          low = middle;
          g_set_str (&best, attempt);
        }
      else
        high = middle - 1;
    }
  return best;
}

static void
add_words_of_the_field (NscTypesetter *self, const char *language)
{
  g_auto (GStrv) words = NULL;

  if (!self->chinese)
    return;
  /* Translators: for languages that write no blanks: words of the field within which a line does not end, parted by a
   * vertical line. Others say "|". */
  words = g_strsplit (nsc_words_get (language, "|"), "|", -1);
  for (guint i = 0; words[i] != NULL; i++)
    nsc_typesetter_keep_together (self, words[i]);
}

gboolean
nsc_typesetter_is_chinese_mark (gunichar before, gunichar c)
{
  switch (c)
    {
    case 0x00b7: /* between the parts of a name */
    case 0x2014: /* dash */
    case 0x2018: /* quotes */
    case 0x201c:
    case 0x201d:
    case 0x2026: /* ellipsis */
      return TRUE;
    case 0x2019:
      return !is_latin_letter (before);
    default:
      return FALSE;
    }
}

NscTypesetter *
nsc_typesetter_new (const char *language, NscFace face)
{
  NscTypesetter *self = g_new0 (NscTypesetter, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* The font map is this thread's own, as Pango wants it. */
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  self->chinese = g_str_has_prefix (language, "zh");
  self->face = face;
  self->phrases = g_ptr_array_new_with_free_func (g_free);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  pango_context_set_language (self->context, pango_language_from_string (self->chinese ? "zh-cn" : language));
  self->layout = pango_layout_new (self->context);
  self->lines = g_hash_table_new_full (hash_measured, equal_measured, free_measured, NULL);
  self->breaks = g_hash_table_new_full (hash_broken, equal_broken, free_broken, NULL);
  add_words_of_the_field (self, language);
  pango_layout_set_auto_dir (self->layout, FALSE);
  cairo_font_options_destroy (options);
  return self;
}

void
nsc_typesetter_keep_together (NscTypesetter *self, const char *phrase)
{
  if (self->chinese && *phrase != '\0')
    {
      g_ptr_array_add (self->phrases, g_strdup (phrase));
      g_hash_table_remove_all (self->breaks);
    }
}

void
nsc_typesetter_free (NscTypesetter *self)
{
  g_ptr_array_unref (self->phrases);
  g_hash_table_unref (self->lines);
  g_hash_table_unref (self->breaks);
  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_free (self);
}

GArray *
nsc_typesetter_set (NscTypesetter *self,
                    const char *lead,
                    const char *text,
                    NscTypeStyle style,
                    double width,
                    guint max_lines,
                    NscWrap wrap)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (NscTypeLine));
  /* A Chinese lead ends with a mark that has its blank built in. */
  g_autofree char *all = lead == NULL ? g_strdup (text) : g_strconcat (lead, self->chinese ? "" : " ", text, NULL);
  guint lead_bytes = lead != NULL ? (guint) strlen (lead) : 0;
  g_autoptr (GArray) starts = find_breaks (self, all, lead_bytes, style, width, max_lines, wrap);
  guint n_lines;

  g_array_set_clear_func (lines, clear_line);
  n_lines = max_lines > 0 ? MIN (max_lines, starts->len) : starts->len;
  for (guint i = 0; i < n_lines; i++)
    {
      guint start = g_array_index (starts, guint, i);
      gboolean is_cut = i + 1 == n_lines && n_lines < starts->len;
      guint end = i + 1 < starts->len && !is_cut ? g_array_index (starts, guint, i + 1) : (guint) strlen (all);
      g_autofree char *part = g_strstrip (g_strndup (all + start, end - start));
      guint part_lead = lead_bytes > start ? MIN (lead_bytes - start, (guint) strlen (part)) : 0;
      g_autofree char *shown = is_cut ? cut (self, part, part_lead, style, width) : g_steal_pointer (&part);

      append_line (self, lines, shown, MIN (part_lead, (guint) strlen (shown)), style);
    }
  return lines;
}

void
nsc_typesetter_restyle (NscTypesetter *self, GArray *lines, NscTypeStyle style)
{
  for (guint i = 0; i < lines->len; i++)
    {
      NscTypeLine *line = &g_array_index (lines, NscTypeLine, i);
      char *text = line->text;

      *line = *measure_line (self, text, line->lead, style);
      line->text = text;
    }
}

double
nsc_type_line_get_hang (const NscTypeLine *line, NscTypeStyle style)
{
  if (line->ink_left < 0)
    return line->ink_left;
  return line->ink_left > HANGING_BLANK * style.size ? line->ink_left - HUNG_BLANK * style.size : 0;
}

double
nsc_typesetter_measure (NscTypesetter *self, const char *text, NscTypeStyle style)
{
  return measure_line (self, text, 0, style)->advance;
}

void
nsc_typesetter_draw (
    NscTypesetter *self, cairo_t *cr, const char *text, guint lead, NscTypeStyle style, double x, double baseline)
{
  fill_layout (self, text, lead, style, -1, PANGO_WRAP_WORD);
  cairo_move_to (cr, x, baseline);
  pango_cairo_update_layout (cr, self->layout);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (self->layout, 0));
}

char *
nsc_typesetter_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *clean = g_string_new (NULL);
  guint n = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n++ == MOST_CHARACTERS)
        {
          g_string_append (clean, ELLIPSIS);
          break;
        }
      if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
        c = ' ';
      g_string_append_unichar (clean, c);
    }
  return g_strstrip (g_string_free (clean, FALSE));
}
