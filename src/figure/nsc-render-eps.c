/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-render-private.h"

#include <cairo-ps.h>
#include <math.h>
#include <string.h>

/* Cairo draws the page; the comments before it, which tell a clock's time and whole points only, are written anew. */

/* The longest comment that readers must take (Document Structuring Conventions 3.0). */
#define MOST_BYTES 255

/* "%%Title: …", cut between characters where it is too long. The conventions know no encoding; Ghostscript takes UTF-8
 * for what it is where its mark stands before it. */
static char *
make_title (const char *title)
{
  g_autofree char *comment = g_strconcat ("%%Title: ", g_str_is_ascii (title) ? "" : "\xef\xbb\xbf", title, NULL);
  gsize length = strlen (comment);
  const char *end;

  if (length <= MOST_BYTES)
    return g_steal_pointer (&comment);
  end = g_utf8_find_prev_char (comment, comment + MOST_BYTES - strlen ("…") + 1);
  comment[end - comment] = '\0';
  return g_strconcat (comment, "…", NULL);
}

static void
append_number (GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (out, ' ');
  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, "%.6f", value));
}

/* Cairo puts the top of the page on the next whole point, so what is left of it is below. */
static void
append_bounds (GString *out, const NscScene *scene)
{
  double width = nsc_scene_get_width (scene), height = nsc_scene_get_height (scene);

  g_string_append_printf (out, "%%%%BoundingBox: 0 0 %.0f %.0f\n%%%%HiResBoundingBox: 0", ceil (width), ceil (height));
  append_number (out, ceil (height) - height);
  append_number (out, width);
  append_number (out, ceil (height));
  g_string_append_c (out, '\n');
}

/* The line need not end with a zero, as functions of strings expect. */
static gboolean
begins_with (const char *line, gsize length, const char *words)
{
  return length >= strlen (words) && memcmp (line, words, strlen (words)) == 0;
}

/* The same file with comments that follow from the scene and its options only. */
static void
rewrite_comments (GByteArray *bytes, const NscScene *scene, const NscRenderOptions *options)
{
  g_autofree char *date = nsc_render_get_date (options);
  gboolean ascii = g_str_is_ascii (nsc_figure_get_title (nsc_scene_get_figure (scene)));
  g_autoptr (GString) out = g_string_new (NULL);
  gsize at = 0;

  while (at < bytes->len)
    {
      const char *line = (const char *) bytes->data + at;
      const char *newline = memchr (line, '\n', bytes->len - at);
      gsize length = newline != NULL ? (gsize) (newline - line) + 1 : bytes->len - at;

      if (begins_with (line, length, "%%EndComments\n"))
        break;
      at += length;
      if (begins_with (line, length, "%%Creator: "))
        g_string_append (out, "%%Creator: " NSC_RENDER_CREATOR "\n");
      else if (begins_with (line, length, "%%CreationDate: "))
        g_string_append_printf (out, "%%%%CreationDate: %s\n", date);
      else if (begins_with (line, length, "%%DocumentData: ") && !ascii)
        g_string_append (out, "%%DocumentData: Clean8Bit\n");
      else if (begins_with (line, length, "%%BoundingBox: "))
        append_bounds (out, scene);
      else
        g_string_append_len (out, line, (gssize) length);
    }
  g_byte_array_remove_range (bytes, 0, (guint) at);
  g_byte_array_prepend (bytes, (const guint8 *) out->str, (guint) out->len);
}

gboolean
nsc_render_write_eps (const NscScene *scene,
                      const NscRenderOptions *options,
                      GByteArray *bytes,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *title = make_title (nsc_figure_get_title (nsc_scene_get_figure (scene)));
  cairo_surface_t *surface = cairo_ps_surface_create_for_stream (
      nsc_render_append_bytes, bytes, nsc_scene_get_width (scene), nsc_scene_get_height (scene));

  cairo_ps_surface_set_eps (surface, TRUE);
  cairo_ps_surface_dsc_comment (surface, title);
  if (!nsc_render_take_page (scene, surface, error))
    return FALSE;
  rewrite_comments (bytes, scene, options);
  return TRUE;
}
