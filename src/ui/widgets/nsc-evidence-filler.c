/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-evidence-filler.h"

#include "nsc-evidence-row.h"
#include "nsc-evidence-words.h"
#include "nsc-inquiry.h"

/* Rows in one turn, and as many at once when a list is first shown. */
#define N_ROWS_OF_A_TURN 8

#define N_READ_AT_ONCE 64

/* About that of a row with words. */
#define ROW_HEIGHT 96

struct _NscEvidenceFiller
{
  GObject parent_instance;

  NscProject *project;
  const char *language;
  GPtrArray *waiting; /* of GtkListItem that have evidence but no words yet, in their order */
  guint n_filled;     /* in this turn */
  guint turn;         /* source of the next one, 0: none */
  GPtrArray *reading; /* of NscEvidence, NULL: none */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (NscEvidenceFiller, nsc_evidence_filler, G_TYPE_OBJECT)

static void expect_turn (NscEvidenceFiller *self);

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

typedef struct
{
  NscEvidenceFiller *filler;
  GCancellable *cancellable;
} Run;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Run *run = user_data;
  g_autoptr (NscEvidenceFiller) self = run->filler;
  g_autoptr (GCancellable) cancellable = run->cancellable;
  g_autoptr (GArray) parts = nsc_inquiry_finish (result, NULL);

  if (self->cancellable != cancellable)
    return;
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    nsc_evidence_take_parts (g_ptr_array_index (self->reading, i), &g_array_index (parts, NscEvidenceParts, i));
  g_clear_pointer (&self->reading, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  if (parts != NULL)
    expect_turn (self);
}

static void
read_waiting (NscEvidenceFiller *self)
{
  Question *question;
  Run *run;

  if (self->project == NULL || self->reading != NULL || self->waiting->len == 0)
    return;
  question = g_new0 (Question, 1);
  question->places = g_array_new (FALSE, FALSE, sizeof (Place));
  question->language = self->language;
  self->reading = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->waiting->len && self->reading->len < N_READ_AT_ONCE; i++)
    {
      NscEvidence *evidence = gtk_list_item_get_item (g_ptr_array_index (self->waiting, i));
      Place place = { nsc_evidence_get_table (evidence), nsc_evidence_get_row (evidence) };

      g_array_append_val (question->places, place);
      g_ptr_array_add (self->reading, g_object_ref (evidence));
    }
  self->cancellable = g_cancellable_new ();
  run = g_new (Run, 1);
  run->filler = g_object_ref (self);
  run->cancellable = g_object_ref (self->cancellable);
  nsc_inquiry_start (self->project, read_places, question, question_free, (GDestroyNotify) g_array_unref,
                     self->cancellable, read_cb, run);
}

/* ---- filling ---- */

static gboolean
is_seen (GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  GtkWidget *view = gtk_widget_get_ancestor (child, GTK_TYPE_LIST_VIEW);
  graphene_rect_t bounds;

  return view != NULL && gtk_widget_compute_bounds (child, view, &bounds) &&
         bounds.origin.y + bounds.size.height >= 0 && bounds.origin.y <= (float) gtk_widget_get_height (view);
}

static void
fill (NscEvidenceFiller *self, GtkListItem *item)
{
  NscEvidence *evidence = gtk_list_item_get_item (item);
  const NscEvidenceParts *parts = nsc_evidence_get_parts (evidence);
  GtkWidget *child = gtk_list_item_get_child (item);

  self->n_filled++;
  /* Deleted meanwhile. */
  if (parts->record == NULL)
    return;
  if (!NSC_IS_EVIDENCE_ROW (child))
    {
      child = nsc_evidence_row_new ();
      gtk_list_item_set_child (item, child);
    }
  nsc_evidence_row_set_evidence (NSC_EVIDENCE_ROW (child), evidence);
  gtk_widget_set_opacity (child, 1);
  gtk_list_item_set_accessible_label (item, parts->title);
  gtk_list_item_set_accessible_description (item, parts->details);
}

static void
fill_waiting (NscEvidenceFiller *self, gboolean only_seen)
{
  for (guint i = 0; i < self->waiting->len && self->n_filled < N_ROWS_OF_A_TURN;)
    {
      GtkListItem *item = g_ptr_array_index (self->waiting, i);

      if (!nsc_evidence_is_read (gtk_list_item_get_item (item)) || (only_seen && !is_seen (item)))
        {
          i++;
          continue;
        }
      fill (self, item);
      g_ptr_array_remove_index (self->waiting, i);
    }
}

static void
take_turn_cb (gpointer user_data)
{
  NscEvidenceFiller *self = user_data;

  self->turn = 0;
  self->n_filled = 0;
  fill_waiting (self, TRUE);
  fill_waiting (self, FALSE);
  if (self->n_filled > 0)
    expect_turn (self);
  else
    read_waiting (self);
}

/* After what there is has been drawn. */
static void
expect_turn (NscEvidenceFiller *self)
{
  if (self->turn == 0)
    self->turn = g_idle_add_once (take_turn_cb, self);
}

/* ---- overrides ---- */

static void
stop_reading (NscEvidenceFiller *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->reading, g_ptr_array_unref);
}

static void
nsc_evidence_filler_dispose (GObject *object)
{
  NscEvidenceFiller *self = NSC_EVIDENCE_FILLER (object);

  stop_reading (self);
  g_clear_object (&self->project);
  g_clear_handle_id (&self->turn, g_source_remove);
  g_ptr_array_set_size (self->waiting, 0);
  G_OBJECT_CLASS (nsc_evidence_filler_parent_class)->dispose (object);
}

static void
nsc_evidence_filler_finalize (GObject *object)
{
  g_ptr_array_unref (NSC_EVIDENCE_FILLER (object)->waiting);
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
  self->waiting = g_ptr_array_new ();
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
  GtkWidget *child = gtk_list_item_get_child (item);

  g_return_if_fail (NSC_IS_EVIDENCE_FILLER (self));

  if (child == NULL)
    {
      child = adw_bin_new ();
      gtk_widget_set_size_request (child, -1, ROW_HEIGHT);
      gtk_list_item_set_child (item, child);
    }
  expect_turn (self);
  if (nsc_evidence_is_read (gtk_list_item_get_item (item)) && self->n_filled < N_ROWS_OF_A_TURN)
    {
      fill (self, item);
      return;
    }
  /* What it said of another record is not to be seen; its height is as good as any. */
  gtk_widget_set_opacity (child, 0);
  gtk_list_item_set_accessible_label (item, "");
  gtk_list_item_set_accessible_description (item, "");
  g_ptr_array_add (self->waiting, item);
}

void
nsc_evidence_filler_unbind (NscEvidenceFiller *self, GtkListItem *item)
{
  g_return_if_fail (NSC_IS_EVIDENCE_FILLER (self));
  g_ptr_array_remove (self->waiting, item);
}
