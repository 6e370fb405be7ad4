/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-step-list.h"

struct _NscStepList
{
  NscAnswerList parent_instance;

  NscProject *project;
};

G_DEFINE_FINAL_TYPE (NscStepList, nsc_step_list, NSC_TYPE_ANSWER_LIST)

/* ---- the question, on a worker ---- */

/* The store tells kept steps first, undone ones after them, each oldest first. */
static GPtrArray *
make_items (GPtrArray *steps)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean above_current = TRUE;

  for (guint i = steps->len; i > 0; i--)
    {
      const NscStep *step = g_ptr_array_index (steps, i - 1);
      NscStepPlace place = NSC_STEP_PLACE_UNDONE;

      if (!step->undone)
        {
          place = above_current ? NSC_STEP_PLACE_CURRENT : NSC_STEP_PLACE_KEPT;
          above_current = FALSE;
        }
      g_ptr_array_add (items, nsc_step_item_new (step, place));
    }
  /* Without the step that created the project, one can still go back before the oldest. */
  if (steps->len > 0 && ((NscStep *) g_ptr_array_index (steps, 0))->kind != NSC_STEP_CREATE)
    g_ptr_array_add (items, nsc_step_item_new (NULL, above_current ? NSC_STEP_PLACE_CURRENT : NSC_STEP_PLACE_KEPT));
  return items;
}

static gpointer
read_items (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) steps = nsc_reader_list_steps (reader, error);

  return steps != NULL ? make_items (steps) : NULL;
}

static void
refresh (NscStepList *self)
{
  nsc_answer_list_ask (NSC_ANSWER_LIST (self), self->project, read_items, NULL, NULL);
}

/* ---- overrides ---- */

static gboolean
is_same (NscStepItem *one, NscStepItem *other)
{
  return nsc_step_item_get_id (one) == nsc_step_item_get_id (other) &&
         nsc_step_item_get_place (one) == nsc_step_item_get_place (other);
}

/* A step that is where it was keeps its item. */
static GPtrArray *
nsc_step_list_take (NscAnswerList *list, GPtrArray *answer)
{
  GPtrArray *before = nsc_answer_list_get_items (list);
  guint start = 0, end = 0, least = MIN (before->len, answer->len);

  while (start < least && is_same (before->pdata[start], answer->pdata[start]))
    {
      g_set_object ((GObject **) &answer->pdata[start], before->pdata[start]);
      start++;
    }
  while (end < least - start && is_same (before->pdata[before->len - 1 - end], answer->pdata[answer->len - 1 - end]))
    {
      g_set_object ((GObject **) &answer->pdata[answer->len - 1 - end], before->pdata[before->len - 1 - end]);
      end++;
    }
  return g_ptr_array_ref (answer);
}

static void
nsc_step_list_dispose (GObject *object)
{
  g_clear_object (&NSC_STEP_LIST (object)->project);
  G_OBJECT_CLASS (nsc_step_list_parent_class)->dispose (object);
}

static void
nsc_step_list_class_init (NscStepListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsc_step_list_dispose;
  NSC_ANSWER_LIST_CLASS (klass)->take = nsc_step_list_take;
}

static void
nsc_step_list_init (NscStepList *self)
{
}

NscStepList *
nsc_step_list_new (NscProject *project)
{
  NscStepList *self;

  g_return_val_if_fail (NSC_IS_PROJECT (project), NULL);

  self = g_object_new (NSC_TYPE_STEP_LIST, NULL);
  self->project = g_object_ref (project);
  g_signal_connect_object (project, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}
