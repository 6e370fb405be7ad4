/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-actions.h"

#include "nsc-error-door.h"
#include "nsc-record-form.h"
#include "nsc-record-menu.h"
#include "nsc-referrers-dialog.h"
#include "nsc-step-toast.h"

#include "nsc-inquiry.h"
#include "nsc-record-item.h"

#include "nsc-error.h"

#include <glib/gi18n-lib.h>

/* How far the order may have moved a record while its form was open. */
#define MOVED 64

struct _NscRecordActions
{
  GObject parent_instance;

  GtkWidget *page;     /* weak */
  GtkColumnView *view; /* weak */
  NscProject *project;
  const NscTable *table;
  GSimpleActionGroup *actions;
  GtkWidget *menu;     /* on the view */
  NscRecordForm *form; /* that walks through the records, weak */
  guint form_position; /* of the record in the form */
  gboolean deleting;
};

G_DEFINE_FINAL_TYPE (NscRecordActions, nsc_record_actions, G_TYPE_OBJECT)

enum
{
  SAVED,
  DELETED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- what is selected ---- */

static GtkSelectionModel *
get_model (NscRecordActions *self)
{
  return self->view != NULL ? gtk_column_view_get_model (self->view) : NULL;
}

/* Of the record at POSITION, 0 where there is none. */
static gint64
get_row (NscRecordActions *self, guint position)
{
  g_autoptr (NscRecordItem) item = g_list_model_get_item (G_LIST_MODEL (get_model (self)), position);

  return item != NULL ? nsc_record_item_get_row (item) : 0;
}

/* The first of them, or GTK_INVALID_LIST_POSITION. */
static guint
get_position (NscRecordActions *self)
{
  g_autoptr (GtkBitset) selected =
      get_model (self) != NULL ? gtk_selection_model_get_selection (get_model (self)) : NULL;

  return selected != NULL && !gtk_bitset_is_empty (selected) ? gtk_bitset_get_minimum (selected)
                                                             : GTK_INVALID_LIST_POSITION;
}

/* Elements gint64. */
static GArray *
list_rows (NscRecordActions *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (get_model (self));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 row = get_row (self, position);

      g_array_append_val (rows, row);
    }
  return rows;
}

static void
enable (NscRecordActions *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update (NscRecordActions *self)
{
  gboolean writable = self->project != NULL && nsc_project_get_read_only_reason (self->project) == NULL;
  g_autoptr (GtkBitset) selected =
      get_model (self) != NULL ? gtk_selection_model_get_selection (get_model (self)) : NULL;
  guint64 n = selected != NULL ? gtk_bitset_get_size (selected) : 0;

  enable (self, "add", writable);
  enable (self, "edit", writable && n == 1);
  enable (self, "duplicate", writable && n == 1);
  enable (self, "delete", writable && n > 0 && !self->deleting);
  enable (self, "show-referrers", self->project != NULL && n == 1);
}

static void
selection_changed_cb (NscRecordActions *self)
{
  update (self);
}

static void
model_cb (NscRecordActions *self)
{
  if (get_model (self) != NULL)
    g_signal_connect_object (get_model (self), "selection-changed", G_CALLBACK (selection_changed_cb), self,
                             G_CONNECT_SWAPPED);
  if (get_model (self) != NULL)
    g_signal_connect_object (get_model (self), "items-changed", G_CALLBACK (selection_changed_cb), self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (self);
}

/* ---- reading a record as it is now, which may be newer than the list ---- */

typedef enum
{
  OPEN,
  DUPLICATE,
  WALK,
} Purpose;

typedef struct
{
  NscRecordActions *actions;
  const NscTable *table;
  gint64 row;
  Purpose purpose;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->actions);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static gpointer
read_record (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;

  return nsc_reader_get_record (reader, question->table, question->row, error);
}

static void read_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
ask (NscRecordActions *self, gint64 row, Purpose purpose)
{
  Question *question = g_new0 (Question, 1);

  *question = (Question) { g_object_ref (self), self->table, row, purpose };
  nsc_inquiry_start (self->project, read_record, question, NULL, (GDestroyNotify) nsc_record_free, NULL, read_cb,
                     question);
}

/* ---- forms ---- */

static void
saved_cb (NscRecordActions *self, gint64 row)
{
  g_signal_emit (self, signals[SAVED], 0, row);
}

static guint
count_records (NscRecordActions *self)
{
  return get_model (self) != NULL ? g_list_model_get_n_items (G_LIST_MODEL (get_model (self))) : 0;
}

static void
tell_neighbours (NscRecordActions *self)
{
  nsc_record_form_set_neighbours (self->form, self->form_position > 0, self->form_position + 1 < count_records (self));
}

/* Where the record of the form stands now; the order may have changed when it was saved. */
static guint
find_form_position (NscRecordActions *self)
{
  gint64 row = nsc_record_form_get_row (self->form);

  for (guint distance = 0; distance < MOVED; distance++)
    {
      if (get_row (self, self->form_position + distance) == row)
        return self->form_position + distance;
      if (distance <= self->form_position && get_row (self, self->form_position - distance) == row)
        return self->form_position - distance;
    }
  return self->form_position;
}

static void
move_cb (NscRecordActions *self, int by)
{
  guint position = find_form_position (self);

  if ((by < 0 && position == 0) || (by > 0 && position + 1 >= count_records (self)))
    return;
  self->form_position = by < 0 ? position - 1 : position + 1;
  gtk_selection_model_select_item (get_model (self), self->form_position, TRUE);
  gtk_column_view_scroll_to (self->view, self->form_position, NULL, GTK_LIST_SCROLL_NONE, NULL);
  ask (self, get_row (self, self->form_position), WALK);
}

static NscRecordForm *
open_form (NscRecordActions *self, const NscRecord *record)
{
  NscRecordForm *form = nsc_record_form_new (self->project, self->table, record);

  g_signal_connect_object (form, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "move", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (form), self->page);
  return form;
}

static void
open_walking_form (NscRecordActions *self, const NscRecord *record)
{
  g_set_weak_pointer (&self->form, open_form (self, record));
  self->form_position = get_position (self);
  if (self->form_position != GTK_INVALID_LIST_POSITION)
    tell_neighbours (self);
}

static void
open_duplicate (NscRecordActions *self, const NscRecord *record)
{
  g_autoptr (NscRecord) copy = nsc_record_copy (record);

  nsc_record_set_row (copy, 0);
  nsc_record_set (copy, NSC_TABLE_ID_COLUMN, "");
  open_form (self, copy);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  NscRecordActions *self = question->actions;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscRecord) record = nsc_inquiry_finish (result, &error);

  if (self->page == NULL || self->project != NSC_PROJECT (source) || self->table != question->table)
    return;
  if (record == NULL)
    nsc_error_door_show (self->page, error);
  else if (question->purpose == DUPLICATE)
    open_duplicate (self, record);
  else if (question->purpose == OPEN)
    open_walking_form (self, record);
  else if (self->form != NULL)
    {
      nsc_record_form_show (self->form, record);
      tell_neighbours (self);
    }
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_form (user_data, NULL);
}

static void
edit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ask (user_data, get_row (user_data, get_position (user_data)), OPEN);
}

