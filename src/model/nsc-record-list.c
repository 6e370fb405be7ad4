/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-list.h"

#include "nsc-inquiry.h"
#include "nsc-record-rows.h"
#include "nsc-record-cache.h"
#include "nsc-row-edits.h"

/* Records that stand together are read together. */
#define PAGE 64

/* A view makes widgets for about two hundred rows, wherever it stands, and takes a third of a millisecond for each: so
 * it is told of some in a turn of the main loop, as many as a person sees first. Turns and frames alternate: a turn
 * that were left to when the loop is idle would never come where each frame takes longer than there is until the next.
 */
#define N_OF_A_TURN 40
#define TURN_MS 16
#define N_WITH_WIDGETS 200

struct _NscRecordList
{
  GObject parent_instance;

  NscProject *project;
  NscRecordQuestion *question;
  NscRecordCache *cache;
  NscRecordRows *rows;

  /* While one answer takes the place of another: the model is the first n_head rows of `leaving` and then those of
   * `rows` from tail_start on without the n_gap rows from gap_start on. */
  NscRecordRows *leaving;
  guint n_head;
  guint tail_start;
  guint gap_start;
  guint n_gap;
  guint turn; /* source of the next one, in which more rows are told, 0: none */

  GCancellable *cancellable; /* of the question under way, NULL: none */
  guint serial;              /* of the question; another one has another */
  guint shown_serial;        /* of the one that was answered */
  gint *scanned;             /* atomic, an rc box: rows that the question under way has looked at */
  gboolean loaded;
  GError *error;
};

enum
{
  PROP_LOADING = 1,
  PROP_LOADED,
  PROP_ERROR,
  N_PROPERTIES,
};

