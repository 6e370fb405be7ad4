/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-typesetter.h"

#include "nsc-line-breaker.h"
#include "nsc-shaper.h"
#include "nsc-words.h"

#include <pango/pangocairo.h>
#include <string.h>

struct _NscTypesetter
{
  gboolean chinese;
  NscShaper *shaper;
  NscLineBreaker *breaker;
};

/* Longer text than this is no label and no sentence, and would only cost time. */
#define MOST_CHARACTERS 4000

#define ELLIPSIS "…"

/* The blank of an opening mark before its ink, and what is left of it at the start of a line; in type sizes. */
#define HANGING_BLANK 0.3
#define HUNG_BLANK 0.08

static gboolean
is_latin_letter (gunichar c)
{
  return g_unichar_isalpha (c) && c < 0x2000;
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
  NscTypeLine line = *nsc_shaper_measure (self->shaper, text, lead, style);

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

      if (nsc_shaper_measure (self->shaper, attempt, MIN (lead, (guint) strlen (attempt)), style)->advance <= width)
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

  self->chinese = g_str_has_prefix (language, "zh");
  self->shaper = nsc_shaper_new (language, face);
  self->breaker = nsc_line_breaker_new (self->shaper);
  add_words_of_the_field (self, language);
  return self;
}

void
nsc_typesetter_free (NscTypesetter *self)
{
  nsc_line_breaker_free (self->breaker);
  nsc_shaper_free (self->shaper);
  g_free (self);
}

void
nsc_typesetter_keep_together (NscTypesetter *self, const char *phrase)
{
  if (self->chinese && *phrase != '\0')
    {
      nsc_shaper_keep_together (self->shaper, phrase);
      nsc_line_breaker_forget (self->breaker);
    }
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
  g_autoptr (GArray) starts = nsc_line_breaker_find (self->breaker, all, lead_bytes, style, width, max_lines, wrap);
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

      *line = *nsc_shaper_measure (self->shaper, text, line->lead, style);
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
  return nsc_shaper_measure (self->shaper, text, 0, style)->advance;
}

void
nsc_typesetter_draw (
    NscTypesetter *self, cairo_t *cr, const char *text, guint lead, NscTypeStyle style, double x, double baseline)
{
  PangoLayout *layout = nsc_shaper_fill (self->shaper, text, lead, style, -1, PANGO_WRAP_WORD, FALSE);

  cairo_move_to (cr, x, baseline);
  pango_cairo_update_layout (cr, layout);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
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
