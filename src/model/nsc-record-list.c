/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-list.h"

#include "nsc-code-words.h"
#include "nsc-inquiry.h"

#include "nsc-text.h"

struct _NscRecordList
{
  GObject parent_instance;

  NscProject *project;
  const NscTable *table;
  char *language;
  GPtrArray *items;          /* of NscRecordItem, by row */
  GCancellable *cancellable; /* of the question under way, NULL: none */
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
  REFRESHED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* ---- the question, on a worker ---- */

typedef struct
{
  const NscTable *table;
  char *language;
} Question;

static Question *
question_new (const NscTable *table, const char *language)
{
  Question *question = g_new0 (Question, 1);

  question->table = table;
  question->language = g_strdup (language);
  return question;
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->language);
  g_free (question);
}

typedef struct
{
  const Question *question;
  GHashTable *names;         /* id to name, while a table of names is read */
  GHashTable **column_names; /* per column of a reference, id to name, else NULL */
  GPtrArray *items;
} Reading;

static gboolean
note_name (const NscRecord *record, gpointer data, GError **error)
{
  Reading *reading = data;

  g_hash_table_insert (reading->names, g_strdup (nsc_record_get_id (record)),
                       g_strdup (nsc_record_get_name (record, reading->question->language)));
  return TRUE;
}

/* Files write most codes in text columns, as their vocabulary is open: those that are known are read in words. */
static char *
dup_words_if_known (const char *language, const char *value)
{
  g_autofree char *words = nsc_code_words (language, value);
  g_autofree char *bare = nsc_text_from_code (value);

  return g_str_equal (words, bare) ? NULL : g_steal_pointer (&words);
}

static char *
dup_text (const Reading *reading, const NscRecord *record, guint index)
{
  const NscTable *table = reading->question->table;
  const NscColumn *column = &table->columns[index];
  const char *value = nsc_record_get (record, index);

  if (*value == '\0')
    return NULL;
  switch (column->kind)
    {
    case NSC_COLUMN_REFERENCE:
      return g_strdup (g_hash_table_lookup (reading->column_names[index], value));
    case NSC_COLUMN_CHOICE:
      return nsc_code_words (reading->question->language, value);
    case NSC_COLUMN_TEXT:
      /* A name is what it is, even where it looks like a code. */
      return index == nsc_table_name_column (table) ? NULL : dup_words_if_known (reading->question->language, value);
    case NSC_COLUMN_ID:
    case NSC_COLUMN_DATE:
    case NSC_COLUMN_INTEGER:
    case NSC_COLUMN_COLOUR:
    default:
      return NULL;
    }
}

static gboolean
note_record (const NscRecord *record, gpointer data, GError **error)
{
  Reading *reading = data;
  guint n = reading->question->table->n_columns;
  char **texts = g_new0 (char *, n);

  for (guint i = 0; i < n; i++)
    texts[i] = dup_text (reading, record, i);
  g_ptr_array_add (reading->items, nsc_record_item_new (nsc_record_copy (record), texts));
  return TRUE;
}

