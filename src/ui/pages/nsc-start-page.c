/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-start-page.h"

#include "nsc-error-door.h"
#include "nsc-places.h"

#include <glib/gi18n-lib.h>

/* Longer than most openings take, shorter than a person waits in doubt. */
#define PATIENCE_MS 600
#define MAX_RECENT 5

struct _NscStartPage
{
  AdwBin parent_instance;

  GPtrArray *recent_rows; /* in recent_group */
  guint patience;         /* source, 0: none */

  AdwStatusPage *error_page;
  GtkWidget *example_button;
  AdwStatusPage *opening_page;
  AdwPreferencesGroup *recent_group;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (NscStartPage, nsc_start_page, ADW_TYPE_BIN)

static GtkWidget *
make_recent_row (GtkRecentInfo *info)
{
  g_autofree char *place = gtk_recent_info_get_uri_display (info);
  g_autofree char *folder = g_path_get_dirname (place != NULL ? place : gtk_recent_info_get_uri (info));
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gtk_recent_info_get_display_name (info));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gtk_recent_info_get_uri (info));
  return row;
}

static void
list_recent (NscStartPage *self)
{
  g_autoptr (GPtrArray) infos = nsc_places_list_recent (MAX_RECENT);

  for (guint i = 0; i < self->recent_rows->len; i++)
    adw_preferences_group_remove (self->recent_group, g_ptr_array_index (self->recent_rows, i));
  g_ptr_array_set_size (self->recent_rows, 0);
  for (guint i = 0; i < infos->len; i++)
    {
      GtkWidget *row = make_recent_row (g_ptr_array_index (infos, i));

      adw_preferences_group_add (self->recent_group, row);
      g_ptr_array_add (self->recent_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), infos->len > 0);
}

static void
show (NscStartPage *self, const char *name)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
out_of_patience_cb (gpointer user_data)
{
  NscStartPage *self = user_data;

  self->patience = 0;
  show (self, "opening");
}

static void
back_cb (NscStartPage *self)
{
  nsc_start_page_show_offer (self);
}

static void
nsc_start_page_map (GtkWidget *widget)
{
  NscStartPage *self = NSC_START_PAGE (widget);

  GTK_WIDGET_CLASS (nsc_start_page_parent_class)->map (widget);
  list_recent (self);
}

static void
nsc_start_page_dispose (GObject *object)
{
  NscStartPage *self = NSC_START_PAGE (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_pointer (&self->recent_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_START_PAGE);
  G_OBJECT_CLASS (nsc_start_page_parent_class)->dispose (object);
}

static void
nsc_start_page_class_init (NscStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_start_page_dispose;
  widget_class->map = nsc_start_page_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NscStartPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, NscStartPage, example_button);
  gtk_widget_class_bind_template_child (widget_class, NscStartPage, opening_page);
  gtk_widget_class_bind_template_child (widget_class, NscStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, NscStartPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
nsc_start_page_init (NscStartPage *self)
{
  self->recent_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
nsc_start_page_show_offer (NscStartPage *self)
{
  g_return_if_fail (NSC_IS_START_PAGE (self));
  list_recent (self);
  show (self, "offer");
  gtk_widget_grab_focus (self->example_button);
}

void
nsc_start_page_show_opening (NscStartPage *self, const char *name)
{
  g_autofree char *title = NULL;

  g_return_if_fail (NSC_IS_START_PAGE (self));

  /* Translators: the name of a project. */
  title = g_strdup_printf (_ ("Opening %1$s…"), name);
  adw_status_page_set_title (self->opening_page, title);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  if (self->patience == 0)
    self->patience = g_timeout_add_once (PATIENCE_MS, out_of_patience_cb, self);
}

void
nsc_start_page_show_error (NscStartPage *self, const GError *error)
{
  g_autofree char *message = NULL;

  g_return_if_fail (NSC_IS_START_PAGE (self));

  message = g_markup_escape_text (error->message, -1);
  adw_status_page_set_title (self->error_page, nsc_error_door_heading (error));
  adw_status_page_set_description (self->error_page, message);
  show (self, "error");
}
