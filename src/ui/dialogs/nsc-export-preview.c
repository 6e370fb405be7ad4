/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-export-preview.h"

#include "nsc-cairo-texture.h"
#include "nsc-task.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_WIDTH 120
#define LEAST_HEIGHT 110

/* A page is not shown larger than this many pixels to the point, which is larger than life. */
#define MOST_SCALE 2.0

struct _NscExportPreview
{
  GtkWidget parent_instance;

  NscScene *scene;
  GdkTexture *texture; /* of the scene or of the one before it, NULL: nothing was drawn yet */
  NscScene *drawn;     /* what the texture is of, never read */
  gboolean is_drawing;
};

G_DEFINE_FINAL_TYPE (NscExportPreview, nsc_export_preview, GTK_TYPE_WIDGET)

/* ---- drawing on a worker ---- */

typedef struct
{
  NscScene *scene;
  int width, height; /* pixels */
  GdkTexture *texture;
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  nsc_scene_unref (drawing->scene);
  g_clear_object (&drawing->texture);
  g_free (drawing);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Drawing *drawing = data;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, drawing->width, drawing->height);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, drawing->width / nsc_scene_get_width (drawing->scene),
               drawing->height / nsc_scene_get_height (drawing->scene));
  nsc_scene_draw (drawing->scene, cr);
  cairo_destroy (cr);
  drawing->texture = nsc_cairo_texture_new (surface);
  g_task_return_boolean (task, TRUE);
}

/* The place of the page, in the middle, in whole pixels. */
static graphene_rect_t
place_page (NscExportPreview *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double page_width = nsc_scene_get_width (self->scene), page_height = nsc_scene_get_height (self->scene);
  double scale = MIN (MOST_SCALE, MIN (width / page_width, height / page_height));
  double used_width = MAX (1, floor (page_width * scale)), used_height = MAX (1, floor (page_height * scale));

  return GRAPHENE_RECT_INIT ((float) floor ((width - used_width) / 2), (float) floor ((height - used_height) / 2),
                             (float) used_width, (float) used_height);
}

static void drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
draw (NscExportPreview *self, int width, int height)
{
  g_autoptr (GTask) task = NULL;
  Drawing *drawing;

  if (self->is_drawing)
    return;
  self->is_drawing = TRUE;
  task = g_task_new (self, NULL, drawn_cb, NULL);
  drawing = g_new0 (Drawing, 1);
  drawing->scene = nsc_scene_ref (self->scene);
  drawing->width = width;
  drawing->height = height;
  g_task_set_task_data (task, drawing, drawing_free);
  nsc_task_run_in_thread (task, draw_in_thread);
}

/* Whatever came of it: if it is not what is to be shown by now, the next snapshot asks for that. */
static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  NscExportPreview *self = NSC_EXPORT_PREVIEW (source);
  Drawing *drawing = g_task_get_task_data (G_TASK (result));

  self->is_drawing = FALSE;
  if (self->scene == NULL)
    return;
  g_set_object (&self->texture, drawing->texture);
  self->drawn = drawing->scene;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- overrides ---- */

static void
nsc_export_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NscExportPreview *self = NSC_EXPORT_PREVIEW (widget);
  static const GdkRGBA line = { 0, 0, 0, 0.15f };
  const GdkRGBA lines[] = { line, line, line, line };
  const float widths[] = { 1, 1, 1, 1 };
  GskRoundedRect outline;
  graphene_rect_t page;
  int scale, width, height;

  if (self->scene == NULL || gtk_widget_get_width (widget) <= 0 || gtk_widget_get_height (widget) <= 0)
    return;
  page = place_page (self);
  scale = gtk_widget_get_scale_factor (widget);
  width = (int) page.size.width * scale;
  height = (int) page.size.height * scale;
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &page);
  if (self->drawn != self->scene || gdk_texture_get_width (self->texture) != width ||
      gdk_texture_get_height (self->texture) != height)
    draw (self, width, height);
  gsk_rounded_rect_init_from_rect (&outline, &page, 0);
  gtk_snapshot_append_border (snapshot, &outline, widths, lines);
}

static void
nsc_export_preview_measure (
    GtkWidget *widget, GtkOrientation orientation, int for_size, int *least, int *natural, int *least_base, int *base)
{
  *least = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
}

static void
nsc_export_preview_dispose (GObject *object)
{
  NscExportPreview *self = NSC_EXPORT_PREVIEW (object);

  g_clear_pointer (&self->scene, nsc_scene_unref);
  self->drawn = NULL;
  g_clear_object (&self->texture);
  G_OBJECT_CLASS (nsc_export_preview_parent_class)->dispose (object);
}

static void
nsc_export_preview_class_init (NscExportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_export_preview_dispose;
  widget_class->measure = nsc_export_preview_measure;
  widget_class->snapshot = nsc_export_preview_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "exportpreview");
}

static void
nsc_export_preview_init (NscExportPreview *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Preview"), -1);
}

/* ---- public ---- */

void
nsc_export_preview_set_scene (NscExportPreview *self, NscScene *scene)
{
  g_return_if_fail (NSC_IS_EXPORT_PREVIEW (self));

  if (self->scene == scene)
    return;
  g_clear_pointer (&self->scene, nsc_scene_unref);
  /* Another scene may come to stand where the drawn one stood. */
  self->drawn = NULL;
  if (scene != NULL)
    {
      self->scene = nsc_scene_ref (scene);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      nsc_figure_get_title (nsc_scene_get_figure (scene)), -1);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

NscScene *
nsc_export_preview_get_scene (NscExportPreview *self)
{
  g_return_val_if_fail (NSC_IS_EXPORT_PREVIEW (self), NULL);
  return self->scene;
}
