/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-figure-keys.h"

#include "nsc-announcement.h"
#include "nsc-figure-view-private.h"
#include "nsc-mark-chooser.h"

#include <glib/gi18n-lib.h>

/* What a screen reader says of what a key has chosen. */
static void
announce (NscFigureView *self)
{
  NscMarkSelection *selection = nsc_figure_view_get_selection (self);
  guint n = nsc_mark_selection_get_n_keys (selection);
  const NscSceneMark *lead = nsc_figure_view_find_mark (self, nsc_mark_selection_get_lead (selection));
  g_autofree char *count = g_strdup_printf (ngettext ("%u mark chosen", "%u marks chosen", n), n);
  g_autofree char *words = NULL;

  if (lead == NULL)
    return;
  /* Translators: the mark that is moved to, and how many are chosen: "Germany: 4 signatories; 3 marks chosen". */
  words = n > 1 ? g_strdup_printf (_ ("%1$s; %2$s"), lead->name, count) : g_strdup (lead->name);
  nsc_announcement_make (GTK_WIDGET (self), words);
}

/* By key: the card of a pointer that rests somewhere else would mislead. */
static void
moved_by_key (NscFigureView *self)
{
  NscFigureCamera *camera = nsc_figure_view_get_camera (self);
  NscMarkSelection *selection = nsc_figure_view_get_selection (self);
  const NscSceneMark *lead = nsc_figure_view_find_mark (self, nsc_mark_selection_get_lead (selection));

  nsc_figure_view_rest_pointer (self);
  if (lead != NULL)
    nsc_figure_camera_reveal (camera, lead->row_x, lead->row_y, lead->row_width, lead->row_height);
  if (lead != NULL && camera->zoom > 1)
    nsc_figure_camera_reveal (camera, lead->x, lead->y, lead->width, lead->height);
  announce (self);
}

static gboolean
step_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  NscFigureView *self = NSC_FIGURE_VIEW (widget);
  NscMarkSelection *selection = nsc_figure_view_get_selection (self);
  NscScene *scene = nsc_figure_view_get_scene (self);
  gboolean extending;
  int dx, dy;

  g_variant_get (arguments, "(iib)", &dx, &dy, &extending);
  if (scene == NULL || !nsc_mark_chooser_step (scene, selection, dx, dy, extending))
    return FALSE;
  moved_by_key (self);
  return TRUE;
}

static gboolean
end_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  NscFigureView *self = NSC_FIGURE_VIEW (widget);
  NscMarkSelection *selection = nsc_figure_view_get_selection (self);
  NscScene *scene = nsc_figure_view_get_scene (self);
  gboolean last, extending;

  g_variant_get (arguments, "(bb)", &last, &extending);
  if (scene == NULL || !nsc_mark_chooser_go_to_end (scene, selection, last, extending))
    return FALSE;
  moved_by_key (self);
  return TRUE;
}

static gboolean
all_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  NscFigureView *self = NSC_FIGURE_VIEW (widget);
  NscMarkSelection *selection = nsc_figure_view_get_selection (self);
  NscScene *scene = nsc_figure_view_get_scene (self);

  if (scene == NULL || nsc_scene_get_n_marks (scene) == 0)
    return FALSE;
  nsc_mark_chooser_choose_all (scene, selection);
  announce (self);
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  return nsc_figure_view_activate (NSC_FIGURE_VIEW (widget));
}

static gboolean
let_go_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  NscFigureView *self = NSC_FIGURE_VIEW (widget);
  NscMarkSelection *selection = nsc_figure_view_get_selection (self);

  /* Where nothing is chosen the key is taken all the same: it must not leave the page. */
  if (nsc_mark_selection_get_n_keys (selection) > 0)
    nsc_announcement_make (widget, _ ("No mark chosen"));
  nsc_mark_selection_choose (selection, 0);
  return TRUE;
}

void
nsc_figure_keys_install (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key, keypad;
    int dx, dy;
  } steps[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
  };

  for (int extending = FALSE; extending <= TRUE; extending++)
    {
      GdkModifierType shift = extending ? GDK_SHIFT_MASK : 0;

      for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
        {
          gtk_widget_class_add_binding (widget_class, steps[i].key, shift, step_cb, "(iib)", steps[i].dx, steps[i].dy,
                                        extending);
          gtk_widget_class_add_binding (widget_class, steps[i].keypad, shift, step_cb, "(iib)", steps[i].dx,
                                        steps[i].dy, extending);
        }
      gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, shift, end_cb, "(bb)", FALSE, extending);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_End, shift, end_cb, "(bb)", TRUE, extending);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, all_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, let_go_cb, NULL);
}
