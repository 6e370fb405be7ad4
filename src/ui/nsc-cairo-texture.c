/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-cairo-texture.h"

/* Of the pixels, which cairo has in the order of the machine. */
static GdkMemoryFormat
find_format (cairo_surface_t *surface)
{
  if (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32)
    return GDK_MEMORY_DEFAULT;
  return G_BYTE_ORDER == G_LITTLE_ENDIAN ? GDK_MEMORY_B8G8R8X8 : GDK_MEMORY_X8R8G8B8;
}

GdkTexture *
nsc_cairo_texture_new (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, find_format (surface), bytes, stride);
}
