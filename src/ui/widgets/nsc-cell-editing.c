/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-cell-editing.h"

#include "nsc-cell-editor.h"
#include "nsc-error-door.h"
#include "nsc-record-columns.h"
#include "nsc-step-toast.h"
#include "nsc-tongue.h"

#include "nsc-record-check.h"
#include "nsc-record-item.h"

#include "nsc-text.h"

#include <glib/gi18n-lib.h>

/* Half a word is no mistake yet. */
#define PAUSE_MS 600

/* No column. */
#define NOWHERE G_MAXUINT

struct _NscCellEditing
{
  GObject parent_instance;

  GtkColumnView *view; /* weak */
  NscProject *project;
  const NscTable *table;

  NscCellEditor *editor; /* NULL: nothing is edited */
  NscCellEditor *spent;  /* the one before, which may still be telling what the person wants */
  NscRecordItem *item;
  NscRecord *latest; /* what was saved of it and the list has not read again yet, or NULL */
  guint column;
  guint next;             /* the column to go on to when it is saved, or NOWHERE */
  guint pause;            /* source, 0: none */
  NscRecord *saving;      /* what is being saved, or NULL */
  GCancellable *checking; /* of the question under way, NULL: none */
};

G_DEFINE_FINAL_TYPE (NscCellEditing, nsc_cell_editing, G_TYPE_OBJECT)

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void start (NscCellEditing *self, GtkColumnViewCell *cell);

/* ---- the record ---- */

static void
item_changed_cb (NscCellEditing *self)
{
  g_clear_pointer (&self->latest, nsc_record_free);
}

static void
set_item (NscCellEditing *self, NscRecordItem *item)
{
  if (self->item == item)
    return;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, item_changed_cb, self);
  g_clear_pointer (&self->latest, nsc_record_free);
  g_set_object (&self->item, item);
  if (item != NULL)
    g_signal_connect_swapped (item, "changed", G_CALLBACK (item_changed_cb), self);
}

/* As it is now: who goes on quickly is ahead of the list. */
static const NscRecord *
get_record (NscCellEditing *self)
{
  return self->latest != NULL ? self->latest : nsc_record_item_get_record (self->item);
}

/* ---- cells ---- */

/* The cell of that row and column as far as it is on the screen, or NULL. */
static GtkColumnViewCell *
find_cell (GtkWidget *widget, gint64 row, guint column)
{
  GtkColumnViewCell *cell = g_object_get_data (G_OBJECT (widget), "nsc-cell");

  if (cell != NULL && gtk_widget_get_mapped (widget) && gtk_column_view_cell_get_item (cell) != NULL &&
      nsc_record_columns_get_index (cell) == column &&
      nsc_record_item_get_row (gtk_column_view_cell_get_item (cell)) == row)
    return cell;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      cell = find_cell (child, row, column);
      if (cell != NULL)
        return cell;
    }
  return NULL;
}

/* The widget around the child of CELL, which has the focus and the room. */
static GtkWidget *
get_widget (GtkColumnViewCell *cell)
{
  return gtk_widget_get_parent (gtk_column_view_cell_get_child (cell));
}

static GtkColumnViewCell *
get_cell (GtkWidget *widget)
{
  GtkWidget *child = widget != NULL ? gtk_widget_get_first_child (widget) : NULL;

  return child != NULL ? g_object_get_data (G_OBJECT (child), "nsc-cell") : NULL;
}

/* The column that stands BY places after that of the editor, or NOWHERE. */
static guint
find_neighbour (NscCellEditing *self, int by)
{
  GtkColumnViewCell *cell = find_cell (GTK_WIDGET (self->view), nsc_record_item_get_row (self->item), self->column);
  GtkWidget *widget = cell != NULL ? get_widget (cell) : NULL;

  if (widget == NULL || by == 0)
    return NOWHERE;
  cell = get_cell (by > 0 ? gtk_widget_get_next_sibling (widget) : gtk_widget_get_prev_sibling (widget));
  return cell != NULL ? nsc_record_columns_get_index (cell) : NOWHERE;
}

