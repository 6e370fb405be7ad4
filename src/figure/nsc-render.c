/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-render-private.h"

#include "nsc-error.h"
#include "nsc-safe-file.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const struct
{
  NscFormat format;
  const char *ending;
  NscRenderWriter write;
} formats[] = {
  { NSC_FORMAT_PDF, ".pdf", nsc_render_write_pdf },
  { NSC_FORMAT_SVG, ".svg", nsc_render_write_svg },
  { NSC_FORMAT_EPS, ".eps", nsc_render_write_eps },
  { NSC_FORMAT_PNG, ".png", nsc_render_write_png },
};

gboolean
nsc_render_check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, NSC_ERROR, NSC_ERROR_OUTPUT, _ ("The figure could not be drawn: %s."),
               cairo_status_to_string (status));
  return FALSE;
}

cairo_status_t
nsc_render_append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

gboolean
nsc_render_take_page (const NscScene *scene, cairo_surface_t *surface, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  nsc_scene_draw (scene, cr);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return nsc_render_check_status (status, error);
}

char *
nsc_render_get_date (const NscRenderOptions *options)
{
  NscDate date = options->date;

  if (!nsc_date_is_known (date) || nsc_date_is_open (date))
    date = (NscDate) { 2000, 1, 1 };
  return g_strdup_printf ("%04u-%02u-%02uT00:00:00Z", date.year, MAX (date.month, 1u), MAX (date.day, 1u));
}

const char *
nsc_render_get_language_tag (const NscScene *scene)
{
  const char *language = nsc_figure_get_language (nsc_scene_get_figure (scene));

  return g_str_has_prefix (language, "zh") ? "zh-CN" : language;
}

gboolean
nsc_format_for_path (const char *path, NscFormat *format, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folded = g_ascii_strdown (name, -1);
  g_autoptr (GString) endings = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_has_suffix (folded, formats[i].ending))
        {
          *format = formats[i].format;
          return TRUE;
        }
      g_string_append_printf (endings, "%s%s", i > 0 ? ", " : "", formats[i].ending);
    }
  g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE,
               _ ("%1$s: figures are not written in this format; give the file one of the endings %2$s."), path,
               endings->str);
  return FALSE;
}

void
nsc_render_get_pixels (const NscScene *scene, double dpi, int *width, int *height)
{
  *width = (int) CLAMP (round (nsc_scene_get_width (scene) / 72 * dpi), 1, G_MAXINT32);
  *height = (int) CLAMP (round (nsc_scene_get_height (scene) / 72 * dpi), 1, G_MAXINT32);
}

GBytes *
nsc_render_to_bytes (
    const NscScene *scene, NscFormat format, const NscRenderOptions *options, GCancellable *cancellable, GError **error)
{
  static const NscRenderOptions defaults = { 0 };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].format == format)
      {
        if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
            !formats[i].write (scene, options != NULL ? options : &defaults, bytes, cancellable, error) ||
            g_cancellable_set_error_if_cancelled (cancellable, error))
          return NULL;
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      }
  g_return_val_if_reached (NULL);
}

gboolean
nsc_render_to_file (const NscScene *scene,
                    NscFormat format,
                    const NscRenderOptions *options,
                    const char *path,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = nsc_render_to_bytes (scene, format, options, cancellable, &local);
  g_autofree char *name = g_filename_display_name (path);
  const char *data;
  gsize length;

  if (bytes == NULL && g_error_matches (local, NSC_ERROR, NSC_ERROR_OUTPUT))
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_OUTPUT, "%s: %s", name, local->message);
      return FALSE;
    }
  if (bytes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  data = g_bytes_get_data (bytes, &length);
  return nsc_safe_file_write (path, data, length, error);
}