static gboolean
read_names (Reading *reading, NscReader *reader, GCancellable *cancellable, GError **error)
{
  const NscTable *table = reading->question->table;
  g_autoptr (GHashTable) by_table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const char *target = table->columns[i].target;

      if (target == NULL)
        continue;
      reading->names = g_hash_table_lookup (by_table, target);
      if (reading->names != NULL)
        {
          reading->column_names[i] = g_hash_table_ref (reading->names);
          continue;
        }
      reading->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      reading->column_names[i] = reading->names;
      g_hash_table_insert (by_table, (gpointer) target, reading->names);
      if (!nsc_reader_scan_records (reader, nsc_table_find (target), note_name, reading, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gpointer
read_items (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  Reading reading = {
    .question = question,
    .items = items,
    .column_names = g_new0 (GHashTable *, question->table->n_columns),
  };
  gboolean ok = read_names (&reading, reader, cancellable, error) &&
                nsc_reader_scan_records (reader, question->table, note_record, &reading, cancellable, error);

  for (guint i = 0; i < question->table->n_columns; i++)
    g_clear_pointer (&reading.column_names[i], g_hash_table_unref);
  g_free (reading.column_names);
  return ok ? g_steal_pointer (&items) : NULL;
}

/* ---- the answer ---- */

static gpointer
free_items (gpointer items)
{
  g_ptr_array_unref (items);
  return NULL;
}

/* Puts the items of rows that were there before in place of those of the ANSWER, and gives those that have other values
 * now. Both are in the order of rows. */
static GHashTable *
keep_items (NscRecordList *self, GPtrArray *answer)
{
  GHashTable *changed = g_hash_table_new (NULL, NULL);
  GPtrArray *spare = g_ptr_array_new_with_free_func (g_object_unref);
  guint before = 0;

  for (guint i = 0; i < answer->len; i++)
    {
      NscRecordItem *item = g_ptr_array_index (answer, i);
      NscRecordItem *kept = NULL;

      while (before < self->items->len &&
             nsc_record_item_get_row (g_ptr_array_index (self->items, before)) < nsc_record_item_get_row (item))
        before++;
      if (before < self->items->len)
        kept = g_ptr_array_index (self->items, before);
      if (kept == NULL || nsc_record_item_get_row (kept) != nsc_record_item_get_row (item))
        continue;
      if (!nsc_record_item_equal (kept, item))
        {
          nsc_record_item_replace (kept, item);
          g_hash_table_add (changed, kept);
        }
      g_ptr_array_add (spare, item);
      answer->pdata[i] = g_object_ref (kept);
    }
  /* To free many takes longer than a frame. */
  g_thread_unref (g_thread_new ("nsc-spare-items", free_items, spare));
  return changed;
}

static gboolean
stays (GPtrArray *before, guint i, GPtrArray *after, guint j, GHashTable *changed)
{
  gpointer item = g_ptr_array_index (after, j);

  return g_ptr_array_index (before, i) == item && !g_hash_table_contains (changed, item);
}

static void
take_answer (NscRecordList *self, GPtrArray *answer)
{
  g_autoptr (GPtrArray) before = self->items;
  g_autoptr (GHashTable) changed = keep_items (self, answer);
  guint start = 0, end = 0, least = MIN (before->len, answer->len);

  while (start < least && stays (before, start, answer, start, changed))
    start++;
  while (end < least - start && stays (before, before->len - 1 - end, answer, answer->len - 1 - end, changed))
    end++;

  self->items = g_ptr_array_ref (answer);
  if (before->len - end > start || answer->len - end > start)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end, answer->len - start - end);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscRecordList) self = g_weak_ref_get (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answer = nsc_inquiry_finish (result, &error);

  g_weak_ref_clear (user_data);
  g_free (user_data);
  /* A newer question is under way, or nobody looks any more. */
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  if (answer != NULL)
    {
      take_answer (self, answer);
      self->loaded = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
  g_signal_emit (self, signals[REFRESHED], 0);
}

/* ---- list model ---- */

static GType
nsc_record_list_get_item_type (GListModel *model)
{
  return NSC_TYPE_RECORD_ITEM;
}

static guint
nsc_record_list_get_n_items (GListModel *model)
{
  return NSC_RECORD_LIST (model)->items->len;
}

static gpointer
nsc_record_list_get_item (GListModel *model, guint position)
{
  NscRecordList *self = NSC_RECORD_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
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

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (nsc_record_list_parent_class)->dispose (object);
}

static void
nsc_record_list_finalize (GObject *object)
{
  NscRecordList *self = NSC_RECORD_LIST (object);

  g_ptr_array_unref (self->items);
  g_clear_error (&self->error);
  g_free (self->language);
  G_OBJECT_CLASS (nsc_record_list_parent_class)->finalize (object);
}

static void
nsc_record_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NscRecordList *self = NSC_RECORD_LIST (object);

  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->cancellable != NULL);
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

  signals[REFRESHED] =
      g_signal_new ("refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nsc_record_list_init (NscRecordList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

NscRecordList *
nsc_record_list_new (NscProject *project, const NscTable *table, const char *language)
{
  NscRecordList *self;

  g_return_val_if_fail (NSC_IS_PROJECT (project), NULL);
  g_return_val_if_fail (table != NULL && language != NULL, NULL);

  self = g_object_new (NSC_TYPE_RECORD_LIST, NULL);
  self->project = g_object_ref (project);
  self->table = table;
  self->language = g_strdup (language);
  g_signal_connect_object (project, "changed", G_CALLBACK (nsc_record_list_refresh), self, G_CONNECT_SWAPPED);
  nsc_record_list_refresh (self);
  return self;
}

const NscTable *
nsc_record_list_get_table (NscRecordList *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_LIST (self), NULL);
  return self->table;
}

gboolean
nsc_record_list_is_loading (NscRecordList *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_LIST (self), FALSE);
  return self->cancellable != NULL;
}

gboolean
nsc_record_list_is_loaded (NscRecordList *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_LIST (self), FALSE);
  return self->loaded;
}

const GError *
nsc_record_list_get_error (NscRecordList *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_LIST (self), NULL);
  return self->error;
}

NscRecordItem *
nsc_record_list_find (NscRecordList *self, gint64 row)
{
  guint start = 0, end;

  g_return_val_if_fail (NSC_IS_RECORD_LIST (self), NULL);

  end = self->items->len;
  while (start < end)
    {
      guint middle = start + (end - start) / 2;
      NscRecordItem *item = g_ptr_array_index (self->items, middle);

      if (nsc_record_item_get_row (item) == row)
        return item;
      if (nsc_record_item_get_row (item) < row)
        start = middle + 1;
      else
        end = middle;
    }
  return NULL;
}

void
nsc_record_list_refresh (NscRecordList *self)
{
  GWeakRef *weak;

  g_return_if_fail (NSC_IS_RECORD_LIST (self));

  /* Who lets go of the list while it asks no longer wants the answer. */
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  nsc_inquiry_start (self->project, read_items, question_new (self->table, self->language), question_free,
                     (GDestroyNotify) g_ptr_array_unref, self->cancellable, answered_cb, weak);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}
