/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-evidence-collection.h"

#include "nsc-code-words.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

typedef struct
{
  const NscTable *table;
  const char *heading; /* msgid */
  GPtrArray *evidence; /* of NscEvidence */
} Section;

struct _NscEvidenceCollection
{
  GObject parent_instance;

  GArray *sections; /* of Section, none without evidence */
  GPtrArray *facts; /* of NscFact */
};

/* What is needed to word records. */
typedef struct
{
  NscEvidenceCollection *self;
  gboolean context;  /* the records are told as such */
  GHashTable *seen;  /* "table row" of those told */
  GHashTable *names; /* "table id" to name or details of a record that others name */
  NscReader *reader;
  const char *language;
  GCancellable *cancellable;
} Collecting;

/* ---- list model ---- */

static const Section *
find_section (NscEvidenceCollection *self, guint position, guint *start)
{
  *start = 0;
  for (guint i = 0; i < self->sections->len; i++)
    {
      const Section *section = &g_array_index (self->sections, Section, i);

      if (position < *start + section->evidence->len)
        return section;
      *start += section->evidence->len;
    }
  return NULL;
}

static GType
nsc_evidence_collection_get_item_type (GListModel *model)
{
  return NSC_TYPE_EVIDENCE;
}

static guint
nsc_evidence_collection_get_n_items (GListModel *model)
{
  guint n;

  find_section (NSC_EVIDENCE_COLLECTION (model), G_MAXUINT, &n);
  return n;
}

static gpointer
nsc_evidence_collection_get_item (GListModel *model, guint position)
{
  guint start;
  const Section *section = find_section (NSC_EVIDENCE_COLLECTION (model), position, &start);

  return section != NULL ? g_object_ref (g_ptr_array_index (section->evidence, position - start)) : NULL;
}

