/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-story.h"

#include "nsc-error.h"
#include "nsc-option-text.h"
#include "nsc-option-words.h"
#include "nsc-words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  NscStory *story;
  const char *language;
  GPtrArray *records; /* the story's steps */
} Load;

static void
step_free (gpointer data)
{
  NscStoryStep *self = data;

  g_free (self->id);
  g_clear_pointer (&self->options, g_hash_table_unref);
  g_free (self->title);
  g_free (self->words);
  g_free (self->note);
  g_free (self->trouble);
  g_free (self);
}

static NscOptions *
parse_record (const NscRecord *record, const NscReport **report, guint *column, GError **error)
{
  const NscTable *table = nsc_record_get_table (record);
  const char *name = nsc_record_get_by_name (record, "report");

  *report = nsc_report_find (name);
  *column = (guint) nsc_table_find_column (table, *report != NULL ? "options" : "report");
  if (*report != NULL)
    return nsc_option_text_parse (*report, nsc_record_get_by_name (record, "options"), error);
  g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT,
               _ ("This version of Normscape has no figure “%s”; choose another one, or update Normscape"), name);
  return NULL;
}

static const char *
get_note (const NscRecord *record, const char *language)
{
  const char *en = nsc_record_get_by_name (record, "note_en");
  const char *zh = nsc_record_get_by_name (record, "note_zh");
  gboolean is_chinese = g_str_has_prefix (language, "zh");

  if (*en == '\0' || *zh == '\0')
    return *en == '\0' ? zh : en;
  return is_chinese ? zh : en;
}

/* NULL where the project cannot be asked. */
static NscStoryStep *
step_new (NscReader *reader, const NscRecord *record, const char *language, GError **error)
{
  NscStoryStep *self = g_new0 (NscStoryStep, 1);
  g_autoptr (GError) trouble = NULL;
  guint column;

  self->id = g_strdup (nsc_record_get_id (record));
  self->options = parse_record (record, &self->report, &column, &trouble);
  self->reveal = nsc_reveal_kind_find (nsc_record_get_by_name (record, "reveal"));
  self->note = g_strdup (get_note (record, language));
  self->title = g_strdup (self->report != NULL ? nsc_words_get (language, self->report->title)
                                               : nsc_record_get_by_name (record, "report"));
  if (self->options == NULL)
    {
      self->trouble = g_strdup (trouble->message);
      self->words = g_strdup (nsc_record_get_by_name (record, "options"));
      return self;
    }
  nsc_options_set (self->options, "language", language);
  self->words = nsc_option_words (reader, self->report, self->options, language, error);
  if (self->words != NULL)
    return self;
  step_free (self);
  return NULL;
}

static gint64
get_position (const NscRecord *record)
{
  return g_ascii_strtoll (nsc_record_get_by_name (record, "position"), NULL, 10);
}

static int
by_position (gconstpointer a, gconstpointer b)
{
  gint64 x = get_position (a), y = get_position (b);

  return x < y ? -1 : x > y;
}

static gboolean
collect_cb (const NscRecord *record, gpointer data, GError **error)
{
  Load *load = data;

  if (g_str_equal (nsc_record_get_by_name (record, "story"), load->story->id))
    g_ptr_array_add (load->records, nsc_record_copy (record));
  return TRUE;
}

static gboolean
load_steps (Load *load, NscReader *reader, GError **error)
{
  if (!nsc_reader_scan_records (reader, nsc_table_find ("story_steps"), collect_cb, load, NULL, error))
    return FALSE;
  g_ptr_array_sort_values (load->records, by_position);
  for (guint i = 0; i < load->records->len; i++)
    {
      NscStoryStep *step = step_new (reader, g_ptr_array_index (load->records, i), load->language, error);

      if (step == NULL)
        return FALSE;
      g_ptr_array_add (load->story->steps, step);
    }
  return TRUE;
}

NscStory *
nsc_story_load (NscReader *reader, const char *id, const char *language, GError **error)
{
  const NscTable *table = nsc_table_find ("stories");
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_record_free);
  g_autoptr (NscStory) self = g_new0 (NscStory, 1);
  g_autoptr (NscRecord) record = NULL;
  Load load = { .story = self, .language = language, .records = records };
  gint64 row;

  g_return_val_if_fail (reader != NULL && id != NULL && language != NULL, NULL);

  self->steps = g_ptr_array_new_with_free_func (step_free);
  row = nsc_reader_find_id (reader, table, id, error);
  if (row == 0)
    g_set_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND, _ ("There is no story “%s” in the project; choose another one"),
                 id);
  if (row <= 0)
    return NULL;
  record = nsc_reader_get_record (reader, table, row, error);
  if (record == NULL)
    return NULL;
  self->id = g_strdup (id);
  self->title = g_strdup (nsc_record_get_name (record, language));
  return load_steps (&load, reader, error) ? g_steal_pointer (&self) : NULL;
}

void
nsc_story_free (NscStory *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_free (self->id);
  g_free (self->title);
  g_free (self);
}

gboolean
nsc_story_check_record (const NscRecord *record, guint *column, GError **error)
{
  g_autoptr (GHashTable) options = NULL;
  const NscReport *report;
  guint fault;

  if (!g_str_equal (nsc_record_get_table (record)->name, "story_steps"))
    return TRUE;
  options = parse_record (record, &report, &fault, error);
  if (options == NULL && column != NULL)
    *column = fault;
  return options != NULL;
}
