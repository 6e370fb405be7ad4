/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-story-view.h"

#include "nsc-announcement.h"
#include "nsc-error-door.h"
#include "nsc-figure-thumbnail.h"
#include "nsc-option-text.h"
#include "nsc-step-toast.h"
#include "nsc-story-step-dialog.h"
#include "nsc-story-step-row.h"

#include <glib/gi18n-lib.h>

struct _NscStoryView
{
  AdwBin parent_instance;

  NscProject *project;
  NscStoryBook *book;
  char *id;                  /* of the story */
  gboolean busy;             /* an edit is under way, whose outcome is not shown yet */
  GCancellable *cancellable; /* of the pictures that are made, NULL: none */
  GHashTable *pictures;      /* what a step shows to its picture */
  GPtrArray *orders;         /* of Order: the pictures of the rows */
  guint next_order;          /* the picture that is made next */

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (NscStoryView, nsc_story_view, ADW_TYPE_BIN)

/* A picture to be made. */
typedef struct
{
  NscStoryStepRow *row; /* in the list as long as this lives */
  const NscReport *report;
  NscOptions *options;
  char *key;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_hash_table_unref (order->options);
  g_free (order->key);
  g_free (order);
}

/* ---- pictures ---- */

static void make_next_picture (NscStoryView *self);

static void
picture_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscStoryView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = nsc_figure_thumbnail_make_finish (result, &error);
  Order *order;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->next_order == 0 ||
      self->next_order > self->orders->len)
    return;
  order = g_ptr_array_index (self->orders, self->next_order - 1);
  /* The row says in words what is to be seen; a figure that cannot be made now is told when it is shown. */
  if (texture != NULL)
    {
      nsc_story_step_row_set_picture (order->row, GDK_PAINTABLE (texture));
      g_hash_table_insert (self->pictures, g_strdup (order->key), g_object_ref (texture));
    }
  make_next_picture (self);
}

static void
make_next_picture (NscStoryView *self)
{
  Order *order;

  if (self->next_order >= self->orders->len)
    return;
  order = g_ptr_array_index (self->orders, self->next_order++);
  nsc_figure_thumbnail_make_async (self->project, order->report, order->options,
                                   gtk_widget_get_scale_factor (GTK_WIDGET (self)), self->cancellable, picture_made_cb,
                                   g_object_ref (self));
}

static void
stop_pictures (NscStoryView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_ptr_array_set_size (self->orders, 0);
  self->next_order = 0;
}

/* The picture that was there stays until a new one, of the records as they are now, is made. */
static void
order_picture (NscStoryView *self, NscStoryStepRow *row, const NscStoryStep *step)
{
  g_autofree char *text = NULL;
  GdkPaintable *known;
  Order *order;

  if (step->options == NULL)
    return;
  text = nsc_option_text_print (step->report, step->options);
  order = g_new (Order, 1);
  *order = (Order) {
    .row = row,
    .report = step->report,
    .options = g_hash_table_ref (step->options),
    .key = g_strdup_printf ("%s %s", step->report->name, text),
  };
  known = g_hash_table_lookup (self->pictures, order->key);
  if (known != NULL)
    nsc_story_step_row_set_picture (row, known);
  g_ptr_array_add (self->orders, order);
}

/* ---- edits ---- */

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscStoryView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStep) step = nsc_project_save_many_finish (NSC_PROJECT (source), result, &error);

  if (step != NULL)
    nsc_step_toast_show (GTK_WIDGET (self), step, NSC_STEP_TOAST_DONE);
  else
    nsc_error_door_show (GTK_WIDGET (self), error);
  /* What was changed is shown soon; what was not can be tried again at once. */
  if (step == NULL || step->id == 0)
    self->busy = FALSE;
}

static void
change (NscStoryView *self, NscRecordChanges *taken)
{
  g_autoptr (NscRecordChanges) changes = taken;

  self->busy = TRUE;
  nsc_project_save_many_async (self->project, changes, NULL, changed_cb, g_object_ref (self));
}

static void
move (NscStoryView *self, guint from, guint to)
{
  GPtrArray *steps = self->project != NULL ? nsc_story_book_get_steps (self->book, self->id) : NULL;
  g_autofree char *words = NULL;

  if (self->busy || steps == NULL || to >= steps->len || to == from)
    return;
  /* Translators: where a step of a story is now, and how many there are. */
  words = g_strdup_printf (_ ("Now step %1$u of %2$u"), to + 1, steps->len);
  change (self, nsc_story_book_move (self->book, self->id, from, to));
  nsc_announcement_make (GTK_WIDGET (self), words);
}

