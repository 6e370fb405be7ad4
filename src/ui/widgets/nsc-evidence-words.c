/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-evidence-words.h"

#include "nsc-code-words.h"
#include "nsc-column-reading.h"

#include <glib/gi18n-lib.h>

struct _NscEvidenceWords
{
  GHashTable *names; /* "table id" to name or details of a record that others name */
  NscReader *reader;
  const char *language;
};

static void
append_part (GString *details, const char *label, const char *value)
{
  if (details->len > 0)
    g_string_append (details, " · ");
  /* Translators: the name of a column and its value, "Joined: 2018-04-17". */
  g_string_append_printf (details, _ ("%1$s: %2$s"), label, value);
}

/* "Role: Member · Joined: 2018-04-17": the columns of RECORD that neither name nor ground it nor name others. */
static char *
word_details (const char *language, const NscRecord *record)
{
  static const char *const apart[] = { "id", "code", "source", "confidence", "colour", NULL };
  /* Whatever is written there is a code, known or not. */
  static const char *const coded[] = { "role", "kind", "category", "region", "subregion", "un_group", NULL };
  const NscTable *table = nsc_record_get_table (record);
  GString *details = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const NscColumn *column = &table->columns[i];
      const char *value = nsc_record_get (record, i);
      g_autofree char *words = NULL;

      if (*value == '\0' || column->target != NULL || g_strv_contains (apart, column->name) ||
          i == nsc_table_name_column (table) || g_str_has_suffix (column->name, "_zh"))
        continue;
      if (g_strv_contains (coded, column->name))
        words = nsc_code_words (language, value);
      else
        words = nsc_column_reading_dup_text (table, i, language, value);
      append_part (details, _ (column->label), words);
    }
  return g_string_free (details, FALSE);
}

/* "Confidence: Secondary": the word alone would not say of what. */
static char *
word_confidence (const char *language, const char *confidence)
{
  g_autofree char *words = nsc_code_words (language, *confidence != '\0' ? confidence : "unstated");

  return g_strdup_printf (_ ("%1$s: %2$s"), _ ("Confidence"), words);
}

/* What the record of TABLE with ID, which another one names, is called, and with DETAILS also what it says. Each is
 * read once. NULL and an error where it cannot be read. */
static const char *
look_up (NscEvidenceWords *self, const NscTable *table, const char *id, gboolean details, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%s%s %s", details ? "+" : "", table->name, id);
  const char *known = g_hash_table_lookup (self->names, key);
  g_autoptr (NscRecord) record = NULL;
  gint64 row;
  char *words;

  if (known != NULL)
    return known;
  row = nsc_reader_find_id (self->reader, table, id, error);
  record = row > 0 ? nsc_reader_get_record (self->reader, table, row, error) : NULL;
  if (row < 0 || (row > 0 && record == NULL))
    return NULL;
  if (record == NULL)
    words = g_strdup (details ? "" : id);
  else
    words = details ? word_details (self->language, record) : g_strdup (nsc_record_get_name (record, self->language));
  g_hash_table_insert (self->names, g_steal_pointer (&key), words);
  return words;
}

/* The record that one of a table without names is about. */
static const char *
find_subject (const NscTable *table)
{
  static const struct
  {
    const char *table;
    const char *column;
  } subjects[] = { { "signatories", "actor" }, { "mentions", "document" }, { "totals", "initiative" } };

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_str_equal (table->name, subjects[i].table))
      return subjects[i].column;
  return NULL;
}

static gboolean
add_doors (NscEvidenceWords *self, const NscRecord *record, NscEvidenceParts *parts, GError **error)
{
  const NscTable *table = nsc_record_get_table (record);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const NscColumn *column = &table->columns[i];
      const char *id = nsc_record_get (record, i);
      NscEvidenceDoor *door = &parts->doors[parts->n_doors];
      const char *name;

      if (column->target == NULL || *id == '\0' || parts->n_doors == NSC_EVIDENCE_MAX_DOORS)
        continue;
      door->table = nsc_table_find (column->target);
      name = look_up (self, door->table, id, FALSE, error);
      if (name == NULL)
        return FALSE;
      door->id = g_strdup (id);
      door->label = g_strdup_printf (_ ("%1$s: %2$s"), _ (column->label), name);
      parts->n_doors++;
    }
  return TRUE;
}

/* The title, and for a mention also what its document says. */
static gboolean
add_title (NscEvidenceWords *self, const NscRecord *record, NscEvidenceParts *parts, GError **error)
{
  const NscTable *table = nsc_record_get_table (record);
  const char *subject = find_subject (table);
  const char *id = subject != NULL ? nsc_record_get_by_name (record, subject) : NULL;
  const NscTable *target =
      subject != NULL ? nsc_table_find (table->columns[nsc_table_find_column (table, subject)].target) : NULL;
  const char *title, *details;

  if (id == NULL)
    parts->title = g_strdup (nsc_record_get_name (record, self->language));
  else if (*id == '\0')
    parts->title = g_strdup (_ ("Document not named"));
  else
    {
      title = look_up (self, target, id, FALSE, error);
      if (title == NULL)
        return FALSE;
      parts->title = g_strdup (title);
    }
  parts->details = word_details (self->language, record);
  if (id == NULL || *id == '\0' || !g_str_equal (target->name, "documents"))
    return TRUE;
  details = look_up (self, target, id, TRUE, error);
  if (details != NULL && *details != '\0')
    {
      g_autofree char *of_mention = g_steal_pointer (&parts->details);
      /* Translators: what the document of a mention says, "Document – Date: 2015-07-22 · Symbol: A/70/174". */
      g_autofree char *of_document = g_strdup_printf (_ ("Document – %s"), details);

      parts->details = g_strconcat (of_mention, *of_mention != '\0' ? "\n" : "", of_document, NULL);
    }
  return details != NULL;
}

/* By date where there is one, then by title. */
static char *
make_order (const NscRecord *record, const char *title)
{
  static const char *const dates[] = { "date", "as_of" };
  g_autofree char *key = g_utf8_collate_key (title, -1);
  const char *date = "";

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (nsc_table_find_column (nsc_record_get_table (record), dates[i]) >= 0)
      date = nsc_record_get_by_name (record, dates[i]);
  return g_strconcat (date, " ", key, NULL);
}

NscEvidenceWords *
nsc_evidence_words_new (NscReader *reader, const char *language)
{
  NscEvidenceWords *self = g_new0 (NscEvidenceWords, 1);

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->reader = reader;
  self->language = language;
  return self;
}

void
nsc_evidence_words_free (NscEvidenceWords *self)
{
  g_hash_table_unref (self->names);
  g_free (self);
}

gboolean
nsc_evidence_words_tell (NscEvidenceWords *self, const NscRecord *record, NscEvidenceParts *parts, GError **error)
{
  const char *confidence = nsc_record_get_by_name (record, "confidence");

  *parts = (NscEvidenceParts) { 0 };
  if (!add_title (self, record, parts, error) || !add_doors (self, record, parts, error))
    {
      nsc_evidence_parts_clear (parts);
      return FALSE;
    }
  parts->record = nsc_record_copy (record);
  parts->source = g_strdup (nsc_record_get_by_name (record, "source"));
  parts->confidence = word_confidence (self->language, confidence);
  parts->doubtful = g_str_equal (confidence, "unverified");
  parts->order = make_order (record, parts->title);
  return TRUE;
}
