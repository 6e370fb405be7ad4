/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-evidence-collection.h"

#include "nsc-evidence-words.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

/* Records that can be ordered are worded; of more only the rows are kept, and each is worded when somebody looks at it.
 * A million of them takes eight megabytes, and no time to be shown. */

typedef struct
{
  const NscTable *table;
  const char *heading; /* msgid */
  GArray *rows;
  GPtrArray *evidence; /* of NscEvidence, as many; none where the rows must do */
} Section;

struct _NscEvidenceCollection
{
  GObject parent_instance;

  GArray *sections; /* of Section, none without evidence */
  GPtrArray *facts; /* of NscFact */
};

/* What is needed to collect records. */
typedef struct
{
  NscEvidenceCollection *self;
  NscEvidenceWords *words;
  gboolean context; /* the records are told as such */
  GHashTable *seen; /* by table: the set of the rows that were told */
  guint n_seen;
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

      if (position < *start + section->rows->len)
        return section;
      *start += section->rows->len;
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

  if (section == NULL)
    return NULL;
  if (section->evidence->len > 0)
    return g_object_ref (g_ptr_array_index (section->evidence, position - start));
  return nsc_evidence_new (section->table, g_array_index (section->rows, gint64, position - start));
}

static void
nsc_evidence_collection_get_section (GtkSectionModel *model, guint position, guint *out_start, guint *out_end)
{
  const Section *section = find_section (NSC_EVIDENCE_COLLECTION (model), position, out_start);

  *out_end = section != NULL ? *out_start + section->rows->len : G_MAXUINT;
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

/* ---- collecting ---- */

static Section *
get_section (Collecting *collecting, const NscTable *table)
{
  GArray *sections = collecting->self->sections;
  const char *heading = collecting->context ? N_ ("Documents of the Same Year") : table->title;
  Section section = { table, heading, NULL, NULL };

  for (guint i = 0; i < sections->len; i++)
    if (g_array_index (sections, Section, i).heading == heading)
      return &g_array_index (sections, Section, i);
  section.rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  section.evidence = g_ptr_array_new_with_free_func (g_object_unref);
  g_array_append_val (sections, section);
  return &g_array_index (sections, Section, sections->len - 1);
}

/* FALSE where it was seen before: one may stand behind several marks. */
static gboolean
see (Collecting *collecting, const NscTable *table, gint64 row)
{
  GHashTable *rows = g_hash_table_lookup (collecting->seen, table);

  if (rows == NULL)
    {
      rows = g_hash_table_new (g_direct_hash, g_direct_equal);
      g_hash_table_insert (collecting->seen, (gpointer) table, rows);
    }
  return g_hash_table_add (rows, GSIZE_TO_POINTER ((gsize) row));
}

static void
forget_words (NscEvidenceCollection *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    g_ptr_array_set_size (g_array_index (self->sections, Section, i).evidence, 0);
}

static gboolean
add_record (const NscRecord *record, gpointer data, GError **error)
{
  Collecting *collecting = data;
  const NscTable *table = nsc_record_get_table (record);
  gint64 row = nsc_record_get_row (record);
  NscEvidence *evidence;
  NscEvidenceParts parts;
  Section *section;

  if (g_cancellable_set_error_if_cancelled (collecting->cancellable, error))
    return FALSE;
  if (!see (collecting, table, row))
    return TRUE;
  section = get_section (collecting, table);
  g_array_append_val (section->rows, row);
  if (++collecting->n_seen > NSC_EVIDENCE_MOST_ORDERED)
    {
      if (collecting->n_seen == NSC_EVIDENCE_MOST_ORDERED + 1)
        forget_words (collecting->self);
      return TRUE;
    }
  if (!nsc_evidence_words_tell (collecting->words, record, &parts, error))
    return FALSE;
  evidence = nsc_evidence_new (table, row);
  nsc_evidence_take_parts (evidence, &parts);
  g_ptr_array_add (section->evidence, evidence);
  return TRUE;
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
  const NscEvidenceParts *first;

  if (evidence->len == 0)
    return;
  first = nsc_evidence_get_parts (g_ptr_array_index (evidence, 0));
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
    .words = nsc_evidence_words_new (reader, language),
    .seen = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, (GDestroyNotify) g_hash_table_unref),
    .cancellable = cancellable,
  };
}

static NscEvidenceCollection *
end (Collecting *collecting, gboolean done)
{
  g_autoptr (NscEvidenceCollection) self = collecting->self;

  g_hash_table_unref (collecting->seen);
  nsc_evidence_words_free (collecting->words);
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
  Section *section = data;

  g_array_unref (section->rows);
  g_ptr_array_unref (section->evidence);
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

gboolean
nsc_evidence_collection_is_ordered (NscEvidenceCollection *self)
{
  g_return_val_if_fail (NSC_IS_EVIDENCE_COLLECTION (self), FALSE);
  return g_list_model_get_n_items (G_LIST_MODEL (self)) <= NSC_EVIDENCE_MOST_ORDERED;
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
