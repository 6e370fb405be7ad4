/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A scene as a file. The only code that names Cairo's surfaces. The same scene and options give the same bytes. A file
 * is written beside its place and renamed, so that a failure leaves what was there. Any thread. */

#include "nsc-scene.h"

#include "nsc-date.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  NSC_FORMAT_PDF,
  NSC_FORMAT_SVG, /* text stays text that can be edited */
  NSC_FORMAT_EPS,
  NSC_FORMAT_PNG,
} NscFormat;

/* By a file's ending, such as ".pdf" in any case; FALSE with NSC_ERROR_USAGE and the endings that can be written. */
gboolean nsc_format_for_path (const char *path, NscFormat *format, GError **error);

typedef struct
{
  double dpi;   /* of PNG; 0: 300 */
  NscDate date; /* of the document, never a clock's; unknown: 2000-01-01 */
} NscRenderOptions;

/* The size of the picture in pixels at these dots per inch. */
void nsc_render_get_pixels (const NscScene *scene, double dpi, int *width, int *height);

/* The bytes of the file; errors as below, without a file's name. */
GBytes *nsc_render_to_bytes (const NscScene *scene,
                             NscFormat format,
                             const NscRenderOptions *options,
                             GCancellable *cancellable,
                             GError **error);

/* Errors: NSC_ERROR_OUTPUT with the file's name and the reason, NSC_ERROR_FULL, G_IO_ERROR_CANCELLED. */
gboolean nsc_render_to_file (const NscScene *scene,
                             NscFormat format,
                             const NscRenderOptions *options,
                             const char *path,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