/* Columns may lie beyond the edge; the view scrolls by itself to what gets the focus. */
static void
focus_cell (NscCellEditing *self, guint column)
{
  GtkColumnViewCell *cell = find_cell (GTK_WIDGET (self->view), nsc_record_item_get_row (self->item), column);

  if (cell != NULL)
    gtk_widget_grab_focus (get_widget (cell));
}

/* "Joined of Hitachi", or of "Tech Accord, Hitachi" where the record has no name of its own. */
static char *
dup_name (NscCellEditing *self)
{
  const NscRecord *record = get_record (self);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *title = NULL;

  for (guint i = 0; i < self->table->n_columns; i++)
    if (self->table->columns[i].target != NULL && (self->table->columns[i].flags & NSC_COLUMN_KEY) != 0)
      g_strv_builder_add (names, nsc_record_item_get_text (self->item, i));
  list = g_strv_builder_end (names);
  if (list[0] != NULL && nsc_table_name_column (self->table) == NSC_TABLE_ID_COLUMN)
    title = nsc_text_join (nsc_tongue_get (), (const char *const *) list);
  else
    title = g_strdup (nsc_record_get_name (record, nsc_tongue_get ()));
  /* Translators: the name of a column and of the record whose value is edited, "Joined of Hitachi". */
  return g_strdup_printf (_ ("%1$s of %2$s"), _ (self->table->columns[self->column].label), title);
}

/* ---- checks ---- */

static void
stop_checking (NscCellEditing *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
}

/* What the record becomes, as the list has it now; NULL where the editor holds no value. */
static NscRecord *
dup_record (NscCellEditing *self)
{
  const char *value = nsc_cell_editor_get_value (self->editor);
  NscRecord *record = value != NULL ? nsc_record_copy (get_record (self)) : NULL;

  if (record != NULL)
    nsc_record_set (record, self->column, value);
  return record;
}

/* What can be known without the project; puts RECORD into form. */
static gboolean
check (NscCellEditing *self, NscRecord *record)
{
  g_autoptr (GError) error = NULL;

  if (record == NULL)
    {
      nsc_cell_editor_set_problem (self->editor, _ ("Nothing like this is there; choose from the list"));
      return FALSE;
    }
  if (nsc_rules_check_column (record, self->column, NSC_DATE_STYLE_ISO, &error) &&
      nsc_rules_check (record, NSC_DATE_STYLE_ISO, NULL, &error))
    return TRUE;
  nsc_cell_editor_set_problem (self->editor, error->message);
  return FALSE;
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscCellEditing) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscRecordFault) fault = nsc_record_check_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->checking);
  if (fault != NULL && self->editor != NULL)
    nsc_cell_editor_set_problem (self->editor, fault->message);
}

static void
paused_cb (gpointer data)
{
  NscCellEditing *self = data;
  g_autoptr (NscRecord) record = dup_record (self);

  self->pause = 0;
  if (!check (self, record))
    return;
  self->checking = g_cancellable_new ();
  nsc_record_check_start (self->project, record, self->checking, checked_cb, g_object_ref (self));
}

static void
changed_cb (NscCellEditing *self)
{
  stop_checking (self);
  self->pause = g_timeout_add_once (PAUSE_MS, paused_cb, self);
}

/* ---- the end of an edit ---- */

static void
remove_editor (NscCellEditor **editor)
{
  if (*editor != NULL)
    gtk_widget_unparent (GTK_WIDGET (*editor));
  g_clear_object (editor);
}

static void
close_editor (NscCellEditing *self)
{
  stop_checking (self);
  if (self->editor == NULL)
    return;
  remove_editor (&self->spent);
  self->spent = g_steal_pointer (&self->editor);
  g_signal_handlers_disconnect_by_data (self->spent, self);
  nsc_cell_editor_close (self->spent);
}

static void
go_on (NscCellEditing *self)
{
  guint next = self->next;
  GtkColumnViewCell *cell;

  close_editor (self);
  focus_cell (self, next != NOWHERE ? next : self->column);
  cell = next != NOWHERE ? find_cell (GTK_WIDGET (self->view), nsc_record_item_get_row (self->item), next) : NULL;
  if (cell != NULL)
    start (self, cell);
}

