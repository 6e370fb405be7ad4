/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-row-turns.h"

/* Rows in one turn, and as many at once when a list is first shown. What they say is measured by the frame after it, so
 * a turn comes no sooner than a frame. */
#define N_ROWS_OF_A_TURN 8
#define TURN_MS 16

/* About that of a row with words. */
#define ROW_HEIGHT 96

struct _NscRowTurns
{
  NscRowTurnsFill fill;
  NscRowTurnsMissing missing;
  gpointer data;
  GPtrArray *waiting; /* of GtkListItem, in their order */
  guint n_filled;     /* in this turn */
  guint turn;         /* source of the next one, 0: none */
};

static gboolean
is_seen (GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  GtkWidget *view = gtk_widget_get_ancestor (child, GTK_TYPE_LIST_VIEW);
  graphene_rect_t bounds;

  return view != NULL && gtk_widget_compute_bounds (child, view, &bounds) &&
         bounds.origin.y + bounds.size.height >= 0 && bounds.origin.y <= (float) gtk_widget_get_height (view);
}

static gboolean
fill_item (NscRowTurns *self, GtkListItem *item)
{
  if (!self->fill (item, self->data))
    return FALSE;
  self->n_filled++;
  gtk_widget_set_opacity (gtk_list_item_get_child (item), 1);
  return TRUE;
}

static void
fill_waiting (NscRowTurns *self, gboolean only_seen)
{
  guint i = 0;

  while (i < self->waiting->len && self->n_filled < N_ROWS_OF_A_TURN)
    {
      GtkListItem *item = g_ptr_array_index (self->waiting, i);

      if ((!only_seen || is_seen (item)) && fill_item (self, item))
        g_ptr_array_remove_index (self->waiting, i);
      else
        i++;
    }
}

static void
take_turn_cb (gpointer user_data)
{
  NscRowTurns *self = user_data;

  self->turn = 0;
  self->n_filled = 0;
  fill_waiting (self, TRUE);
  fill_waiting (self, FALSE);
  if (self->n_filled > 0)
    nsc_row_turns_expect (self);
  else if (self->waiting->len > 0 && self->missing != NULL)
    self->missing (self->waiting, self->data);
}

NscRowTurns *
nsc_row_turns_new (NscRowTurnsFill fill, NscRowTurnsMissing missing, gpointer data)
{
  NscRowTurns *self = g_new0 (NscRowTurns, 1);

  self->fill = fill;
  self->missing = missing;
  self->data = data;
  self->waiting = g_ptr_array_new ();
  return self;
}

void
nsc_row_turns_free (NscRowTurns *self)
{
  g_clear_handle_id (&self->turn, g_source_remove);
  g_ptr_array_unref (self->waiting);
  g_free (self);
}

void
nsc_row_turns_bind (NscRowTurns *self, GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  if (child == NULL)
    {
      child = adw_bin_new ();
      gtk_widget_set_size_request (child, -1, ROW_HEIGHT);
      gtk_list_item_set_child (item, child);
    }
  nsc_row_turns_expect (self);
  if (self->n_filled < N_ROWS_OF_A_TURN && fill_item (self, item))
    return;
  /* What it said before is not to be seen; its height is as good as any. */
  gtk_widget_set_opacity (child, 0);
  gtk_list_item_set_accessible_label (item, "");
  gtk_list_item_set_accessible_description (item, "");
  g_ptr_array_add (self->waiting, item);
}

void
nsc_row_turns_unbind (NscRowTurns *self, GtkListItem *item)
{
  g_ptr_array_remove (self->waiting, item);
}

void
nsc_row_turns_expect (NscRowTurns *self)
{
  if (self->turn == 0)
    self->turn = g_timeout_add_once (TURN_MS, take_turn_cb, self);
}
