/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-render-private.h"

#include "nsc-scene-item.h"

#include <math.h>
#include <string.h>

/* A picture that a person can go on with: each line of text is one element of text and each mark a group with its name.
 * Cairo's own writer would make outlines of the text. */

typedef struct
{
  const NscScene *scene;
  GString *out;
  gboolean chinese;
  NscFace face;
} Writer;

/* What the words of a part of a line have that those of the line have not. */
typedef enum
{
  PART_PLAIN = 0,
  PART_BOLD = 1 << 0,
  PART_CHINESE_MARK = 1 << 1, /* takes the Chinese family first */
  PART_UNTABULAR = 1 << 2,    /* would be widened like a digit */
} Part;

/* Decimals of points: a thousandth is less than any device shows. A page's size has more, so that its width is the one
 * asked for in whatever unit. */
#define PLACE_DECIMALS 3
#define PAGE_DECIMALS 6

/* VALUE with at most DECIMALS, in no locale's way and without zeros at its end. */
static void
append_number (GString *out, double value, int decimals)
{
  gint64 scale = (gint64) round (pow (10, decimals));
  gint64 scaled = (gint64) llround (CLAMP (value, -1e9, 1e9) * (double) scale);
  gint64 fraction;

  if (scaled < 0)
    g_string_append_c (out, '-');
  scaled = ABS (scaled);
  g_string_append_printf (out, "%" G_GINT64_FORMAT, scaled / scale);
  fraction = scaled % scale;
  if (fraction == 0)
    return;
  for (; fraction % 10 == 0; fraction /= 10)
    decimals--;
  g_string_append_printf (out, ".%0*" G_GINT64_FORMAT, decimals, fraction);
}

static void
append_attribute (GString *out, const char *name, double value)
{
  g_string_append_printf (out, " %s=\"", name);
  append_number (out, value, PLACE_DECIMALS);
  g_string_append_c (out, '"');
}

static void
append_color (GString *out, const char *name, NscColor color)
{
  g_string_append_printf (out, " %s=\"#%06x\"", name, nsc_color_to_rgb (color));
}

/* What XML may hold at all (XML 1.0, production 2). */
static gboolean
is_allowed (gunichar c)
{
  return c == '\t' || c == '\n' || (c >= 0x20 && c != 0xfffe && c != 0xffff);
}

static void
append_escaped_character (GString *out, gunichar c)
{
  switch (c)
    {
    case '&':
      g_string_append (out, "&amp;");
      break;
    case '<':
      g_string_append (out, "&lt;");
      break;
    case '>':
      g_string_append (out, "&gt;");
      break;
    default:
      g_string_append_unichar (out, is_allowed (c) ? c : ' ');
      break;
    }
}

static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    append_escaped_character (out, g_utf8_get_char (p));
}

static void
append_element (GString *out, const char *name, const char *attributes, const char *text)
{
  g_string_append_printf (out, "<%s%s>", name, attributes);
  append_escaped (out, text);
  g_string_append_printf (out, "</%s>\n", name);
}

/* How a shape is painted: filled, or with a line of its width. */
static void
append_paint (GString *out, const NscSceneItem *item)
{
  if (item->line_width <= 0 && item->kind != NSC_ITEM_LINE)
    {
      append_color (out, "fill", item->color);
      return;
    }
  if (item->kind != NSC_ITEM_LINE)
    g_string_append (out, " fill=\"none\"");
  append_color (out, "stroke", item->color);
  append_attribute (out, "stroke-width", item->line_width);
  if (item->dash.on > 0)
    {
      g_string_append (out, " stroke-dasharray=\"");
      append_number (out, item->dash.on, PLACE_DECIMALS);
      g_string_append_c (out, ' ');
      append_number (out, item->dash.off, PLACE_DECIMALS);
      g_string_append_c (out, '"');
    }
}

static void
append_rectangle (GString *out, const NscSceneItem *item)
{
  double inset = MAX (0, item->line_width) / 2;

  g_string_append (out, "<rect");
  append_attribute (out, "x", item->x + inset);
  append_attribute (out, "y", item->y + inset);
  append_attribute (out, "width", MAX (0, item->width - 2 * inset));
  append_attribute (out, "height", MAX (0, item->height - 2 * inset));
  append_paint (out, item);
  g_string_append (out, "/>\n");
}