static void
show_editor (NscCellEditing *self)
{
  GtkColumnViewCell *cell = find_cell (GTK_WIDGET (self->view), nsc_record_item_get_row (self->item), self->column);
  graphene_rect_t bounds;

  if (cell == NULL || !gtk_widget_compute_bounds (get_widget (cell), GTK_WIDGET (self->view), &bounds))
    bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  nsc_cell_editor_show (self->editor, &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                        (int) bounds.size.width, (int) bounds.size.height });
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscCellEditing) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 row = 0;
  g_autoptr (NscStep) step = nsc_project_save_finish (NSC_PROJECT (source), result, &row, &error);
  g_autoptr (NscRecord) written = NULL;

  written = g_steal_pointer (&self->saving);
  if (self->view == NULL)
    return;
  if (step != NULL)
    {
      if (self->item != NULL && written != NULL && nsc_record_item_get_row (self->item) == row &&
          !nsc_record_equal (written, nsc_record_item_get_record (self->item)))
        {
          g_clear_pointer (&self->latest, nsc_record_free);
          self->latest = g_steal_pointer (&written);
        }
      if (self->editor != NULL)
        go_on (self);
      nsc_step_toast_show (GTK_WIDGET (self->view), step, NSC_STEP_TOAST_DONE);
      g_signal_emit (self, signals[SAVED], 0, row);
      return;
    }
  if (self->editor == NULL)
    {
      nsc_error_door_show (GTK_WIDGET (self->view), error);
      return;
    }
  /* What was written is kept, and why it could not be taken is said where it stands. */
  nsc_cell_editor_set_saving (self->editor, FALSE);
  nsc_cell_editor_set_problem (self->editor, error->message);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->editor)))
    show_editor (self);
}

static void
done_cb (NscCellEditing *self, int by)
{
  g_autoptr (NscRecord) record = NULL;

  if (self->saving != NULL)
    return;
  stop_checking (self);
  record = dup_record (self);
  self->next = find_neighbour (self, by);
  if (record != NULL && nsc_record_equal (record, get_record (self)))
    {
      go_on (self);
      return;
    }
  if (!check (self, record))
    {
      /* A click elsewhere has closed it. */
      if (!gtk_widget_get_visible (GTK_WIDGET (self->editor)))
        show_editor (self);
      return;
    }
  self->saving = nsc_record_copy (record);
  nsc_cell_editor_set_saving (self->editor, TRUE);
  nsc_project_save_async (self->project, record, NULL, saved_cb, g_object_ref (self));
}

static void
left_cb (NscCellEditing *self)
{
  if (self->saving != NULL)
    return;
  close_editor (self);
  focus_cell (self, self->column);
}

/* ---- the beginning ---- */

static gboolean
is_writable (NscCellEditing *self)
{
  return self->project != NULL && nsc_project_get_read_only_reason (self->project) == NULL && self->saving == NULL;
}

static void
start (NscCellEditing *self, GtkColumnViewCell *cell)
{
  NscRecordItem *item = gtk_column_view_cell_get_item (cell);
  g_autofree char *name = NULL;

  /* What has not been read yet cannot be edited. */
  if (!is_writable (self) || item == NULL || nsc_record_item_get_record (item) == NULL)
    return;
  close_editor (self);
  set_item (self, item);
  self->column = nsc_record_columns_get_index (cell);
  self->next = NOWHERE;
  name = dup_name (self);
  self->editor = g_object_ref_sink (nsc_cell_editor_new (self->project, &self->table->columns[self->column],
                                                         nsc_record_get (get_record (self), self->column), name,
                                                         nsc_tongue_get ()));
  g_signal_connect_swapped (self->editor, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->editor, "done", G_CALLBACK (done_cb), self);
  g_signal_connect_swapped (self->editor, "left", G_CALLBACK (left_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->editor), GTK_WIDGET (self->view));
  show_editor (self);
}

