/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-recent-row.h"

#include "nsc-accessible-names.h"
#include "nsc-ago.h"
#include "nsc-places.h"
#include "nsc-task.h"
#include "nsc-thumbnail.h"

#include <glib/gi18n-lib.h>

struct _NscRecentRow
{
  AdwActionRow parent_instance;

  char *folder;
  char *uri;

  GtkWidget *icon;
  GtkWidget *locate_button;
  GtkPicture *picture;
};

G_DEFINE_FINAL_TYPE (NscRecentRow, nsc_recent_row, ADW_TYPE_ACTION_ROW)

enum
{
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a worker looks up: a folder may be far away. */
typedef struct
{
  GFile *file;
  gboolean exists;
  GdkTexture *texture;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_object_unref (look->file);
  g_clear_object (&look->texture);
  g_free (look);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;

  look->texture = nsc_thumbnail_load (look->file);
  look->exists = g_file_query_exists (look->file, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
show_missing (NscRecentRow *self)
{
  /* Translators: a project's file that is no longer in this folder. */
  g_autofree char *missing = g_strdup_printf (_ ("No longer in %1$s"), self->folder);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), missing);
  gtk_widget_add_css_class (GTK_WIDGET (self), "nsc-missing");
  gtk_widget_set_visible (self->locate_button, TRUE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  NscRecentRow *self = NSC_RECENT_ROW (source);
  Look *look = g_task_get_task_data (G_TASK (result));

  /* The row may be gone already, but for this. */
  if (self->picture == NULL)
    return;
  if (look->texture != NULL)
    {
      gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (look->texture));
      gtk_widget_set_visible (GTK_WIDGET (self->picture), TRUE);
      gtk_widget_set_visible (self->icon, FALSE);
    }
  if (!look->exists)
    show_missing (self);
}

static void
look_up (NscRecentRow *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, looked_cb, NULL);
  Look *look = g_new0 (Look, 1);

  look->file = g_file_new_for_uri (self->uri);
  g_task_set_task_data (task, look, look_free);
  nsc_task_run_in_thread (task, look_in_thread);
}

static void
remove_cb (NscRecentRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static gboolean
delete_cb (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  remove_cb (NSC_RECENT_ROW (widget));
  return GDK_EVENT_STOP;
}

static void
nsc_recent_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_RECENT_ROW);
  G_OBJECT_CLASS (nsc_recent_row_parent_class)->dispose (object);
}

static void
nsc_recent_row_finalize (GObject *object)
{
  NscRecentRow *self = NSC_RECENT_ROW (object);

  g_free (self->folder);
  g_free (self->uri);
  G_OBJECT_CLASS (nsc_recent_row_parent_class)->finalize (object);
}

static void
nsc_recent_row_class_init (NscRecentRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nsc_recent_row_dispose;
  object_class->finalize = nsc_recent_row_finalize;
  signals[REMOVE] =
      g_signal_new ("remove", NSC_TYPE_RECENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-recent-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NscRecentRow, icon);
  gtk_widget_class_bind_template_child (widget_class, NscRecentRow, locate_button);
  gtk_widget_class_bind_template_child (widget_class, NscRecentRow, picture);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
nsc_recent_row_init (NscRecentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nsc_accessible_names_complete_row (ADW_ACTION_ROW (self));
}

GtkWidget *
nsc_recent_row_new (GtkRecentInfo *info)
{
  NscRecentRow *self = g_object_new (NSC_TYPE_RECENT_ROW, NULL);
  g_autofree char *place = gtk_recent_info_get_uri_display (info);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *opened = nsc_ago_opened (nsc_places_get_opened (info), now);
  g_autofree char *subtitle = NULL;

  self->uri = g_strdup (gtk_recent_info_get_uri (info));
  self->folder = g_path_get_dirname (place != NULL ? place : self->uri);
  subtitle = g_strdup_printf ("%s\n%s", self->folder, opened);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), gtk_recent_info_get_display_name (info));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", self->uri);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->locate_button), "s", self->uri);
  look_up (self);
  return GTK_WIDGET (self);
}

const char *
nsc_recent_row_get_uri (NscRecentRow *self)
{
  g_return_val_if_fail (NSC_IS_RECENT_ROW (self), NULL);
  return self->uri;
}
