/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-story-step-row.h"

#include "nsc-accessible-names.h"
#include "nsc-code-words.h"
#include "nsc-figure-thumbnail.h"
#include "nsc-tongue.h"

#include <glib/gi18n-lib.h>

struct _NscStoryStepRow
{
  AdwActionRow parent_instance;

  char *id;
  guint index;
  GtkWidget *picture;
};

G_DEFINE_FINAL_TYPE (NscStoryStepRow, nsc_story_step_row, ADW_TYPE_ACTION_ROW)

enum
{
  DROPPED,
  EDIT,
  MOVED,
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_subtitle (const NscStoryStep *step)
{
  g_autofree char *reveal = nsc_code_words (nsc_tongue_get (), nsc_reveal_kind_get_name (step->reveal));
  GString *text = g_string_new (step->words);

  if (step->trouble != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", step->trouble);
  else if (step->reveal != NSC_REVEAL_NONE)
    g_string_append_printf (text, " · %s", reveal);
  if (*step->note != '\0')
    g_string_append_printf (text, "\n%s", step->note);
  return g_string_free_and_steal (text);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenu) removal = g_menu_new ();

  g_menu_append (menu, _ ("_Edit…"), "step.edit");
  g_menu_append (order, _ ("Move _Up"), "step.up");
  g_menu_append (order, _ ("Move _Down"), "step.down");
  g_menu_append (removal, _ ("_Remove"), "step.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (removal));
  return G_MENU_MODEL (menu);
}

static void
add_menu (NscStoryStepRow *self)
{
  g_autoptr (GMenuModel) menu = make_menu ();
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, _ ("Change This Step"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

static void
add_picture (NscStoryStepRow *self)
{
  /* In a high row a picture would ask for more width, to keep its shape. */
  GtkWidget *clamp = adw_clamp_new ();

  self->picture = gtk_picture_new ();
  gtk_picture_set_content_fit (GTK_PICTURE (self->picture), GTK_CONTENT_FIT_FILL);
  gtk_picture_set_can_shrink (GTK_PICTURE (self->picture), TRUE);
  gtk_widget_set_size_request (self->picture, NSC_FIGURE_THUMBNAIL_WIDTH, NSC_FIGURE_THUMBNAIL_HEIGHT);
  gtk_widget_set_valign (self->picture, GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (self->picture, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_margin_top (self->picture, 12);
  gtk_widget_set_margin_bottom (self->picture, 12);
  gtk_widget_add_css_class (self->picture, "card");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), NSC_FIGURE_THUMBNAIL_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), NSC_FIGURE_THUMBNAIL_WIDTH);
  adw_clamp_set_unit (ADW_CLAMP (clamp), ADW_LENGTH_UNIT_PX);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->picture);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), clamp);
}

/* ---- dragging ---- */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer data)
{
  return gdk_content_provider_new_typed (NSC_TYPE_STORY_STEP_ROW, data);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, NscStoryStepRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (self->picture);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, NscStoryStepRow *self)
{
  NscStoryStepRow *other = g_value_get_object (value);

  /* Those of another list are no step of this story. */
  if (other == NULL || other == self ||
      gtk_widget_get_parent (GTK_WIDGET (other)) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, other);
  return TRUE;
}

static void
add_dragging (NscStoryStepRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (NSC_TYPE_STORY_STEP_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* ---- actions ---- */

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[EDIT], 0);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[REMOVE], 0);
}

static void
up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[MOVED], 0, -1);
}

static void
down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[MOVED], 0, 1);
}

static void
nsc_story_step_row_activate (AdwActionRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "step.edit", NULL);
}

static void
nsc_story_step_row_finalize (GObject *object)
{
  g_free (NSC_STORY_STEP_ROW (object)->id);
  G_OBJECT_CLASS (nsc_story_step_row_parent_class)->finalize (object);
}

static void
nsc_story_step_row_class_init (NscStoryStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nsc_story_step_row_finalize;
  ADW_ACTION_ROW_CLASS (klass)->activate = nsc_story_step_row_activate;

  signals[DROPPED] =
      g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, NSC_TYPE_STORY_STEP_ROW);
  signals[EDIT] = g_signal_new ("edit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "step.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "step.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "step.up", NULL, up_action);
  gtk_widget_class_install_action (widget_class, "step.down", NULL, down_action);
  /* The last one is what menus tell. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Up, GDK_ALT_MASK, "step.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "step.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Down, GDK_ALT_MASK, "step.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "step.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, GDK_NO_MODIFIER_MASK, "step.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_NO_MODIFIER_MASK, "step.remove", NULL);
}

static void
nsc_story_step_row_init (NscStoryStepRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  nsc_accessible_names_complete_row (ADW_ACTION_ROW (self));
  add_picture (self);
}

GtkWidget *
nsc_story_step_row_new (const NscStoryStep *step, guint index, guint n, gboolean writable)
{
  NscStoryStepRow *self = g_object_new (NSC_TYPE_STORY_STEP_ROW, NULL);
  g_autofree char *subtitle = dup_subtitle (step);
  /* Translators: the number of a step of a story, and the title of its figure. */
  g_autofree char *title = g_strdup_printf (_ ("%1$u. %2$s"), index + 1, step->title);

  self->id = g_strdup (step->id);
  self->index = index;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "step.edit", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "step.remove", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "step.up", writable && index > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "step.down", writable && index + 1 < n);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), writable);
  if (writable)
    {
      add_menu (self);
      add_dragging (self);
    }
  return GTK_WIDGET (self);
}

const char *
nsc_story_step_row_get_id (NscStoryStepRow *self)
{
  g_return_val_if_fail (NSC_IS_STORY_STEP_ROW (self), NULL);

  return self->id;
}

guint
nsc_story_step_row_get_index (NscStoryStepRow *self)
{
  g_return_val_if_fail (NSC_IS_STORY_STEP_ROW (self), 0);

  return self->index;
}

void
nsc_story_step_row_set_picture (NscStoryStepRow *self, GdkPaintable *picture)
{
  g_return_if_fail (NSC_IS_STORY_STEP_ROW (self));

  gtk_picture_set_paintable (GTK_PICTURE (self->picture), picture);
}
