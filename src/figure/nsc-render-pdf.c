/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-render-private.h"

#include "nsc-error.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* A page beyond this is not opened by other programs (ISO 32000, annex C). */
#define MOST_POINTS 14400.0

/* The last place of WORDS in bytes that need not be text, or NULL. */
static const char *
find_last (const GByteArray *bytes, const char *words)
{
  gsize length = strlen (words);

  for (gsize i = bytes->len; i >= length; i--)
    if (memcmp (bytes->data + i - length, words, length) == 0)
      return (const char *) bytes->data + i - length;
  return NULL;
}

/* Cairo knows no language for a document. Its catalogue is the last object of the file, so that it can grow without
 * moving another; only the place of the cross-reference table behind it changes. */
static void
add_language (GByteArray *bytes, const char *tag)
{
  static const char catalog[] = "<< /Type /Catalog\n";
  static const char end[] = "startxref\n";
  g_autofree char *entry = g_strdup_printf ("   /Lang (%s)\n", tag);
  const char *text = (const char *) bytes->data;
  const char *found = find_last (bytes, catalog);
  const char *xref = find_last (bytes, end);
  g_autoptr (GString) changed = NULL;
  gsize at, table;

  if (found == NULL || xref == NULL || found > xref)
    return;
  at = (gsize) (found - text) + strlen (catalog);
  table = (gsize) g_ascii_strtoull (xref + strlen (end), NULL, 10);
  if (table < at || table >= bytes->len || strncmp (text + table, "xref", 4) != 0)
    return;
  changed = g_string_new_len (text, (gssize) at);
  g_string_append (changed, entry);
  g_string_append_len (changed, text + at, (xref - text) - (gssize) at);
  g_string_append_printf (changed, "%s%" G_GSIZE_FORMAT "\n%%%%EOF\n", end, table + strlen (entry));
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, (const guint8 *) changed->str, (guint) changed->len);
}

gboolean
nsc_render_write_pdf (const NscScene *scene,
                      const NscRenderOptions *options,
                      GByteArray *bytes,
                      GCancellable *cancellable,
                      GError **error)
{
  const NscFigure *figure = nsc_scene_get_figure (scene);
  double width = nsc_scene_get_width (scene), height = nsc_scene_get_height (scene);
  g_autofree char *date = nsc_render_get_date (options);
  cairo_surface_t *surface;

  if (width > MOST_POINTS || height > MOST_POINTS)
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_OUTPUT,
                   _ ("A PDF page can be 5,080 mm wide and high at most; this one would be %.0f mm × %.0f mm. "
                      "Give it a height of its own, into which the rows are fitted, or a larger width."),
                   width / 72 * 25.4, height / 72 * 25.4);
      return FALSE;
    }
  surface = cairo_pdf_surface_create_for_stream (nsc_render_append_bytes, bytes, width, height);
  /* Later versions pack the catalogue away. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, nsc_figure_get_title (figure));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, nsc_figure_get_subtitle (figure));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, NSC_RENDER_CREATOR);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  if (!nsc_render_take_page (scene, surface, error))
    return FALSE;
  add_language (bytes, nsc_render_get_language_tag (scene));
  return TRUE;
}
