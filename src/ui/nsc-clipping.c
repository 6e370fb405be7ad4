/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-clipping.h"

#include "nsc-figure-style.h"
#include "nsc-render.h"
#include "nsc-sheet-clip.h"
#include "nsc-task.h"
#include "nsc-tongue.h"
#include "nsc-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The figure as it stands across two columns of a page. */
#define PAGE_WIDTH (174 * 72 / 25.4)
#define DPI (2 * 96.0)

#define MOST_FORMS 4

struct _NscClipping
{
  GdkContentProvider parent_instance;

  NscResult *result;
  NscSheet *sheet;
  NscClippingKind kind;
  const NscTheme *theme;
};

G_DEFINE_FINAL_TYPE (NscClipping, nsc_clipping, GDK_TYPE_CONTENT_PROVIDER)

typedef char *(*TextFunc) (NscSheet *sheet);

static char *
make_tabbed (NscSheet *sheet)
{
  return nsc_sheet_clip_tabbed (sheet, nsc_tongue_get ());
}

static char *
make_html (NscSheet *sheet)
{
  return nsc_sheet_clip_html (sheet, nsc_tongue_get ());
}

static char *
make_csv (NscSheet *sheet)
{
  return nsc_sheet_to_string (sheet, NSC_SHEET_CSV);
}

/* In the order of preference; without a text it is a picture in that format. */
static const struct
{
  struct
  {
    const char *type;
    TextFunc make_text;
    NscFormat format;
  } forms[MOST_FORMS];
} kinds[] = {
  [NSC_CLIPPING_FIGURE] = { { { "image/png", NULL, NSC_FORMAT_PNG } } },
  [NSC_CLIPPING_SVG] = { { { "image/svg+xml", NULL, NSC_FORMAT_SVG },
                           { "text/plain;charset=utf-8", NULL, NSC_FORMAT_SVG } } },
  [NSC_CLIPPING_TABLE] = { { { "text/plain;charset=utf-8", make_tabbed, 0 },
                             { "text/html", make_html, 0 },
                             { "text/csv", make_csv, 0 } } },
};

/* ---- making it ---- */

typedef struct
{
  NscResult *result;
  NscSheet *sheet;
  const NscTheme *theme;
  TextFunc make_text;
  NscFormat format;
  GOutputStream *stream;
  GBytes *bytes;
} Pasting;

static void
pasting_free (gpointer data)
{
  Pasting *pasting = data;

  g_object_unref (pasting->result);
  g_object_unref (pasting->sheet);
  g_object_unref (pasting->stream);
  g_clear_pointer (&pasting->bytes, g_bytes_unref);
  g_free (pasting);
}

static GBytes *
draw (const Pasting *pasting, GCancellable *cancellable, GError **error)
{
  NscRenderOptions options = { DPI, nsc_result_get_latest_date (pasting->result) };
  g_autoptr (NscScene) scene = nsc_scene_new (nsc_result_get_figure (pasting->result), pasting->theme, PAGE_WIDTH, 0);

  return nsc_render_to_bytes (scene, pasting->format, &options, cancellable, error);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Pasting *pasting = data;
  GError *error = NULL;

  if (pasting->make_text != NULL)
    {
      char *text = pasting->make_text (pasting->sheet);

      pasting->bytes = g_bytes_new_take (text, strlen (text));
    }
  else
    pasting->bytes = draw (pasting, cancellable, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* USER_DATA is the task that whoever pastes waits for. */
static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Pasting *pasting = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, g_bytes_ref (pasting->bytes), (GDestroyNotify) g_bytes_unref);
  g_output_stream_write_all_async (pasting->stream, g_bytes_get_data (pasting->bytes, NULL),
                                   g_bytes_get_size (pasting->bytes), g_task_get_priority (task),
                                   g_task_get_cancellable (task), written_cb, g_object_ref (task));
}

/* ---- overrides ---- */

