/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-choice-list.h"

#include "nsc-code-words.h"

#include <string.h>

struct _NscChoiceList
{
  NscAnswerList parent_instance;
};

G_DEFINE_FINAL_TYPE (NscChoiceList, nsc_choice_list, NSC_TYPE_ANSWER_LIST)

/* ---- the question, on a worker ---- */

typedef struct
{
  const NscTable *target;
  char *language;
  GPtrArray *choices;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->language);
  g_ptr_array_unref (question->choices);
  g_free (question);
}

/* A record is looked for by any of its names and by its id. */
static gboolean
note_choice (const NscRecord *record, gpointer data, GError **error)
{
  Question *question = data;
  const char *id = nsc_record_get_id (record);
  const char *name = nsc_record_get_name (record, question->language);
  g_autofree char *search =
      g_strjoin ("\n", name, nsc_record_get_name (record, "en"), nsc_record_get_name (record, "zh_CN"), id, NULL);

  g_ptr_array_add (question->choices, nsc_choice_new (id, name, g_str_equal (id, name) ? "" : id, search));
  return TRUE;
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (nsc_choice_get_label (*(NscChoice *const *) a),
                         nsc_choice_get_label (*(NscChoice *const *) b));
}

static gpointer
read_choices (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;

  if (!nsc_reader_scan_records (reader, question->target, note_choice, question, cancellable, error))
    return NULL;
  g_ptr_array_sort (question->choices, compare_labels);
  return g_ptr_array_ref (question->choices);
}

static void
ask (NscChoiceList *self, NscProject *project, const char *target, const char *language)
{
  Question *question = g_new0 (Question, 1);

  question->target = nsc_table_find (target);
  question->language = g_strdup (language);
  question->choices = g_ptr_array_new_with_free_func (g_object_unref);
  nsc_answer_list_ask (NSC_ANSWER_LIST (self), project, read_choices, question, question_free);
}

/* ---- overrides ---- */

static gpointer
copy_ref (gconstpointer item, gpointer data)
{
  return g_object_ref ((gpointer) item);
}

/* The blank stays first. */
static GPtrArray *
nsc_choice_list_take (NscAnswerList *list, GPtrArray *answer)
{
  GPtrArray *items = g_ptr_array_copy (nsc_answer_list_get_items (list), copy_ref, NULL);

  g_ptr_array_set_free_func (items, g_object_unref);
  g_ptr_array_extend_and_steal (items, g_ptr_array_ref (answer));
  return items;
}

static void
nsc_choice_list_class_init (NscChoiceListClass *klass)
{
  NSC_ANSWER_LIST_CLASS (klass)->take = nsc_choice_list_take;
}

static void
nsc_choice_list_init (NscChoiceList *self)
{
}

NscChoiceList *
nsc_choice_list_new (NscProject *project, const NscColumn *column, const char *language)
{
  NscChoiceList *self;
  GPtrArray *items;

  g_return_val_if_fail (column != NULL && (column->choices != NULL || column->target != NULL), NULL);

  self = g_object_new (NSC_TYPE_CHOICE_LIST, NULL);
  items = g_ptr_array_new_with_free_func (g_object_unref);
  /* Where a blank is stored as one of the codes, there is no blank to choose. Its letters are not empty: GTK's filter
   * of words loses memory for those that are. */
  if (column->blank == NULL)
    g_ptr_array_add (items, nsc_choice_new ("", "—", "", "—"));
  for (guint i = 0; column->choices != NULL && column->choices[i] != NULL; i++)
    {
      g_autofree char *words = nsc_code_words (language, column->choices[i]);

      g_ptr_array_add (items, nsc_choice_new (column->choices[i], words, "", words));
    }
  nsc_answer_list_fill (NSC_ANSWER_LIST (self), items, column->choices != NULL);
  if (column->choices == NULL)
    ask (self, project, column->target, language);
  return self;
}

guint
nsc_choice_list_find (NscChoiceList *self, const char *value)
{
  GPtrArray *items;

  g_return_val_if_fail (NSC_IS_CHOICE_LIST (self), G_MAXUINT);

  items = nsc_answer_list_get_items (NSC_ANSWER_LIST (self));
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (nsc_choice_get_value (g_ptr_array_index (items, i)), value))
      return i;
  return G_MAXUINT;
}