static void
nsc_evidence_collection_get_section (GtkSectionModel *model, guint position, guint *out_start, guint *out_end)
{
  const Section *section = find_section (NSC_EVIDENCE_COLLECTION (model), position, out_start);

  *out_end = section != NULL ? *out_start + section->evidence->len : G_MAXUINT;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = nsc_evidence_collection_get_item_type;
  iface->get_n_items = nsc_evidence_collection_get_n_items;
  iface->get_item = nsc_evidence_collection_get_item;
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = nsc_evidence_collection_get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (NscEvidenceCollection,
                               nsc_evidence_collection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

/* ---- words, on the worker ---- */

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
      if (column->choices != NULL || g_strv_contains (coded, column->name))
        words = nsc_code_words (language, value);
      append_part (details, _ (column->label), words != NULL ? words : value);
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
look_up (Collecting *collecting, const NscTable *table, const char *id, gboolean details, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%s%s %s", details ? "+" : "", table->name, id);
  const char *known = g_hash_table_lookup (collecting->names, key);
  g_autoptr (NscRecord) record = NULL;
  gint64 row;
  char *words;

  if (known != NULL)
    return known;
  row = nsc_reader_find_id (collecting->reader, table, id, error);
  record = row > 0 ? nsc_reader_get_record (collecting->reader, table, row, error) : NULL;
  if (row < 0 || (row > 0 && record == NULL))
    return NULL;
  if (record == NULL)
    words = g_strdup (details ? "" : id);
  else
    words = details ? word_details (collecting->language, record)
                    : g_strdup (nsc_record_get_name (record, collecting->language));
  g_hash_table_insert (collecting->names, g_steal_pointer (&key), words);
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
add_doors (Collecting *collecting, const NscRecord *record, NscEvidenceParts *parts, GError **error)
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
      name = look_up (collecting, door->table, id, FALSE, error);
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
add_title (Collecting *collecting, const NscRecord *record, NscEvidenceParts *parts, GError **error)
{
  const NscTable *table = nsc_record_get_table (record);
  const char *subject = find_subject (table);
  const char *id = subject != NULL ? nsc_record_get_by_name (record, subject) : NULL;
  const NscTable *target =
      subject != NULL ? nsc_table_find (table->columns[nsc_table_find_column (table, subject)].target) : NULL;
  const char *title, *details;

  if (id == NULL)
    parts->title = g_strdup (nsc_record_get_name (record, collecting->language));
  else if (*id == '\0')
    parts->title = g_strdup (_ ("Document not named"));
  else
    {
      title = look_up (collecting, target, id, FALSE, error);
      if (title == NULL)
        return FALSE;
      parts->title = g_strdup (title);
    }
  parts->details = word_details (collecting->language, record);
  if (id == NULL || *id == '\0' || !g_str_equal (target->name, "documents"))
    return TRUE;
  details = look_up (collecting, target, id, TRUE, error);
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

/* ---- collecting ---- */

static Section *
get_section (Collecting *collecting, const NscTable *table)
{
  GArray *sections = collecting->self->sections;
  const char *heading = collecting->context ? N_ ("Documents of the Same Year") : table->title;
  Section section = { table, heading, NULL };

  for (guint i = 0; i < sections->len; i++)
    if (g_array_index (sections, Section, i).heading == heading)
      return &g_array_index (sections, Section, i);
  section.evidence = g_ptr_array_new_with_free_func (g_object_unref);
  g_array_append_val (sections, section);
  return &g_array_index (sections, Section, sections->len - 1);
}

static gboolean
add_record (const NscRecord *record, gpointer data, GError **error)
{
  Collecting *collecting = data;
  const NscTable *table = nsc_record_get_table (record);
  const char *confidence = nsc_record_get_by_name (record, "confidence");
  NscEvidenceParts parts = { 0 };
  g_autoptr (NscEvidence) evidence = NULL;
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (collecting->cancellable, error))
    return FALSE;
  /* One may stand behind several marks. */
  if (!g_hash_table_add (collecting->seen,
                         g_strdup_printf ("%s %" G_GINT64_FORMAT, table->name, nsc_record_get_row (record))))
    return TRUE;
  done = add_title (collecting, record, &parts, error) && add_doors (collecting, record, &parts, error);
  if (done)
    {
      parts.record = nsc_record_copy (record);
      parts.source = g_strdup (nsc_record_get_by_name (record, "source"));
      parts.confidence = word_confidence (collecting->language, confidence);
      parts.doubtful = g_str_equal (confidence, "unverified");
      parts.order = make_order (record, parts.title);
    }
  evidence = nsc_evidence_new (&parts);
  if (done)
    g_ptr_array_add (get_section (collecting, table)->evidence, g_steal_pointer (&evidence));
  return done;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (nsc_evidence_get_parts (*(NscEvidence *const *) a)->order,
                 nsc_evidence_get_parts (*(NscEvidence *const *) b)->order);
}

/* The number of that door of EVIDENCE, or NSC_EVIDENCE_MAX_DOORS. */
static guint
find_door (NscEvidence *evidence, const NscEvidenceDoor *door)
{
  const NscEvidenceParts *parts = nsc_evidence_get_parts (evidence);

  for (guint i = 0; i < parts->n_doors; i++)
    if (g_str_equal (parts->doors[i].label, door->label) && g_str_equal (parts->doors[i].id, door->id))
      return i;
  return NSC_EVIDENCE_MAX_DOORS;
}

/* What all records of a section name is said once, over them. */
static void
share_doors (GPtrArray *evidence)
{
  const NscEvidenceParts *first = nsc_evidence_get_parts (g_ptr_array_index (evidence, 0));

  for (guint door = 0; door < first->n_doors && evidence->len > 1; door++)
    {
      gboolean shared = TRUE;

      for (guint i = 1; i < evidence->len && shared; i++)
        shared = find_door (g_ptr_array_index (evidence, i), &first->doors[door]) < NSC_EVIDENCE_MAX_DOORS;
      for (guint i = evidence->len; shared && i > 0; i--)
        {
          NscEvidence *each = g_ptr_array_index (evidence, i - 1);

          nsc_evidence_share_door (each, find_door (each, &first->doors[door]));
        }
    }
}

static void
begin (Collecting *collecting, NscReader *reader, const char *language, GCancellable *cancellable)
{
  *collecting = (Collecting) {
    .self = g_object_new (NSC_TYPE_EVIDENCE_COLLECTION, NULL),
    .seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .reader = reader,
    .language = language,
    .cancellable = cancellable,
  };
}

static NscEvidenceCollection *
end (Collecting *collecting, gboolean done)
{
  g_autoptr (NscEvidenceCollection) self = collecting->self;

  g_hash_table_unref (collecting->seen);
  g_hash_table_unref (collecting->names);
  for (guint i = 0; i < self->sections->len; i++)
    {
      g_ptr_array_sort (g_array_index (self->sections, Section, i).evidence, compare);
      share_doors (g_array_index (self->sections, Section, i).evidence);
    }
  return done ? g_steal_pointer (&self) : NULL;
}

/* ---- overrides ---- */

static void
section_clear (gpointer data)
{
  g_ptr_array_unref (((Section *) data)->evidence);
}

static void
nsc_evidence_collection_finalize (GObject *object)
{
  NscEvidenceCollection *self = NSC_EVIDENCE_COLLECTION (object);

  g_array_unref (self->sections);
  g_ptr_array_unref (self->facts);
  G_OBJECT_CLASS (nsc_evidence_collection_parent_class)->finalize (object);
}

static void
nsc_evidence_collection_class_init (NscEvidenceCollectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsc_evidence_collection_finalize;
}

static void
nsc_evidence_collection_init (NscEvidenceCollection *self)
{
  self->sections = g_array_new (FALSE, FALSE, sizeof (Section));
  g_array_set_clear_func (self->sections, section_clear);
  self->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_fact_free);
}

/* ---- public ---- */

NscEvidenceCollection *
nsc_evidence_collection_new (NscReader *reader,
                             NscResult *result,
                             const gint64 *keys,
                             guint n_keys,
                             const char *language,
                             GCancellable *cancellable,
                             GError **error)
{
  Collecting collecting;
  gboolean done = TRUE;

  begin (&collecting, reader, language, cancellable);
  if (n_keys == 1)
    {
      g_ptr_array_unref (collecting.self->facts);
      collecting.self->facts = nsc_result_list_facts (result, keys[0]);
    }
  for (guint i = 0; i < n_keys && done; i++)
    done = nsc_result_scan_evidence (result, reader, keys[i], add_record, &collecting, cancellable, error);
  collecting.context = TRUE;
  for (guint i = 0; i < n_keys && done; i++)
    done = nsc_result_scan_context (result, reader, keys[i], add_record, &collecting, cancellable, error);
  return end (&collecting, done);
}

NscEvidenceCollection *
nsc_evidence_collection_new_of_source (NscReader *reader,
                                       const char *source,
                                       const char *confidence,
                                       const char *language,
                                       GCancellable *cancellable,
                                       GError **error)
{
  Collecting collecting;
  gboolean done = TRUE;

  begin (&collecting, reader, language, cancellable);
  for (const NscTable *const *table = nsc_table_list (); *table != NULL && done; table++)
    done = nsc_reader_scan_source (reader, *table, source, confidence, add_record, &collecting, cancellable, error);
  return end (&collecting, done);
}

GPtrArray *
nsc_evidence_collection_get_facts (NscEvidenceCollection *self)
{
  g_return_val_if_fail (NSC_IS_EVIDENCE_COLLECTION (self), NULL);
  return self->facts;
}

const char *
nsc_evidence_collection_get_heading (NscEvidenceCollection *self, guint position)
{
  const Section *section;
  guint start;

  g_return_val_if_fail (NSC_IS_EVIDENCE_COLLECTION (self), NULL);
  section = find_section (self, position, &start);
  return section != NULL ? _ (section->heading) : NULL;
}
