/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-cell-editor.h"

#include "nsc-announcement.h"
#include "nsc-choice-picker.h"
#include "nsc-colour-swatch.h"

#include <glib/gi18n-lib.h>

struct _NscCellEditor
{
  GtkPopover parent_instance;

  const NscColumn *column;
  GtkWidget *input; /* an entry or a picker */
  GtkWidget *problem;
  GdkRectangle cell; /* where it is to be shown */
  gboolean told;     /* what the person wants has been said */
};

G_DEFINE_FINAL_TYPE (NscCellEditor, nsc_cell_editor, GTK_TYPE_POPOVER)

enum
{
  CHANGED,
  DONE,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- callbacks ---- */

static void
changed_cb (NscCellEditor *self)
{
  nsc_cell_editor_set_problem (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
done_cb (NscCellEditor *self)
{
  g_signal_emit (self, signals[DONE], 0, 0);
}

/* Before the popover takes Escape for itself and Tab goes around in it. */
static gboolean
key_cb (NscCellEditor *self, guint key, guint code, GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Escape:
      self->told = TRUE;
      g_signal_emit (self, signals[LEFT], 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      g_signal_emit (self, signals[DONE], 0, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_ISO_Left_Tab:
      g_signal_emit (self, signals[DONE], 0, -1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
tell_closed_cb (gpointer data)
{
  NscCellEditor *self = data;

  if (!self->told && gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    g_signal_emit (self, signals[DONE], 0, 0);
  return G_SOURCE_REMOVE;
}

/* A click elsewhere takes what was written, as in a table one would expect; not within the popover's own closing. */
static void
closed_cb (NscCellEditor *self)
{
  if (!self->told)
    g_idle_add_full (G_PRIORITY_DEFAULT, tell_closed_cb, g_object_ref (self), g_object_unref);
}

/* ---- what is written in ---- */

static void
name_input (NscCellEditor *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_entry (NscCellEditor *self, const char *value)
{
  self->input = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->input), value);
  gtk_widget_set_hexpand (self->input, TRUE);
  if (self->column->kind == NSC_COLUMN_INTEGER)
    gtk_entry_set_input_purpose (GTK_ENTRY (self->input), GTK_INPUT_PURPOSE_DIGITS);
  if (self->column->kind == NSC_COLUMN_DATE)
    gtk_entry_set_placeholder_text (GTK_ENTRY (self->input), _ ("2015, 2015-09 or 2015-09-25"));
  g_signal_connect_object (self->input, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->input, "activate", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  return self->input;
}

static GtkWidget *
make_colour (NscCellEditor *self, const char *value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), make_entry (self, value));
  gtk_box_append (GTK_BOX (box), nsc_colour_swatch_new (GTK_EDITABLE (self->input)));
  return box;
}

static GtkWidget *
make_picker (NscCellEditor *self, NscProject *project, const char *value, const char *name, const char *language)
{
  g_autoptr (NscChoiceList) choices = nsc_choice_list_new (project, self->column, language);

  self->input = nsc_choice_picker_new (choices, value, name);
  g_signal_connect_object (self->input, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->input, "picked", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  return self->input;
}

static int
choose_width (NscColumnKind kind)
{
  switch (kind)
    {
    case NSC_COLUMN_DATE:
    case NSC_COLUMN_COLOUR:
      return 220;
    case NSC_COLUMN_INTEGER:
      return 120;
    case NSC_COLUMN_CHOICE:
    case NSC_COLUMN_REFERENCE:
      return 280;
    case NSC_COLUMN_ID:
    case NSC_COLUMN_TEXT:
    default:
      return 260;
    }
}

/* ---- showing ---- */

/* It begins where the cell does, and covers it; a cell at the edge may be partly out of sight. */
static void
show (NscCellEditor *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  int room = parent != NULL ? gtk_widget_get_width (parent) : 0;
  int width = MIN (MAX (self->cell.width, choose_width (self->column->kind)), room);
  GdkRectangle top = { CLAMP (self->cell.x, 0, MAX (0, room - width)), self->cell.y, width, 1 };

  /* It was closed before the choices came. */
  if (parent == NULL || self->told)
    return;
  gtk_widget_set_size_request (gtk_popover_get_child (GTK_POPOVER (self)), width, -1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &top);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->input);
}

static void
show_failure (NscCellEditor *self)
{
  NscChoiceList *choices = nsc_choice_picker_get_choices (NSC_CHOICE_PICKER (self->input));

  nsc_cell_editor_set_problem (self, nsc_answer_list_get_error (NSC_ANSWER_LIST (choices))->message);
  show (self);
}

/* ---- object ---- */

static void
nsc_cell_editor_class_init (NscCellEditorClass *klass)
{
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_INT);
  signals[LEFT] =
      g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nsc_cell_editor_init (NscCellEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  /* An entry is higher than a cell: both have the same middle, and their words begin at the same place. */
  gtk_popover_set_offset (GTK_POPOVER (self), -6, -9);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self), "nsc-cell-editor");
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

NscCellEditor *
nsc_cell_editor_new (
    NscProject *project, const NscColumn *column, const char *value, const char *name, const char *language)
{
  NscCellEditor *self = g_object_new (NSC_TYPE_CELL_EDITOR, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *content;

  self->column = column;
  if (column->kind == NSC_COLUMN_CHOICE || column->kind == NSC_COLUMN_REFERENCE)
    content = make_picker (self, project, value, name, language);
  else
    content = column->kind == NSC_COLUMN_COLOUR ? make_colour (self, value) : make_entry (self, value);
  name_input (self, name);
  self->problem = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->problem), 36);
  gtk_widget_add_css_class (self->problem, "error");
  gtk_widget_add_css_class (self->problem, "caption");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_box_append (GTK_BOX (box), content);
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  return self;
}

const char *
nsc_cell_editor_get_value (NscCellEditor *self)
{
  g_return_val_if_fail (NSC_IS_CELL_EDITOR (self), NULL);

  if (NSC_IS_CHOICE_PICKER (self->input))
    return nsc_choice_picker_get_value (NSC_CHOICE_PICKER (self->input));
  return gtk_editable_get_text (GTK_EDITABLE (self->input));
}

void
nsc_cell_editor_set_problem (NscCellEditor *self, const char *problem)
{
  g_return_if_fail (NSC_IS_CELL_EDITOR (self));

  if (g_strcmp0 (problem, nsc_cell_editor_get_problem (self)) == 0)
    return;
  gtk_widget_set_visible (self->problem, problem != NULL);
  if (problem == NULL)
    {
      gtk_widget_remove_css_class (self->input, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
      return;
    }
  gtk_label_set_label (GTK_LABEL (self->problem), problem);
  gtk_widget_add_css_class (self->input, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, self->problem,
                                  NULL, -1);
  nsc_announcement_make (self->input, problem);
}

const char *
nsc_cell_editor_get_problem (NscCellEditor *self)
{
  g_return_val_if_fail (NSC_IS_CELL_EDITOR (self), NULL);
  return gtk_widget_get_visible (self->problem) ? gtk_label_get_label (GTK_LABEL (self->problem)) : NULL;
}

void
nsc_cell_editor_set_saving (NscCellEditor *self, gboolean saving)
{
  g_return_if_fail (NSC_IS_CELL_EDITOR (self));

  if (!NSC_IS_CHOICE_PICKER (self->input))
    gtk_editable_set_editable (GTK_EDITABLE (self->input), !saving);
}

void
nsc_cell_editor_show (NscCellEditor *self, const GdkRectangle *cell)
{
  NscChoiceList *choices;

  g_return_if_fail (NSC_IS_CELL_EDITOR (self));

  self->cell = *cell;
  choices = NSC_IS_CHOICE_PICKER (self->input) ? nsc_choice_picker_get_choices (NSC_CHOICE_PICKER (self->input)) : NULL;
  if (choices == NULL || nsc_answer_list_is_loaded (NSC_ANSWER_LIST (choices)))
    {
      show (self);
      return;
    }
  /* A popover that grows after it has come may close. */
  g_signal_connect_object (choices, "notify::loaded", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (choices, "notify::error", G_CALLBACK (show_failure), self, G_CONNECT_SWAPPED);
}

void
nsc_cell_editor_close (NscCellEditor *self)
{
  g_return_if_fail (NSC_IS_CELL_EDITOR (self));

  self->told = TRUE;
  gtk_popover_popdown (GTK_POPOVER (self));
}
