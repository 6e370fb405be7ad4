/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-evidence-list.h"

#include "nsc-error-door.h"
#include "nsc-inquiry.h"
#include "nsc-tongue.h"

struct _NscEvidenceList
{
  AdwBin parent_instance;

  char *who;
  char *omit;
  GListStore *evidence;
  GCancellable *cancellable;

  GtkLabel *heading;
  GtkNoSelection *selection;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (NscEvidenceList, nsc_evidence_list, ADW_TYPE_BIN)

enum
{
  RECORD_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The mark that is asked about. */
typedef struct
{
  NscResult *result;
  gint64 key;
  char *who;
  char *omit;
  const char *language;
} Mark;

static void
mark_free (gpointer data)
{
  Mark *mark = data;

  g_object_unref (mark->result);
  g_free (mark->who);
  g_free (mark->omit);
  g_free (mark);
}

static gpointer
collect (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  Mark *mark = data;

  return nsc_evidence_collect (reader, mark->result, mark->key, mark->who, mark->omit, mark->language, cancellable,
                               error);
}

static void
collected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscEvidenceList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = nsc_inquiry_finish (result, &error);

  if (found != NULL && self->evidence != NULL)
    g_list_store_splice (self->evidence, 0, g_list_model_get_n_items (G_LIST_MODEL (self->evidence)), found->pdata,
                         found->len);
  else if (found == NULL)
    nsc_error_door_show (GTK_WIDGET (self), error);
}

static void
activated_cb (NscEvidenceList *self, guint position)
{
  g_autoptr (NscEvidence) evidence = g_list_model_get_item (G_LIST_MODEL (self->evidence), position);

  if (evidence != NULL)
    g_signal_emit (self, signals[RECORD_ACTIVATED], 0, evidence);
}

static void
cancel (NscEvidenceList *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
nsc_evidence_list_dispose (GObject *object)
{
  NscEvidenceList *self = NSC_EVIDENCE_LIST (object);

  cancel (self);
  /* The template must not be the last to let go of a direct child. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_EVIDENCE_LIST);
  g_clear_object (&self->evidence);
  g_clear_pointer (&self->who, g_free);
  g_clear_pointer (&self->omit, g_free);
  G_OBJECT_CLASS (nsc_evidence_list_parent_class)->dispose (object);
}

static void
nsc_evidence_list_class_init (NscEvidenceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_evidence_list_dispose;
  signals[RECORD_ACTIVATED] = g_signal_new ("record-activated", NSC_TYPE_EVIDENCE_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, NSC_TYPE_EVIDENCE);

  g_type_ensure (NSC_TYPE_EVIDENCE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-evidence-list.ui");
  gtk_widget_class_bind_template_child (widget_class, NscEvidenceList, heading);
  gtk_widget_class_bind_template_child (widget_class, NscEvidenceList, selection);
  gtk_widget_class_bind_template_child (widget_class, NscEvidenceList, stack);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
nsc_evidence_list_init (NscEvidenceList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->evidence = g_list_store_new (NSC_TYPE_EVIDENCE);
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->evidence));
}

void
nsc_evidence_list_set_columns (NscEvidenceList *self, const char *who, const char *omit)
{
  g_return_if_fail (NSC_IS_EVIDENCE_LIST (self));
  g_set_str (&self->who, who);
  g_set_str (&self->omit, omit);
}

void
nsc_evidence_list_show (NscEvidenceList *self, NscProject *project, NscResult *result, gint64 key, const char *heading)
{
  Mark *mark;

  g_return_if_fail (NSC_IS_EVIDENCE_LIST (self));

  cancel (self);
  self->cancellable = g_cancellable_new ();
  mark = g_new0 (Mark, 1);
  mark->result = g_object_ref (result);
  mark->key = key;
  mark->who = g_strdup (self->who);
  mark->omit = g_strdup (self->omit);
  mark->language = nsc_tongue_get ();
  gtk_label_set_label (self->heading, heading);
  gtk_stack_set_visible_child_name (self->stack, "records");
  nsc_inquiry_start (project, collect, mark, mark_free, (GDestroyNotify) g_ptr_array_unref, self->cancellable,
                     collected_cb, g_object_ref (self));
}

void
nsc_evidence_list_clear (NscEvidenceList *self)
{
  g_return_if_fail (NSC_IS_EVIDENCE_LIST (self));
  cancel (self);
  g_list_store_remove_all (self->evidence);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}