/* The first cell of the row that has the focus. */
static GtkColumnViewCell *
find_first_cell (GtkWidget *focus)
{
  return focus != NULL ? get_cell (gtk_widget_get_first_child (focus)) : NULL;
}

static gboolean
edit_key_cb (GtkWidget *view, GVariant *arguments, gpointer user_data)
{
  return nsc_cell_editing_start (user_data);
}

/* On a row it opens the form; on a cell the cell. */
static gboolean
enter_key_cb (GtkWidget *view, GVariant *arguments, gpointer user_data)
{
  GtkColumnViewCell *cell = get_cell (gtk_root_get_focus (gtk_widget_get_root (view)));

  if (cell == NULL)
    return FALSE;
  start (user_data, cell);
  return TRUE;
}

/* The cell with something in it at that place of the view, or NULL. */
static GtkColumnViewCell *
pick_cell (NscCellEditing *self, double x, double y)
{
  GtkColumnViewCell *cell =
      nsc_record_columns_find_cell (gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT));

  return cell != NULL && gtk_column_view_cell_get_item (cell) != NULL ? cell : NULL;
}

/* The second click edits the cell; without this the row would be activated. */
static void
pressed_cb (GtkGesture *gesture, int n_press, double x, double y, NscCellEditing *self)
{
  if (n_press == 2 && pick_cell (self, x, y) != NULL)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Not before the click is over, whose end beside the editor would close it. */
static void
released_cb (GtkGesture *gesture, int n_press, double x, double y, NscCellEditing *self)
{
  GtkColumnViewCell *cell = n_press == 2 ? pick_cell (self, x, y) : NULL;

  if (cell != NULL)
    start (self, cell);
}

/* ---- object ---- */

static void
nsc_cell_editing_dispose (GObject *object)
{
  NscCellEditing *self = NSC_CELL_EDITING (object);

  stop_checking (self);
  close_editor (self);
  remove_editor (&self->spent);
  set_item (self, NULL);
  g_clear_pointer (&self->saving, nsc_record_free);
  g_clear_object (&self->project);
  g_clear_weak_pointer (&self->view);
  G_OBJECT_CLASS (nsc_cell_editing_parent_class)->dispose (object);
}

static void
nsc_cell_editing_class_init (NscCellEditingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsc_cell_editing_dispose;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
nsc_cell_editing_init (NscCellEditing *self)
{
  self->next = NOWHERE;
}

static void
add_key (NscCellEditing *self, GtkShortcutController *keys, const char *trigger, GtkShortcutFunc func)
{
  gtk_shortcut_controller_add_shortcut (
      keys, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_callback_action_new (func, self, NULL)));
}

NscCellEditing *
nsc_cell_editing_new (GtkColumnView *view)
{
  NscCellEditing *self = g_object_new (NSC_TYPE_CELL_EDITING, NULL);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_set_weak_pointer (&self->view, view);
  add_key (self, GTK_SHORTCUT_CONTROLLER (keys), "F2", edit_key_cb);
  add_key (self, GTK_SHORTCUT_CONTROLLER (keys), "Return", enter_key_cb);
  add_key (self, GTK_SHORTCUT_CONTROLLER (keys), "KP_Enter", enter_key_cb);
  /* Before the row around the cell takes Enter for itself. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  return self;
}

void
nsc_cell_editing_set_place (NscCellEditing *self, NscProject *project, const NscTable *table)
{
  g_return_if_fail (NSC_IS_CELL_EDITING (self));

  if (self->project == project && self->table == table)
    return;
  close_editor (self);
  g_set_object (&self->project, project);
  self->table = table;
}

gboolean
nsc_cell_editing_start (NscCellEditing *self)
{
  GtkWidget *focus;
  GtkColumnViewCell *cell;

  g_return_val_if_fail (NSC_IS_CELL_EDITING (self), FALSE);

  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self->view)));
  cell = get_cell (focus);
  if (cell == NULL)
    cell = find_first_cell (focus);
  if (cell == NULL)
    return FALSE;
  start (self, cell);
  return TRUE;
}