static void
append_line (GString *out, const NscSceneItem *item)
{
  g_string_append (out, "<line");
  append_attribute (out, "x1", item->x);
  append_attribute (out, "y1", item->y);
  append_attribute (out, "x2", item->x + item->width);
  append_attribute (out, "y2", item->y + item->height);
  append_paint (out, item);
  g_string_append (out, "/>\n");
}

static void
append_circle (GString *out, const NscSceneItem *item)
{
  g_string_append (out, "<circle");
  append_attribute (out, "cx", item->x + item->width / 2);
  append_attribute (out, "cy", item->y + item->height / 2);
  append_attribute (out, "r", MAX (0, (item->width - MAX (0, item->line_width)) / 2));
  append_paint (out, item);
  g_string_append (out, "/>\n");
}

static void
append_path (GString *out, const NscSceneItem *item)
{
  g_string_append (out, "<path d=\"");
  for (guint i = 0; i < item->n_points; i++)
    {
      g_string_append_c (out, i == 0 ? 'M' : 'L');
      append_number (out, item->points[i].x, PLACE_DECIMALS);
      g_string_append_c (out, ' ');
      append_number (out, item->points[i].y, PLACE_DECIMALS);
    }
  g_string_append (out, item->closed ? "Z\"" : "\"");
  append_paint (out, item);
  if (item->line_width > 0)
    g_string_append (out, " stroke-linejoin=\"round\"");
  g_string_append (out, "/>\n");
}

static void
begin_part (const Writer *self, Part part)
{
  GString *out = self->out;

  g_string_append (out, "<tspan");
  if (part & PART_BOLD)
    g_string_append_printf (out, " font-weight=\"%d\"", NSC_WEIGHT_BOLD);
  if (part & PART_CHINESE_MARK)
    g_string_append_printf (out, " font-family=\"%s\"", nsc_face_get_family_list (self->face, TRUE));
  if (part & PART_UNTABULAR)
    g_string_append (out, " style=\"font-variant-numeric:normal\"");
  g_string_append_c (out, '>');
}

/* The words of a line; parts only where the typesetter sets them in another way. */
static void
append_words (const Writer *self, const NscTypeLine *line, gboolean tabular)
{
  gunichar before = 0;
  Part current = PART_PLAIN;

  for (const char *p = line->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      Part part = PART_PLAIN;

      if ((gsize) (p - line->text) < line->lead)
        part |= PART_BOLD;
      if (self->chinese && nsc_typesetter_is_chinese_mark (before, c))
        part |= PART_CHINESE_MARK;
      /* Pango widens digits only; here the property is the whole line's, and Inter has wide hyphens and stars too. */
      if (tabular && (c == '-' || c == '*'))
        part |= PART_UNTABULAR;
      if (part != current)
        {
          if (current != PART_PLAIN)
            g_string_append (self->out, "</tspan>");
          if (part != PART_PLAIN)
            begin_part (self, part);
          current = part;
        }
      append_escaped_character (self->out, c);
      before = c;
    }
  if (current != PART_PLAIN)
    g_string_append (self->out, "</tspan>");
}

static void
append_text (const Writer *self, const NscSceneItem *item)
{
  static const char *const anchors[] = {
    [NSC_ANCHOR_START] = "",
    [NSC_ANCHOR_MIDDLE] = " text-anchor=\"middle\"",
    [NSC_ANCHOR_END] = " text-anchor=\"end\"",
  };
  gboolean tabular = strpbrk (item->line.text, "0123456789") != NULL;

  g_string_append (self->out, "<text");
  append_attribute (self->out, "x", item->x);
  append_attribute (self->out, "y", item->y);
  append_attribute (self->out, "font-size", item->style.size);
  if (item->style.weight != NSC_WEIGHT_NORMAL)
    g_string_append_printf (self->out, " font-weight=\"%d\"", item->style.weight);
  g_string_append (self->out, anchors[item->anchor]);
  append_color (self->out, "fill", item->color);
  if (tabular)
    g_string_append (self->out, " style=\"font-variant-numeric:tabular-nums\"");
  g_string_append_c (self->out, '>');
  append_words (self, &item->line, tabular);
  g_string_append (self->out, "</text>\n");
}