static void
moved_cb (NscStoryStepRow *row, int delta, NscStoryView *self)
{
  guint index = nsc_story_step_row_get_index (row);

  if (delta > 0 || index > 0)
    move (self, index, delta > 0 ? index + 1 : index - 1);
}

static void
dropped_cb (NscStoryStepRow *row, NscStoryStepRow *other, NscStoryView *self)
{
  move (self, nsc_story_step_row_get_index (other), nsc_story_step_row_get_index (row));
}

static void
remove_cb (NscStoryStepRow *row, NscStoryView *self)
{
  if (!self->busy && self->project != NULL)
    change (self, nsc_story_book_remove (self->book, self->id, nsc_story_step_row_get_index (row)));
}

static void
edit_cb (NscStoryStepRow *row, NscStoryView *self)
{
  GPtrArray *steps = self->project != NULL ? nsc_story_book_get_steps (self->book, self->id) : NULL;

  if (steps != NULL)
    nsc_story_step_dialog_present_edit (GTK_WIDGET (self), self->project,
                                        g_ptr_array_index (steps, nsc_story_step_row_get_index (row)));
}

/* ---- rows ---- */

static NscStoryStepRow *
get_focused_row (NscStoryView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, NSC_TYPE_STORY_STEP_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self)) ? NSC_STORY_STEP_ROW (row) : NULL;
}

static GtkWidget *
add_row (NscStoryView *self, const NscStory *story, guint index)
{
  const NscStoryStep *step = g_ptr_array_index (story->steps, index);
  gboolean writable = nsc_project_get_read_only_reason (self->project) == NULL;
  GtkWidget *row = nsc_story_step_row_new (step, index, story->steps->len, writable);

  g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (row, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_DEFAULT);
  gtk_list_box_append (self->list, row);
  order_picture (self, NSC_STORY_STEP_ROW (row), step);
  return row;
}

/* The focus stays with the step that had it, else at its place. */
static void
fill (NscStoryView *self, const NscStory *story)
{
  NscStoryStepRow *focused = get_focused_row (self);
  g_autofree char *id = focused != NULL ? g_strdup (nsc_story_step_row_get_id (focused)) : NULL;
  guint index = focused != NULL ? nsc_story_step_row_get_index (focused) : 0;
  GtkWidget *focus = NULL;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < story->steps->len; i++)
    {
      GtkWidget *row = add_row (self, story, i);

      if (id != NULL && (g_str_equal (nsc_story_step_row_get_id (NSC_STORY_STEP_ROW (row)), id) ||
                         (focus == NULL && i == MIN (index, story->steps->len - 1))))
        focus = row;
    }
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

static void
nsc_story_view_dispose (GObject *object)
{
  NscStoryView *self = NSC_STORY_VIEW (object);

  if (self->orders != NULL)
    nsc_story_view_clear (self);
  g_clear_pointer (&self->orders, g_ptr_array_unref);
  g_clear_pointer (&self->pictures, g_hash_table_unref);
  G_OBJECT_CLASS (nsc_story_view_parent_class)->dispose (object);
}

static void
nsc_story_view_class_init (NscStoryViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsc_story_view_dispose;
}

static void
nsc_story_view_init (NscStoryView *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->orders = g_ptr_array_new_with_free_func (order_free);
  self->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Steps"), -1);
  adw_bin_set_child (ADW_BIN (self), list);
}

void
nsc_story_view_show (NscStoryView *self, NscProject *project, NscStoryBook *book, const NscStory *story)
{
  g_return_if_fail (NSC_IS_STORY_VIEW (self));
  g_return_if_fail (NSC_IS_PROJECT (project) && book != NULL && story != NULL);

  stop_pictures (self);
  if (g_set_object (&self->project, project))
    g_hash_table_remove_all (self->pictures);
  nsc_story_book_ref (book);
  g_clear_pointer (&self->book, nsc_story_book_unref);
  self->book = book;
  g_set_str (&self->id, story->id);
  self->busy = FALSE;
  self->cancellable = g_cancellable_new ();
  fill (self, story);
  make_next_picture (self);
}

void
nsc_story_view_clear (NscStoryView *self)
{
  g_return_if_fail (NSC_IS_STORY_VIEW (self));

  stop_pictures (self);
  gtk_list_box_remove_all (self->list);
  g_hash_table_remove_all (self->pictures);
  g_clear_pointer (&self->book, nsc_story_book_unref);
  g_clear_pointer (&self->id, g_free);
  g_clear_object (&self->project);
}
