/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-column-values.h"

#include "nsc-column-reading.h"

#include "nsc-text.h"

#include <string.h>

/* More than a person looks through; of what there is beyond, nothing is told. */
#define MAX_VALUES 10000

#define YEAR_LENGTH 4

struct _NscColumnValues
{
  NscAnswerList parent_instance;
};

G_DEFINE_FINAL_TYPE (NscColumnValues, nsc_column_values, NSC_TYPE_ANSWER_LIST)

/* ---- the question, on a worker ---- */

typedef struct
{
  char *value;
  char *label;
  char *search;
  guint count;
} Entry;

typedef struct
{
  const NscTable *table;
  guint column;
  char *language;
  NscColumnReading *reading;
  GPtrArray *entries;  /* of Entry */
  GHashTable *numbers; /* value to its place among the entries and one */
} Question;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->value);
  g_free (entry->label);
  g_free (entry->search);
  g_free (entry);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  nsc_column_reading_free (question->reading);
  g_ptr_array_unref (question->entries);
  g_hash_table_unref (question->numbers);
  g_free (question->language);
  g_free (question);
}

static gboolean
is_date (const Question *question)
{
  return question->table->columns[question->column].kind == NSC_COLUMN_DATE;
}

/* The number of an entry and one, 0 where there are too many. */
static guint32
number_value (const NscColumnWords *words, gpointer data)
{
  Question *question = data;
  g_autofree char *value = is_date (question) ? g_strndup (words->value, YEAR_LENGTH) : g_strdup (words->value);
  gpointer found = g_hash_table_lookup (question->numbers, value);
  Entry *entry;

  if (found != NULL || question->entries->len == MAX_VALUES)
    return GPOINTER_TO_UINT (found);
  entry = g_new0 (Entry, 1);
  entry->label = g_strdup (*value == '\0' ? "—" : is_date (question) ? value : words->text);
  entry->search = g_strjoin ("\n", entry->label, words->other, value, NULL);
  entry->value = g_steal_pointer (&value);
  g_ptr_array_add (question->entries, entry);
  g_hash_table_insert (question->numbers, entry->value, GUINT_TO_POINTER (question->entries->len));
  return question->entries->len;
}

static gboolean
count_value (gint64 row, const NscRowCell *cells, gpointer data, GError **error)
{
  Question *question = data;
  guint32 number = nsc_column_reading_get (question->reading, &cells[0]);

  if (number > 0)
    ((Entry *) g_ptr_array_index (question->entries, number - 1))->count++;
  return TRUE;
}

/* What is not said comes last. */
static int
compare_entries (gconstpointer a, gconstpointer b, gpointer data)
{
  const Entry *one = *(Entry *const *) a, *other = *(Entry *const *) b;

  if (*one->value == '\0' || *other->value == '\0')
    return (*one->value == '\0') - (*other->value == '\0');
  if (is_date (data))
    return strcmp (one->value, other->value);
  if (one->count != other->count)
    return one->count > other->count ? -1 : 1;
  return g_utf8_collate (one->label, other->label);
}

static gpointer
read_values (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  if (!nsc_column_reading_prepare (question->reading, reader, cancellable, error) ||
      !nsc_reader_scan_rows (reader, question->table, &question->column, 1, count_value, question, cancellable, error))
    return NULL;
  g_ptr_array_sort_with_data (question->entries, compare_entries, question);
  for (guint i = 0; i < question->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (question->entries, i);
      g_autofree char *count = nsc_text_integer (question->language, entry->count);

      /* Of what is referred to, not all is. */
      if (entry->count > 0)
        g_ptr_array_add (choices, nsc_choice_new (entry->value, entry->label, count, entry->search));
    }
  return g_steal_pointer (&choices);
}

static void
nsc_column_values_class_init (NscColumnValuesClass *klass)
{
}

static void
nsc_column_values_init (NscColumnValues *self)
{
}

NscColumnValues *
nsc_column_values_new (NscProject *project, const NscTable *table, guint column, const char *language)
{
  NscColumnValues *self;
  Question *question;

  g_return_val_if_fail (NSC_IS_PROJECT (project), NULL);
  g_return_val_if_fail (column < table->n_columns, NULL);

  self = g_object_new (NSC_TYPE_COLUMN_VALUES, NULL);
  question = g_new0 (Question, 1);
  question->table = table;
  question->column = column;
  question->language = g_strdup (language);
  question->entries = g_ptr_array_new_with_free_func (entry_free);
  question->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  question->reading = nsc_column_reading_new (table, column, language, number_value, question);
  nsc_answer_list_ask (NSC_ANSWER_LIST (self), project, read_values, question, question_free);
  return self;
}

gboolean
nsc_column_values_are_shared (const NscTable *table, guint column)
{
  guint name = nsc_table_name_column (table);

  switch (table->columns[column].kind)
    {
    case NSC_COLUMN_REFERENCE:
    case NSC_COLUMN_CHOICE:
    case NSC_COLUMN_DATE:
      return TRUE;
    case NSC_COLUMN_TEXT:
      /* Where a table has names, the Chinese one stands right after the English. */
      return name == NSC_TABLE_ID_COLUMN || (column != name && column != name + 1);
    case NSC_COLUMN_ID:
    case NSC_COLUMN_INTEGER:
    case NSC_COLUMN_COLOUR:
    default:
      return FALSE;
    }
}
