/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-publishers.h"

#include "nsc-error.h"
#include "nsc-text.h"
#include "nsc-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *ids;
  char *key;
  char *name;
  char *full_name;
  char *kind;
} Publisher;

struct _NscPublishers
{
  char *language;
  GPtrArray *publishers; /* of Publisher */
  NscRowIndex index;
};

static void
publisher_free (gpointer data)
{
  Publisher *publisher = data;

  g_free (publisher->ids);
  g_free (publisher->key);
  g_free (publisher->name);
  g_free (publisher->full_name);
  g_free (publisher->kind);
  g_free (publisher);
}

static char *
join_names (const char *language, GPtrArray *names)
{
  g_autoptr (GPtrArray) start = NULL;
  g_autofree char *list = NULL;

  if (names->len == 1)
    return g_strdup (g_ptr_array_index (names, 0));
  start = g_ptr_array_new_null_terminated (names->len, NULL, TRUE);
  for (guint i = 0; i + 1 < names->len; i++)
    g_ptr_array_add (start, g_ptr_array_index (names, i));
  list = nsc_text_join (language, (const char *const *) start->pdata);
  /* Translators: the end of a list of names: the last one, and those before. */
  return g_strdup_printf (nsc_words_get (language, "%1$s and %2$s"), list,
                          (const char *) g_ptr_array_index (names, names->len - 1));
}

static gint64
find_actor (
    NscPublishers *self, NscReader *reader, const char *option, const char *text, const char *id, GError **error)
{
  gint64 row;

  if (*id == '\0')
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE,
                   _ ("--%1$s=%2$s: an id is empty; give ids of actors, joined by commas"), option, text);
      return -1;
    }
  row = nsc_reader_find_id (reader, nsc_table_find ("actors"), id, error);
  if (row == 0)
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND,
                   _ ("--%1$s=%2$s: the project has no actor “%3$s”; “list PROJECT actors” shows their ids"), option,
                   text, id);
      return -1;
    }
  if (row > 0 && nsc_row_index_find (&self->index, row) != NSC_ROW_INDEX_NONE)
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE,
                   _ ("--%1$s=%2$s: “%3$s” is asked for twice; name each actor once, in one publisher"), option, text,
                   id);
      return -1;
    }
  return row;
}

static gboolean
add_actor (NscPublishers *self,
           NscReader *reader,
           gint64 row,
           Publisher *publisher,
           GPtrArray *names,
           GPtrArray *full_names,
           GError **error)
{
  g_autoptr (NscRecord) record = nsc_reader_get_record (reader, nsc_table_find ("actors"), row, error);
  const char *kind, *name;

  if (record == NULL)
    return FALSE;
  kind = nsc_record_get_by_name (record, "kind");
  name = nsc_record_get_name (record, self->language);
  if (publisher->kind == NULL)
    publisher->kind = g_strdup (kind);
  else if (!g_str_equal (publisher->kind, kind))
    *publisher->kind = '\0';
  g_ptr_array_add (names, nsc_text_without_brackets (name));
  g_ptr_array_add (full_names, g_strdup (name));
  nsc_row_index_set (&self->index, row, self->publishers->len);
  return TRUE;
}

static int
compare_texts (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Whether without brackets the name is also that of another publisher. */
static gboolean
is_ambiguous (const NscPublishers *self, guint publisher)
{
  const Publisher *own = g_ptr_array_index (self->publishers, publisher);

  for (guint i = 0; i < self->publishers->len; i++)
    if (i != publisher && g_str_equal (((const Publisher *) g_ptr_array_index (self->publishers, i))->name, own->name))
      return TRUE;
  return FALSE;
}

NscPublishers *
nsc_publishers_new (const char *language)
{
  NscPublishers *self = g_new0 (NscPublishers, 1);

  self->language = g_strdup (language);
  self->publishers = g_ptr_array_new_with_free_func (publisher_free);
  return self;
}

void
nsc_publishers_free (NscPublishers *self)
{
  if (self == NULL)
    return;
  g_free (self->language);
  g_ptr_array_unref (self->publishers);
  nsc_row_index_clear (&self->index);
  g_free (self);
}

gboolean
nsc_publishers_add (NscPublishers *self, NscReader *reader, const char *option, const char *text, GError **error)
{
  g_auto (GStrv) ids = g_strsplit (*text != '\0' ? text : ",", ",", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) full_names = g_ptr_array_new_with_free_func (g_free);
  Publisher *publisher = g_new0 (Publisher, 1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      gint64 row = find_actor (self, reader, option, text, g_strstrip (ids[i]), error);

      if (row < 0 || !add_actor (self, reader, row, publisher, names, full_names, error))
        {
          publisher_free (publisher);
          return FALSE;
        }
    }
  publisher->ids = g_strjoinv (",", ids);
  publisher->name = join_names (self->language, names);
  publisher->full_name = join_names (self->language, full_names);
  qsort (ids, g_strv_length (ids), sizeof *ids, compare_texts);
  publisher->key = g_strjoinv (",", ids);
  g_ptr_array_add (self->publishers, publisher);
  return TRUE;
}

guint
nsc_publishers_get_n (const NscPublishers *self)
{
  return self->publishers->len;
}

const char *
nsc_publishers_get_ids (const NscPublishers *self, guint publisher)
{
  return ((const Publisher *) g_ptr_array_index (self->publishers, publisher))->ids;
}

const char *
nsc_publishers_get_key (const NscPublishers *self, guint publisher)
{
  return ((const Publisher *) g_ptr_array_index (self->publishers, publisher))->key;
}

const char *
nsc_publishers_get_name (const NscPublishers *self, guint publisher)
{
  const Publisher *own = g_ptr_array_index (self->publishers, publisher);

  return is_ambiguous (self, publisher) ? own->full_name : own->name;
}

const char *
nsc_publishers_get_kind (const NscPublishers *self, guint publisher)
{
  return ((const Publisher *) g_ptr_array_index (self->publishers, publisher))->kind;
}

const NscRowIndex *
nsc_publishers_get_index (const NscPublishers *self)
{
  return &self->index;
}
