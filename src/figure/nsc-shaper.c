/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-shaper.h"

#include "nsc-type-attributes.h"

#include <pango/pangocairo.h>

struct _NscShaper
{
  PangoContext *context;
  PangoLayout *layout;
  gboolean chinese;
  NscFace face;
  GPtrArray *phrases; /* that lines do not part within */
  GHashTable *lines;  /* of Measured: what was asked for before */
};

/* A line and the style that it was measured in. */
typedef struct
{
  NscTypeLine line;
  NscTypeStyle style;
} Measured;

/* In shares of the width: a longer phrase may part. */
#define LONG_PHRASE 0.5

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
make_attributes (NscShaper *self, const char *text, guint lead, NscTypeStyle style, double width, gboolean parts_names)
{
  PangoAttrList *attributes = nsc_type_attributes_new (text, lead, self->chinese, self->face);

  for (guint i = 0; width > 0 && i < self->phrases->len; i++)
    {
      const char *phrase = g_ptr_array_index (self->phrases, i);
      double share = (double) g_utf8_strlen (phrase, -1) * style.size / width;

      if (share <= (parts_names ? LONG_PHRASE : 1))
        nsc_type_attributes_keep_together (attributes, text, phrase);
      else
        keep_parts (attributes, text, phrase, width / style.size);
    }
  return attributes;
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

NscShaper *
nsc_shaper_new (const char *language, NscFace face)
{
  NscShaper *self = g_new0 (NscShaper, 1);
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
  pango_layout_set_auto_dir (self->layout, FALSE);
  cairo_font_options_destroy (options);
  return self;
}

void
nsc_shaper_free (NscShaper *self)
{
  g_ptr_array_unref (self->phrases);
  g_hash_table_unref (self->lines);
  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_free (self);
}

void
nsc_shaper_keep_together (NscShaper *self, const char *phrase)
{
  g_ptr_array_add (self->phrases, g_strdup (phrase));
}

gboolean
nsc_shaper_has_phrases (const NscShaper *self)
{
  return self->phrases->len > 0;
}

PangoLayout *
nsc_shaper_fill (NscShaper *self,
                 const char *text,
                 guint lead,
                 NscTypeStyle style,
                 double width,
                 PangoWrapMode wrap,
                 gboolean parts_names)
{
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList *attributes = make_attributes (self, text, lead, style, width, parts_names);

  pango_font_description_set_family_static (font, nsc_face_get_family_list (self->face, FALSE));
  pango_font_description_set_weight (font, (PangoWeight) style.weight);
  pango_font_description_set_absolute_size (font, style.size * PANGO_SCALE);
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_wrap (self->layout, wrap);
  pango_layout_set_width (self->layout, width < 0 ? -1 : (int) (MIN (width, NSC_SHAPER_MOST_WIDTH) * PANGO_SCALE));
  pango_layout_set_text (self->layout, text, -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  return self->layout;
}

const NscTypeLine *
nsc_shaper_measure (NscShaper *self, const char *text, guint lead, NscTypeStyle style)
{
  const Measured wanted = { { .text = (char *) text, .lead = lead }, style };
  Measured *measured = g_hash_table_lookup (self->lines, &wanted);
  PangoLayout *layout;
  PangoRectangle ink, logical;

  if (measured != NULL)
    return &measured->line;
  layout = nsc_shaper_fill (self, text, lead, style, -1, PANGO_WRAP_WORD, FALSE);
  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, 0), &ink, &logical);
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
