/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-evidence.h"

#include "nsc-code-words.h"

#include <glib/gi18n-lib.h>

struct _NscEvidence
{
  GObject parent_instance;

  NscRecord *record;
  char *title;
  char *details;
  char *source;
  char *confidence;
  gboolean doubtful;
};

G_DEFINE_FINAL_TYPE (NscEvidence, nsc_evidence, G_TYPE_OBJECT)

enum
{
  PROP_TITLE = 1,
  PROP_DETAILS,
  PROP_SOURCE,
  PROP_CONFIDENCE,
  PROP_DOUBTFUL,
  N_PROPERTIES,
};

/* What is needed to word the records of one mark. */
typedef struct
{
  GPtrArray *found;
  NscReader *reader;
  NscNames *names; /* of the table of the first record */
  const char *who;
  const char *omit;
  const char *language;
  GCancellable *cancellable;
} Collection;

/* ---- words, on the worker ---- */

/* "Role: Member · Joined: 2018-04-17", of the columns that neither title nor ground the record. */
static char *
word_details (Collection *collection, const NscRecord *record)
{
  static const char *const apart[] = { "id", "source", "confidence", NULL };
  const NscTable *table = nsc_record_get_table (record);
  GString *details = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const NscColumn *column = &table->columns[i];
      const char *value = nsc_record_get (record, i);
      g_autofree char *words = NULL;

      if (*value == '\0' || g_strv_contains (apart, column->name) || g_str_equal (column->name, collection->who) ||
          g_strcmp0 (column->name, collection->omit) == 0)
        continue;
      if (g_str_equal (column->name, "role"))
        words = nsc_code_words (collection->language, value);
      else
        words = g_strdup (nsc_names_get_cell (collection->names, record, i));
      if (details->len > 0)
        g_string_append (details, " · ");
      /* Translators: the name of a column and its value, "Joined: 2018-04-17". */
      g_string_append_printf (details, _ ("%1$s: %2$s"), _ (column->label), words);
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

static gboolean
add_record (const NscRecord *record, gpointer data, GError **error)
{
  Collection *collection = data;
  const NscTable *table = nsc_record_get_table (record);
  const char *confidence = nsc_record_get_by_name (record, "confidence");
  NscEvidence *self;
  int who = nsc_table_find_column (table, collection->who);

  if (collection->names == NULL)
    collection->names =
        nsc_names_load (collection->reader, table, collection->language, collection->cancellable, error);
  if (collection->names == NULL)
    return FALSE;

  self = g_object_new (NSC_TYPE_EVIDENCE, NULL);
  self->record = nsc_record_copy (record);
  self->title = g_strdup (who >= 0 ? nsc_names_get_cell (collection->names, record, (guint) who)
                                   : nsc_record_get_name (record, collection->language));
  self->details = word_details (collection, record);
  self->source = g_strdup (nsc_record_get_by_name (record, "source"));
  self->confidence = word_confidence (collection->language, confidence);
  self->doubtful = g_str_equal (confidence, "unverified");
  g_ptr_array_add (collection->found, self);
  return TRUE;
}

static int
by_title (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(NscEvidence *const *) a)->title, (*(NscEvidence *const *) b)->title);
}

/* ---- overrides ---- */

static void
nsc_evidence_finalize (GObject *object)
{
  NscEvidence *self = NSC_EVIDENCE (object);

  g_clear_pointer (&self->record, nsc_record_free);
  g_free (self->title);
  g_free (self->details);
  g_free (self->source);
  g_free (self->confidence);
  G_OBJECT_CLASS (nsc_evidence_parent_class)->finalize (object);
}

static void
nsc_evidence_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NscEvidence *self = NSC_EVIDENCE (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAILS:
      g_value_set_string (value, self->details);
      break;
    case PROP_SOURCE:
      g_value_set_string (value, self->source);
      break;
    case PROP_CONFIDENCE:
      g_value_set_string (value, self->confidence);
      break;
    case PROP_DOUBTFUL:
      g_value_set_boolean (value, self->doubtful);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsc_evidence_class_init (NscEvidenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamSpec *properties[N_PROPERTIES] = { NULL };

  object_class->finalize = nsc_evidence_finalize;
  object_class->get_property = nsc_evidence_get_property;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DETAILS] = g_param_spec_string ("details", NULL, NULL, NULL, flags);
  properties[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, flags);
  properties[PROP_CONFIDENCE] = g_param_spec_string ("confidence", NULL, NULL, NULL, flags);
  properties[PROP_DOUBTFUL] = g_param_spec_boolean ("doubtful", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
nsc_evidence_init (NscEvidence *self)
{
}

/* ---- public ---- */

GPtrArray *
nsc_evidence_collect (NscReader *reader,
                      NscResult *result,
                      gint64 key,
                      const char *who,
                      const char *omit,
                      const char *language,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  Collection collection = { found, reader, NULL, who, omit, language, cancellable };
  gboolean done = nsc_result_scan_evidence (result, reader, key, add_record, &collection, cancellable, error);

  g_clear_pointer (&collection.names, nsc_names_unref);
  if (!done)
    return NULL;
  g_ptr_array_sort (found, by_title);
  return g_steal_pointer (&found);
}

const NscRecord *
nsc_evidence_get_record (NscEvidence *self)
{
  g_return_val_if_fail (NSC_IS_EVIDENCE (self), NULL);
  return self->record;
}
