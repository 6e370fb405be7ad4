/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "golden-image.h"

#include "nsc-render.h"

#include <png.h>
#include <stdlib.h>

/* A pixel differs when a channel is off by more than this, of 255; up to this share of the pixels may. */
#define CHANNEL_TOLERANCE 24
#define PIXEL_TOLERANCE 0.002

static guint8 *
read_pixels (GBytes *bytes, png_image *image)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  guint8 *pixels;

  image->version = PNG_IMAGE_VERSION;
  g_assert_true (png_image_begin_read_from_memory (image, data, length));
  image->format = PNG_FORMAT_RGB;
  pixels = g_malloc (PNG_IMAGE_SIZE (*image));
  g_assert_true (png_image_finish_read (image, NULL, pixels, 0, NULL));
  return pixels;
}

static void
compare (GBytes *bytes, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *golden_data = NULL;
  gsize golden_length;
  g_autoptr (GBytes) golden_bytes = NULL;
  png_image drawn = { 0 }, golden = { 0 };
  g_autofree guint8 *drawn_pixels = NULL;
  g_autofree guint8 *golden_pixels = NULL;
  gsize n_pixels, n_different = 0;

  g_assert_true (g_file_get_contents (path, &golden_data, &golden_length, &error));
  g_assert_no_error (error);
  golden_bytes = g_bytes_new (golden_data, golden_length);
  drawn_pixels = read_pixels (bytes, &drawn);
  golden_pixels = read_pixels (golden_bytes, &golden);
  g_assert_cmpuint (drawn.width, ==, golden.width);
  g_assert_cmpuint (drawn.height, ==, golden.height);
  n_pixels = (gsize) drawn.width * drawn.height;
  for (gsize i = 0; i < n_pixels; i++)
    for (gsize channel = 0; channel < 3; channel++)
      if (abs (drawn_pixels[i * 3 + channel] - golden_pixels[i * 3 + channel]) > CHANNEL_TOLERANCE)
        {
          n_different++;
          break;
        }
  g_test_message ("%s: %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " pixels differ", path, n_different, n_pixels);
  g_assert_cmpfloat ((double) n_different, <=, PIXEL_TOLERANCE * (double) n_pixels);
}

void
golden_image_check (const NscScene *scene, const char *folder, const char *name, double dpi)
{
  const NscRenderOptions options = { .dpi = dpi };
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nsc_render_to_bytes (scene, NSC_FORMAT_PNG, &options, NULL, &error);

  g_assert_no_error (error);
  if (g_strcmp0 (g_getenv ("NSC_GOLDEN_WRITE"), "1") == 0)
    g_assert_true (nsc_render_to_file (scene, NSC_FORMAT_PNG, &options, path, NULL, NULL));
  else
    compare (bytes, path);
}
