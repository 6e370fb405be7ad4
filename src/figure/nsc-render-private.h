/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One writer for each format, a file each, and what they share. Any thread. */

#include "nsc-render.h"

G_BEGIN_DECLS

#define NSC_RENDER_CREATOR "Normscape " NSC_VERSION
#define NSC_RENDER_DEFAULT_DPI 300.0

typedef gboolean (*NscRenderWriter) (const NscScene *scene,
                                     const NscRenderOptions *options,
                                     GByteArray *bytes,
                                     GCancellable *cancellable,
                                     GError **error);

gboolean nsc_render_write_pdf (const NscScene *scene,
                               const NscRenderOptions *options,
                               GByteArray *bytes,
                               GCancellable *cancellable,
                               GError **error);
gboolean nsc_render_write_svg (const NscScene *scene,
                               const NscRenderOptions *options,
                               GByteArray *bytes,
                               GCancellable *cancellable,
                               GError **error);
gboolean nsc_render_write_eps (const NscScene *scene,
                               const NscRenderOptions *options,
                               GByteArray *bytes,
                               GCancellable *cancellable,
                               GError **error);
gboolean nsc_render_write_png (const NscScene *scene,
                               const NscRenderOptions *options,
                               GByteArray *bytes,
                               GCancellable *cancellable,
                               GError **error);

/* FALSE with NSC_ERROR_OUTPUT where Cairo is in trouble. */
gboolean nsc_render_check_status (cairo_status_t status, GError **error);

/* Takes what Cairo writes; the closure is a GByteArray. */
cairo_status_t nsc_render_append_bytes (void *closure, const unsigned char *data, unsigned int length);

/* Draws SCENE on the page of SURFACE, finishes and frees it. */
gboolean nsc_render_take_page (const NscScene *scene, cairo_surface_t *surface, GError **error);

/* The date of the document as ISO 8601, its earliest moment in UTC: "2015-09-01T00:00:00Z". To be freed. */
char *nsc_render_get_date (const NscRenderOptions *options);

/* The figure's language as files name it: "zh-CN". */
const char *nsc_render_get_language_tag (const NscScene *scene);

G_END_DECLS