enum
{
  ASKED,
  REFRESHED,
  SETTLED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* ---- the question, on a worker ---- */

typedef struct
{
  NscRecordQuestion *question;
  NscRecordRows *shown;
  gboolean is_another; /* than the one that is shown */
  gint *scanned;
} Question;

typedef struct
{
  NscRecordRows *rows;
  GArray *edits;         /* NscRowEdit, what makes them of those that were shown */
  NscRecordBatch *first; /* of another question: its first records, so that nothing blank is shown */
} Answer;

static void
question_free (gpointer data)
{
  Question *self = data;

  nsc_record_question_free (self->question);
  nsc_record_rows_unref (self->shown);
  g_atomic_rc_box_release (self->scanned);
  g_free (self);
}

static void
answer_free (Answer *self)
{
  g_clear_pointer (&self->rows, nsc_record_rows_unref);
  g_clear_pointer (&self->edits, g_array_unref);
  g_clear_pointer (&self->first, nsc_record_batch_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static NscRecordBatch *
read_first (NscReader *reader, const Question *self, NscRecordRows *rows, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (nsc_record_rows_get_length (rows) > 0)
    g_array_append_vals (first, nsc_record_rows_get (rows), MIN (nsc_record_rows_get_length (rows), N_OF_A_TURN));
  return nsc_record_batch_read (reader, self->question->table, self->question->language, first, cancellable, error);
}

static gpointer
find_rows (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *self = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->rows = nsc_record_rows_find (reader, self->question, self->scanned, cancellable, error);
  if (answer->rows == NULL)
    return NULL;
  answer->edits = (self->is_another ? nsc_row_edits_swap : nsc_row_edits_find) (
      nsc_record_rows_get (self->shown), nsc_record_rows_get_length (self->shown), nsc_record_rows_get (answer->rows),
      nsc_record_rows_get_length (answer->rows));
  if (self->is_another)
    {
      answer->first = read_first (reader, self, answer->rows, cancellable, error);
      if (answer->first == NULL)
        return NULL;
    }
  return g_steal_pointer (&answer);
}

/* ---- the answer ---- */

static void
tell_answered (NscRecordList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
  g_signal_emit (self, signals[REFRESHED], 0);
  if (!nsc_record_list_is_busy (self))
    g_signal_emit (self, signals[SETTLED], 0);
}

static void
tell_rest (NscRecordList *self, guint n)
{
  guint told = self->gap_start - self->tail_start;

  n = MIN (n, self->n_gap);
  self->gap_start += n;
  self->n_gap -= n;
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), self->n_head + told, 0, n);
}

/* A view that hears of rows that go and come at once looks for each of those that go among all that come, but where
 * none comes it shows nothing for a moment: so a few come at once, and the rest after them. */
static void
tell_first (NscRecordList *self, const NscRowEdit *edit)
{
  guint n_first = MIN (edit->n_after, N_OF_A_TURN);

  self->n_head = edit->before;
  self->tail_start = edit->after;
  self->gap_start = edit->after + n_first;
  self->n_gap = edit->n_after - n_first;
  g_list_model_items_changed (G_LIST_MODEL (self), edit->before, edit->n_before, n_first);
}

/* From the last place to the first, so that what stands before it has not moved yet. */
static void
take_edits (NscRecordList *self, GArray *edits)
{
  for (guint i = edits->len; i-- > 0;)
    {
      tell_first (self, &g_array_index (edits, NscRowEdit, i));
      tell_rest (self, self->n_gap);
    }
  self->n_head = self->tail_start = 0;
}

static void
end_answer (NscRecordList *self)
{
  g_clear_pointer (&self->leaving, nsc_record_rows_unref);
  self->loaded = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
  tell_answered (self);
}

static gboolean
take_turn_cb (gpointer user_data)
{
  /* Who hears of it may let go of the list. */
  g_autoptr (NscRecordList) self = g_object_ref (user_data);

  tell_rest (self, self->gap_start < N_WITH_WIDGETS ? N_OF_A_TURN : self->n_gap);
  if (self->n_gap > 0)
    return G_SOURCE_CONTINUE;
  self->turn = 0;
  end_answer (self);
  return G_SOURCE_REMOVE;
}

/* All of the answer before, if it is still being told, before the next one. */
static void
end_turns (NscRecordList *self)
{
  if (self->turn == 0)
    return;
  g_clear_handle_id (&self->turn, g_source_remove);
  tell_rest (self, self->n_gap);
  g_clear_pointer (&self->leaving, nsc_record_rows_unref);
}

/* To a question that is not the one before, whose rows all go. */
static void
take_another (NscRecordList *self, Answer *answer)
{
  nsc_record_cache_put (self->cache, answer->first);
  if (answer->edits->len > 0)
    tell_first (self, &g_array_index (answer->edits, NscRowEdit, 0));
  if (self->n_gap > 0)
    self->turn = g_timeout_add (TURN_MS, take_turn_cb, self);
  else
    end_answer (self);
}

static void
show_answer (NscRecordList *self, Answer *answer)
{
  end_turns (self);
  self->shown_serial = self->serial;
  self->leaving = self->rows;
  self->rows = nsc_record_rows_ref (answer->rows);
  if (answer->first != NULL)
    {
      take_another (self, answer);
      return;
    }
  take_edits (self, answer->edits);
  end_answer (self);
}

static void
take_answer (gpointer owner, gpointer data, const GError *error)
{
  NscRecordList *self = owner;
  g_autoptr (Answer) answer = data;

  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  if (answer != NULL)
    show_answer (self, answer);
  else
    tell_answered (self);
}

static void
ask (NscRecordList *self)
{
  Question *question = g_new0 (Question, 1);

  g_clear_pointer (&self->scanned, g_atomic_rc_box_release);
  self->scanned = g_atomic_rc_box_new0 (gint);
  question->question = nsc_record_question_copy (self->question);
  question->shown = nsc_record_rows_ref (self->rows);
  question->is_another = self->serial != self->shown_serial;
  question->scanned = g_atomic_rc_box_acquire (self->scanned);
  nsc_inquiry_ask (self, &self->cancellable, self->project, find_rows, question, question_free,
                   (GDestroyNotify) answer_free, take_answer);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
ask_another (NscRecordList *self)
{
  self->serial++;
  ask (self);
  g_signal_emit (self, signals[ASKED], 0);
}

static void
records_read_cb (NscRecordList *self, GError *error)
{
  if (error != NULL)
    {
      g_clear_error (&self->error);
      self->error = g_error_copy (error);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
      g_signal_emit (self, signals[REFRESHED], 0);
    }
  if (!nsc_record_list_is_busy (self))
    g_signal_emit (self, signals[SETTLED], 0);
}

/* ---- list model ---- */

static gint64
row_at (NscRecordList *self, guint position)
{
  guint index = position - self->n_head + self->tail_start;

  if (position < self->n_head)
    return nsc_record_rows_get (self->leaving)[position];
  return nsc_record_rows_get (self->rows)[index < self->gap_start ? index : index + self->n_gap];
}

static GType
nsc_record_list_get_item_type (GListModel *model)
{
  return NSC_TYPE_RECORD_ITEM;
}

static guint
nsc_record_list_get_n_items (GListModel *model)
{
  NscRecordList *self = NSC_RECORD_LIST (model);

  return self->n_head + nsc_record_rows_get_length (self->rows) - self->tail_start - self->n_gap;
}

static gpointer
nsc_record_list_get_item (GListModel *model, guint position)
{
  NscRecordList *self = NSC_RECORD_LIST (model);
  guint n = nsc_record_list_get_n_items (model);
  guint start = position - position % PAGE;
  NscRecordItem *item;

  if (position >= n)
    return NULL;
  item = nsc_record_cache_get (self->cache, row_at (self, position));
  if (nsc_record_item_get_record (item) == NULL)
    for (guint i = start; i < MIN (start + PAGE, n); i++)
      g_object_unref (nsc_record_cache_get (self->cache, row_at (self, i)));
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = nsc_record_list_get_item_type;
  iface->get_n_items = nsc_record_list_get_n_items;
  iface->get_item = nsc_record_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (NscRecordList,
                               nsc_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* ---- object ---- */

static void
nsc_record_list_dispose (GObject *object)
{
  NscRecordList *self = NSC_RECORD_LIST (object);

  g_clear_handle_id (&self->turn, g_source_remove);
  nsc_inquiry_cancel (&self->cancellable);
  g_clear_object (&self->cache);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (nsc_record_list_parent_class)->dispose (object);
}

static void
nsc_record_list_finalize (GObject *object)
{
  NscRecordList *self = NSC_RECORD_LIST (object);

  nsc_record_rows_unref (self->rows);
  g_clear_pointer (&self->leaving, nsc_record_rows_unref);
  g_clear_pointer (&self->scanned, g_atomic_rc_box_release);
  g_clear_error (&self->error);
  g_clear_pointer (&self->question, nsc_record_question_free);
  G_OBJECT_CLASS (nsc_record_list_parent_class)->finalize (object);
}

static void
nsc_record_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NscRecordList *self = NSC_RECORD_LIST (object);

  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, nsc_record_list_is_loading (self));
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, self->loaded);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsc_record_list_class_init (NscRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = nsc_record_list_dispose;
  object_class->finalize = nsc_record_list_finalize;
  object_class->get_property = nsc_record_list_get_property;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[ASKED] =
      g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REFRESHED] =
      g_signal_new ("refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SETTLED] =
      g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nsc_record_list_init (NscRecordList *self)
{
  self->rows = nsc_record_rows_new ();
}

NscRecordList *
nsc_record_list_new (NscProject *project, const NscTable *table, const char *language)
{
  NscRecordList *self;

  g_return_val_if_fail (NSC_IS_PROJECT (project), NULL);
  g_return_val_if_fail (table != NULL && language != NULL, NULL);

  self = g_object_new (NSC_TYPE_RECORD_LIST, NULL);
  self->project = g_object_ref (project);
  self->question = nsc_record_question_new (table, language);
  self->cache = nsc_record_cache_new (project, table, language);
  g_signal_connect_object (self->cache, "read", G_CALLBACK (records_read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "changed", G_CALLBACK (nsc_record_list_refresh), self, G_CONNECT_SWAPPED);
  ask_another (self);
  return self;
}

NscProject *
nsc_record_list_get_project (NscRecordList *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_LIST (self), NULL);
  return self->project;
}

const NscTable *
nsc_record_list_get_table (NscRecordList *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_LIST (self), NULL);
  return self->question->table;
}

const NscRecordQuestion *
nsc_record_list_get_question (NscRecordList *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_LIST (self), NULL);
  return self->question;
}

gboolean
nsc_record_list_is_loading (NscRecordList *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_LIST (self), FALSE);
  return self->cancellable != NULL || self->turn != 0;
}