static void
duplicate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ask (user_data, get_row (user_data, get_position (user_data)), DUPLICATE);
}

/* ---- deleting ---- */

typedef struct
{
  NscRecordActions *actions;
  const NscTable *table;
  GArray *rows; /* of gint64 */
  guint position;
} Deletion;

static void
deletion_free (Deletion *deletion)
{
  g_object_unref (deletion->actions);
  g_array_unref (deletion->rows);
  g_free (deletion);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deletion, deletion_free)

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deletion) deletion = user_data;
  NscRecordActions *self = deletion->actions;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStep) step = nsc_project_delete_many_finish (NSC_PROJECT (source), result, &error);

  self->deleting = FALSE;
  if (self->page == NULL)
    return;
  update (self);
  if (step != NULL)
    {
      g_signal_emit (self, signals[DELETED], 0, deletion->position);
      nsc_step_toast_show (self->page, step, NSC_STEP_TOAST_DONE);
      return;
    }
  if (g_error_matches (error, NSC_ERROR, NSC_ERROR_CONFLICT))
    nsc_referrers_dialog_open (self->page, NSC_PROJECT (source), deletion->table,
                               (const gint64 *) (void *) deletion->rows->data, deletion->rows->len);
  else
    nsc_error_door_show (self->page, error);
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NscRecordActions *self = user_data;
  Deletion *deletion = g_new0 (Deletion, 1);

  *deletion = (Deletion) { g_object_ref (self), self->table, list_rows (self), get_position (self) };
  self->deleting = TRUE;
  update (self);
  nsc_project_delete_many_async (self->project, self->table, (const gint64 *) (void *) deletion->rows->data,
                                 deletion->rows->len, NULL, deleted_cb, deletion);
}

static void
show_referrers_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NscRecordActions *self = user_data;
  gint64 row = get_row (self, get_position (self));

  nsc_referrers_dialog_open (self->page, self->project, self->table, &row, 1);
}

/* ---- object ---- */

static void
nsc_record_actions_dispose (GObject *object)
{
  NscRecordActions *self = NSC_RECORD_ACTIONS (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_weak_pointer (&self->form);
  g_clear_weak_pointer (&self->page);
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->project);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (nsc_record_actions_parent_class)->dispose (object);
}

static void
nsc_record_actions_class_init (NscRecordActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsc_record_actions_dispose;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[DELETED] = g_signal_new ("deleted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
nsc_record_actions_init (NscRecordActions *self)
{
  static const GActionEntry entries[] = {
    { "add", add_cb },
    { "edit", edit_cb },
    { "duplicate", duplicate_cb },
    { "delete", delete_cb },
    { "show-referrers", show_referrers_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

NscRecordActions *
nsc_record_actions_new (GtkWidget *page, GtkColumnView *view)
{
  NscRecordActions *self = g_object_new (NSC_TYPE_RECORD_ACTIONS, NULL);

  g_set_weak_pointer (&self->page, page);
  g_set_weak_pointer (&self->view, view);
  gtk_widget_insert_action_group (page, "records", G_ACTION_GROUP (self->actions));
  self->menu = nsc_record_menu_new (view);
  g_signal_connect_object (view, "notify::model", G_CALLBACK (model_cb), self, G_CONNECT_SWAPPED);
  model_cb (self);
  return self;
}

void
nsc_record_actions_set_place (NscRecordActions *self, NscProject *project, const NscTable *table)
{
  g_return_if_fail (NSC_IS_RECORD_ACTIONS (self));

  g_set_object (&self->project, project);
  self->table = table;
  update (self);
}
