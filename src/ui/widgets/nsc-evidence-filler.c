/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-evidence-filler.h"

#include "nsc-evidence-row.h"
#include "nsc-evidence-words.h"
#include "nsc-inquiry.h"
#include "nsc-row-turns.h"

#define N_READ_AT_ONCE 64

struct _NscEvidenceFiller
{
  GObject parent_instance;

  NscProject *project;
  const char *language;
  NscRowTurns *turns;
  GPtrArray *reading; /* of NscEvidence, NULL: none */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (NscEvidenceFiller, nsc_evidence_filler, G_TYPE_OBJECT)

/* ---- reading, on the worker ---- */

typedef struct
{
  const NscTable *table;
  gint64 row;
} Place;

typedef struct
{
  GArray *places; /* of Place */
  const char *language;
} Question;

typedef struct
{
  NscEvidenceWords *words;
  GArray *parts; /* of NscEvidenceParts */
} Answering;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_array_unref (question->places);
  g_free (question);
}

static gboolean
word_record (const NscRecord *record, gpointer data, GError **error)
{
  Answering *answering = data;
  NscEvidenceParts parts;

  if (!nsc_evidence_words_tell (answering->words, record, &parts, error))
    return FALSE;
  g_array_append_val (answering->parts, parts);
  return TRUE;
}

static gpointer
read_places (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  g_autoptr (NscEvidenceWords) words = nsc_evidence_words_new (reader, question->language);
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (NscEvidenceParts));
  Answering answering = { words, parts };

  g_array_set_clear_func (parts, (GDestroyNotify) nsc_evidence_parts_clear);
  for (guint i = 0; i < question->places->len; i++)
    {
      const Place *place = &g_array_index (question->places, Place, i);

      /* One that has been deleted meanwhile has no words; the list is asked for anew soon. */
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (!nsc_reader_tell_record (reader, place->table, place->row, word_record, &answering, NULL))
        g_array_set_size (parts, i + 1);
    }
  return g_steal_pointer (&parts);
}

static void
take_parts (gpointer owner, gpointer answer, const GError *error)
{
  NscEvidenceFiller *self = owner;
  g_autoptr (GArray) parts = answer;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    nsc_evidence_take_parts (g_ptr_array_index (self->reading, i), &g_array_index (parts, NscEvidenceParts, i));
  g_clear_pointer (&self->reading, g_ptr_array_unref);
  if (parts != NULL)
    nsc_row_turns_expect (self->turns);
}

static void
read_missing (GPtrArray *unknown, gpointer data)
{
  NscEvidenceFiller *self = data;
  Question *question;

  if (self->project == NULL || self->reading != NULL)
    return;
  question = g_new0 (Question, 1);
  question->places = g_array_new (FALSE, FALSE, sizeof (Place));
  question->language = self->language;
  self->reading = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < unknown->len && self->reading->len < N_READ_AT_ONCE; i++)
    {
      NscEvidence *evidence = gtk_list_item_get_item (g_ptr_array_index (unknown, i));
      Place place = { nsc_evidence_get_table (evidence), nsc_evidence_get_row (evidence) };

      g_array_append_val (question->places, place);
      g_ptr_array_add (self->reading, g_object_ref (evidence));
    }
  nsc_inquiry_ask (self, &self->cancellable, self->project, read_places, question, question_free,
                   (GDestroyNotify) g_array_unref, take_parts);
}

/* ---- filling ---- */

/* What the row shows below its title, as one who does not see it hears it. */
static char *
dup_description (const NscEvidenceParts *parts)
{
  const char *const all[] = { parts->details, parts->source, parts->confidence };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (*all[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", all[i]);
  return g_string_free_and_steal (text);
}

static gboolean
fill (GtkListItem *item, gpointer data)
{
  NscEvidence *evidence = gtk_list_item_get_item (item);
  const NscEvidenceParts *parts = nsc_evidence_get_parts (evidence);
  GtkWidget *child = gtk_list_item_get_child (item);
  g_autofree char *description = NULL;

  if (!nsc_evidence_is_read (evidence))
    return FALSE;
  /* Deleted meanwhile. */
  if (parts->record == NULL)
    return TRUE;
  if (!NSC_IS_EVIDENCE_ROW (child))
    {
      child = nsc_evidence_row_new ();
      gtk_list_item_set_child (item, child);
    }
  nsc_evidence_row_set_evidence (NSC_EVIDENCE_ROW (child), evidence);
  gtk_list_item_set_accessible_label (item, parts->title);
  description = dup_description (parts);
  gtk_list_item_set_accessible_description (item, description);
  return TRUE;
}

/* ---- overrides ---- */

static void
stop_reading (NscEvidenceFiller *self)
{
  nsc_inquiry_cancel (&self->cancellable);
  g_clear_pointer (&self->reading, g_ptr_array_unref);
}

static void
nsc_evidence_filler_dispose (GObject *object)
{
  NscEvidenceFiller *self = NSC_EVIDENCE_FILLER (object);

  stop_reading (self);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (nsc_evidence_filler_parent_class)->dispose (object);
}

static void
nsc_evidence_filler_finalize (GObject *object)
{
  nsc_row_turns_free (NSC_EVIDENCE_FILLER (object)->turns);
  G_OBJECT_CLASS (nsc_evidence_filler_parent_class)->finalize (object);
}

static void
nsc_evidence_filler_class_init (NscEvidenceFillerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsc_evidence_filler_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsc_evidence_filler_finalize;
}

static void
nsc_evidence_filler_init (NscEvidenceFiller *self)
{
  self->turns = nsc_row_turns_new (fill, read_missing, self);
}

/* ---- public ---- */

NscEvidenceFiller *
nsc_evidence_filler_new (void)
{
  return g_object_new (NSC_TYPE_EVIDENCE_FILLER, NULL);
}

void
nsc_evidence_filler_set_project (NscEvidenceFiller *self, NscProject *project, const char *language)
{
  g_return_if_fail (NSC_IS_EVIDENCE_FILLER (self));

  stop_reading (self);
  g_set_object (&self->project, project);
  self->language = language;
}

void
nsc_evidence_filler_bind (NscEvidenceFiller *self, GtkListItem *item)
{
  g_return_if_fail (NSC_IS_EVIDENCE_FILLER (self));
  nsc_row_turns_bind (self->turns, item);
}

void
nsc_evidence_filler_unbind (NscEvidenceFiller *self, GtkListItem *item)
{
  g_return_if_fail (NSC_IS_EVIDENCE_FILLER (self));
  nsc_row_turns_unbind (self->turns, item);
}