static void
append_item (const Writer *self, const NscSceneItem *item)
{
  switch (item->kind)
    {
    case NSC_ITEM_RECTANGLE:
      append_rectangle (self->out, item);
      break;
    case NSC_ITEM_LINE:
      append_line (self->out, item);
      break;
    case NSC_ITEM_CIRCLE:
      append_circle (self->out, item);
      break;
    case NSC_ITEM_PATH:
      append_path (self->out, item);
      break;
    case NSC_ITEM_TEXT:
      append_text (self, item);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* What the file is, in the words that other programs look for: Dublin Core, and XMP for the program. */
static void
append_metadata (const Writer *self, const NscRenderOptions *options)
{
  g_autofree char *date = nsc_render_get_date (options);
  GString *out = self->out;

  g_string_append (out, "<metadata>\n"
                        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                        " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
                        "<rdf:Description rdf:about=\"\">\n");
  append_element (out, "dc:title", "", nsc_figure_get_title (nsc_scene_get_figure (self->scene)));
  append_element (out, "dc:language", "", nsc_render_get_language_tag (self->scene));
  append_element (out, "dc:date", "", date);
  append_element (out, "dc:format", "", "image/svg+xml");
  append_element (out, "xmp:CreatorTool", "", NSC_RENDER_CREATOR);
  append_element (out, "xmp:CreateDate", "", date);
  g_string_append (out, "</rdf:Description>\n</rdf:RDF>\n</metadata>\n");
}

static void
append_head (const Writer *self, const NscRenderOptions *options)
{
  const NscFigure *figure = nsc_scene_get_figure (self->scene);
  g_autofree char *description = nsc_figure_describe (figure);
  /* Names of their own, for pages that hold several figures. */
  guint hash = g_str_hash (description);
  g_autofree char *title_id = g_strdup_printf (" id=\"title-%08x\"", hash);
  g_autofree char *description_id = g_strdup_printf (" id=\"desc-%08x\"", hash);
  GString *out = self->out;

  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"");
  append_number (out, nsc_scene_get_width (self->scene), PAGE_DECIMALS);
  g_string_append (out, "pt\" height=\"");
  append_number (out, nsc_scene_get_height (self->scene), PAGE_DECIMALS);
  g_string_append (out, "pt\" viewBox=\"0 0 ");
  append_number (out, nsc_scene_get_width (self->scene), PAGE_DECIMALS);
  g_string_append_c (out, ' ');
  append_number (out, nsc_scene_get_height (self->scene), PAGE_DECIMALS);
  g_string_append_printf (out,
                          "\" xml:lang=\"%s\" xml:space=\"preserve\" role=\"img\""
                          " aria-labelledby=\"title-%08x desc-%08x\" font-family=\"%s\""
                          " text-rendering=\"geometricPrecision\">\n",
                          nsc_render_get_language_tag (self->scene), hash, hash,
                          nsc_face_get_family_list (self->face, FALSE));
  append_element (out, "title", title_id, nsc_figure_get_title (figure));
  append_element (out, "desc", description_id, description);
  append_metadata (self, options);
}

static void
append_paper (const Writer *self)
{
  g_string_append (self->out, "<rect width=\"");
  append_number (self->out, nsc_scene_get_width (self->scene), PAGE_DECIMALS);
  g_string_append (self->out, "\" height=\"");
  append_number (self->out, nsc_scene_get_height (self->scene), PAGE_DECIMALS);
  g_string_append_c (self->out, '"');
  append_color (self->out, "fill", nsc_theme_get_color (nsc_scene_get_theme (self->scene), NSC_COLOR_PAPER));
  g_string_append (self->out, "/>\n");
}

static void
begin_mark (const Writer *self, int mark)
{
  const char *name = nsc_scene_get_mark (self->scene, (guint) mark)->name;

  g_string_append (self->out, "<g>\n");
  if (name != NULL && *name != '\0')
    append_element (self->out, "title", "", name);
}

gboolean
nsc_render_write_svg (const NscScene *scene,
                      const NscRenderOptions *options,
                      GByteArray *bytes,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const Writer self = {
    .scene = scene,
    .out = out,
    .chinese = g_str_has_prefix (nsc_figure_get_language (nsc_scene_get_figure (scene)), "zh"),
    .face = nsc_theme_get_face (nsc_scene_get_theme (scene)),
  };
  int mark = -1;

  append_head (&self, options);
  append_paper (&self);
  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (item->mark != mark && mark >= 0)
        g_string_append (out, "</g>\n");
      if (item->mark != mark && item->mark >= 0)
        begin_mark (&self, item->mark);
      mark = item->mark;
      append_item (&self, item);
    }
  if (mark >= 0)
    g_string_append (out, "</g>\n");
  g_string_append (out, "</svg>\n");
  g_byte_array_append (bytes, (const guint8 *) out->str, (guint) out->len);
  return TRUE;
}