static GdkContentFormats *
nsc_clipping_ref_formats (GdkContentProvider *provider)
{
  NscClipping *self = NSC_CLIPPING (provider);
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  for (guint i = 0; i < MOST_FORMS && kinds[self->kind].forms[i].type != NULL; i++)
    gdk_content_formats_builder_add_mime_type (builder, kinds[self->kind].forms[i].type);
  return gdk_content_formats_builder_free_to_formats (builder);
}

static void
nsc_clipping_write_mime_type_async (GdkContentProvider *provider,
                                    const char *mime_type,
                                    GOutputStream *stream,
                                    int io_priority,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  NscClipping *self = NSC_CLIPPING (provider);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) making = NULL;
  Pasting *pasting;
  guint i = 0;

  g_task_set_priority (task, io_priority);
  g_task_set_source_tag (task, nsc_clipping_write_mime_type_async);
  while (i < MOST_FORMS && g_strcmp0 (kinds[self->kind].forms[i].type, mime_type) != 0)
    i++;
  if (i == MOST_FORMS)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s", mime_type);
      return;
    }
  pasting = g_new0 (Pasting, 1);
  pasting->result = g_object_ref (self->result);
  pasting->sheet = g_object_ref (self->sheet);
  pasting->theme = self->theme;
  pasting->make_text = kinds[self->kind].forms[i].make_text;
  pasting->format = kinds[self->kind].forms[i].format;
  pasting->stream = g_object_ref (stream);
  making = g_task_new (self, cancellable, made_cb, g_object_ref (task));
  g_task_set_task_data (making, pasting, pasting_free);
  nsc_task_run_in_thread (making, make_in_thread);
}

static gboolean
nsc_clipping_write_mime_type_finish (GdkContentProvider *provider, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, nsc_clipping_write_mime_type_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
nsc_clipping_finalize (GObject *object)
{
  g_object_unref (NSC_CLIPPING (object)->result);
  g_object_unref (NSC_CLIPPING (object)->sheet);
  G_OBJECT_CLASS (nsc_clipping_parent_class)->finalize (object);
}

static void
nsc_clipping_class_init (NscClippingClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nsc_clipping_finalize;
  provider_class->ref_formats = nsc_clipping_ref_formats;
  provider_class->write_mime_type_async = nsc_clipping_write_mime_type_async;
  provider_class->write_mime_type_finish = nsc_clipping_write_mime_type_finish;
}

static void
nsc_clipping_init (NscClipping *self)
{
}

/* ---- public ---- */

GdkContentProvider *
nsc_clipping_new (NscResult *result, NscSheet *sheet, NscClippingKind kind)
{
  NscClipping *self;

  g_return_val_if_fail (NSC_IS_RESULT (result) && NSC_IS_SHEET (sheet), NULL);

  self = g_object_new (NSC_TYPE_CLIPPING, NULL);
  self->result = g_object_ref (result);
  self->sheet = g_object_ref (sheet);
  self->kind = kind;
  self->theme = nsc_theme_get_in_face (nsc_theme_get (NSC_THEME_PRINT), nsc_figure_style_get_face ());
  return GDK_CONTENT_PROVIDER (self);
}

void
nsc_clipping_copy (GtkWidget *widget, NscResult *result, NscSheet *sheet, NscClippingKind kind)
{
  static const char *const words[] = {
    [NSC_CLIPPING_FIGURE] = N_ ("Copied the figure"),
    [NSC_CLIPPING_SVG] = N_ ("Copied the figure as SVG"),
    [NSC_CLIPPING_TABLE] = N_ ("Copied the table"),
  };
  g_autoptr (GdkContentProvider) content = nsc_clipping_new (result, sheet, kind);
  GtkWidget *window = gtk_widget_get_ancestor (widget, NSC_TYPE_WINDOW);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  if (window != NULL)
    nsc_window_add_toast (NSC_WINDOW (window), adw_toast_new (_ (words[kind])));
}