gboolean
nsc_record_list_is_loaded (NscRecordList *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_LIST (self), FALSE);
  return self->loaded;
}

gboolean
nsc_record_list_is_busy (NscRecordList *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_LIST (self), FALSE);
  return nsc_record_list_is_loading (self) || nsc_record_cache_is_reading (self->cache);
}

double
nsc_record_list_get_progress (NscRecordList *self)
{
  guint all;

  g_return_val_if_fail (NSC_IS_RECORD_LIST (self), 1);

  all = nsc_record_list_count_all (self);
  if (self->cancellable == NULL)
    return 1;
  return all > 0 ? MIN ((double) g_atomic_int_get (self->scanned) / all, 1) : 0;
}

const GError *
nsc_record_list_get_error (NscRecordList *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_LIST (self), NULL);
  return self->error;
}

guint
nsc_record_list_count_all (NscRecordList *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_LIST (self), 0);
  return nsc_record_rows_get_n_all (self->rows);
}

gboolean
nsc_record_list_find (NscRecordList *self, gint64 row, guint *position)
{
  g_return_val_if_fail (NSC_IS_RECORD_LIST (self), FALSE);
  return nsc_record_rows_find_position (self->rows, row, position);
}

void
nsc_record_list_set_words (NscRecordList *self, const char *words)
{
  g_return_if_fail (NSC_IS_RECORD_LIST (self));
  if (nsc_record_question_set_words (self->question, words))
    ask_another (self);
}

void
nsc_record_list_set_sorts (NscRecordList *self, const NscRecordSort *sorts, guint n_sorts)
{
  g_return_if_fail (NSC_IS_RECORD_LIST (self));
  if (nsc_record_question_set_sorts (self->question, sorts, n_sorts))
    ask_another (self);
}

void
nsc_record_list_add_filter (NscRecordList *self, guint column, const char *value)
{
  g_return_if_fail (NSC_IS_RECORD_LIST (self));
  if (nsc_record_question_add_filter (self->question, column, value))
    ask_another (self);
}

void
nsc_record_list_remove_filter (NscRecordList *self, guint column, const char *value)
{
  g_return_if_fail (NSC_IS_RECORD_LIST (self));
  if (nsc_record_question_remove_filter (self->question, column, value))
    ask_another (self);
}

void
nsc_record_list_clear_filters (NscRecordList *self)
{
  g_return_if_fail (NSC_IS_RECORD_LIST (self));
  if (nsc_record_question_clear_filters (self->question))
    ask_another (self);
}

void
nsc_record_list_refresh (NscRecordList *self)
{
  g_return_if_fail (NSC_IS_RECORD_LIST (self));
  nsc_record_cache_refresh (self->cache);
  ask (self);
}
