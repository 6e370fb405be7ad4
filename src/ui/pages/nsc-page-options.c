/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-page-options.h"

#include "nsc-inquiry.h"
#include "nsc-page-state.h"
#include "nsc-tongue.h"

/* Options are changed in one go, and written once then. */
#define WRITE_MS 500

struct _NscPageOptions
{
  GObject parent_instance;

  const NscPageOptionsKind *kind;
  NscOptionForm *form;
  NscProject *project;
  NscHoldings *holdings; /* NULL until looked up */
  GHashTable *extra;     /* what else is remembered */
  gboolean restored;     /* of this project */
  GCancellable *cancellable;
  guint writing; /* source, 0: none */
};

G_DEFINE_FINAL_TYPE (NscPageOptions, nsc_page_options, G_TYPE_OBJECT)

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- memory ---- */

static void
write_now (NscPageOptions *self)
{
  g_autoptr (GHashTable) options = nsc_option_form_dup_options (self->form);
  g_autoptr (GHashTable) values = nsc_page_state_new_values ();
  GHashTableIter iter;
  gpointer name, value;

  g_clear_handle_id (&self->writing, g_source_remove);
  /* The language is a setting of the program. */
  nsc_options_set (options, "language", NULL);
  g_hash_table_iter_init (&iter, options);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (values, g_strdup (name), g_strdup (value));
  g_hash_table_iter_init (&iter, self->extra);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (values, g_strdup (name), g_strdup (value));
  nsc_page_state_write (self->project, self->kind->name, values);
}

static void
write_cb (gpointer user_data)
{
  NscPageOptions *self = user_data;

  self->writing = 0;
  write_now (self);
}

static void
write_soon (NscPageOptions *self)
{
  if (self->project == NULL || !self->restored)
    return;
  g_clear_handle_id (&self->writing, g_source_remove);
  self->writing = g_timeout_add_once (WRITE_MS, write_cb, self);
}

static void
adapt (NscPageOptions *self, const char *option)
{
  if (self->kind->adapt != NULL)
    self->kind->adapt (self->form, self->holdings, option);
}

static void
restore_option (NscPageOptions *self, GHashTable *values, const char *option)
{
  const char *value = g_hash_table_lookup (values, option);

  if (value != NULL && nsc_option_form_set (self->form, option, value))
    adapt (self, option);
  g_hash_table_remove (values, option);
}

/* What is no longer there is passed over. */
static void
restore (NscPageOptions *self, GHashTable *values)
{
  GHashTableIter iter;
  gpointer name, value;

  for (const NscOptionField *field = self->kind->fields; field->option != NULL; field++)
    restore_option (self, values, field->option);
  restore_option (self, values, "as-of");
  restore_option (self, values, "include-unverified");
  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (self->extra, g_strdup (name), g_strdup (value));
  self->restored = TRUE;
}

/* ---- looking up ---- */

typedef struct
{
  const NscPageOptionsKind *kind;
  char *uid; /* NULL: nothing to be remembered any more */
} Question;

typedef struct
{
  NscHoldings *holdings;
  GHashTable *values; /* NULL where not asked for */
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->uid);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->holdings, nsc_holdings_free);
  g_clear_pointer (&answer->values, g_hash_table_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
look (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->holdings = nsc_holdings_collect (reader, question->kind->parts, nsc_tongue_get (), cancellable, error);
  if (answer->holdings == NULL)
    return NULL;
  if (question->uid != NULL)
    answer->values = nsc_page_state_read (question->uid, question->kind->name);
  return g_steal_pointer (&answer);
}

static void
take_answer (gpointer owner, gpointer data, const GError *error)
{
  NscPageOptions *self = owner;
  g_autoptr (Answer) answer = data;

  if (answer == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  g_clear_pointer (&self->holdings, nsc_holdings_free);
  self->holdings = g_steal_pointer (&answer->holdings);
  if (self->kind->has_matter (self->holdings))
    {
      self->kind->offer (self->form, self->holdings);
      adapt (self, NULL);
      if (answer->values != NULL && !self->restored)
        restore (self, answer->values);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
form_changed_cb (NscPageOptions *self, const char *option)
{
  if (self->holdings != NULL && self->kind->has_matter (self->holdings))
    adapt (self, option);
  write_soon (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- overrides ---- */

static void
let_go_of_project (NscPageOptions *self)
{
  nsc_inquiry_cancel (&self->cancellable);
  if (self->writing != 0)
    write_now (self);
  g_clear_object (&self->project);
  g_clear_pointer (&self->holdings, nsc_holdings_free);
  g_hash_table_remove_all (self->extra);
  self->restored = FALSE;
}

static void
nsc_page_options_dispose (GObject *object)
{
  NscPageOptions *self = NSC_PAGE_OPTIONS (object);

  let_go_of_project (self);
  g_clear_object (&self->form);
  G_OBJECT_CLASS (nsc_page_options_parent_class)->dispose (object);
}

static void
nsc_page_options_finalize (GObject *object)
{
  g_hash_table_unref (NSC_PAGE_OPTIONS (object)->extra);
  G_OBJECT_CLASS (nsc_page_options_parent_class)->finalize (object);
}

static void
nsc_page_options_class_init (NscPageOptionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsc_page_options_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsc_page_options_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", NSC_TYPE_PAGE_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", NSC_TYPE_PAGE_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_ERROR);
}

static void
nsc_page_options_init (NscPageOptions *self)
{
  self->extra = nsc_page_state_new_values ();
}

/* ---- public ---- */

NscPageOptions *
nsc_page_options_new (const NscPageOptionsKind *kind)
{
  NscPageOptions *self = g_object_new (NSC_TYPE_PAGE_OPTIONS, NULL);

  self->kind = kind;
  self->form = g_object_ref_sink (nsc_option_form_new (kind->fields));
  g_signal_connect_object (self->form, "changed", G_CALLBACK (form_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

NscOptionForm *
nsc_page_options_get_form (NscPageOptions *self)
{
  g_return_val_if_fail (NSC_IS_PAGE_OPTIONS (self), NULL);
  return self->form;
}

void
nsc_page_options_look_up (NscPageOptions *self, NscProject *project)
{
  Question *question;

  g_return_if_fail (NSC_IS_PAGE_OPTIONS (self));

  if (self->project != project)
    {
      let_go_of_project (self);
      g_set_object (&self->project, project);
    }
  if (project == NULL)
    return;
  question = g_new0 (Question, 1);
  question->kind = self->kind;
  question->uid = self->restored ? NULL : g_strdup (nsc_project_get_uid (project));
  nsc_inquiry_ask (self, &self->cancellable, project, look, question, question_free, answer_free, take_answer);
}

NscPageMatter
nsc_page_options_get_matter (NscPageOptions *self)
{
  g_return_val_if_fail (NSC_IS_PAGE_OPTIONS (self), NSC_PAGE_MATTER_UNKNOWN);

  if (self->holdings == NULL)
    return NSC_PAGE_MATTER_UNKNOWN;
  if (self->kind->has_matter (self->holdings))
    return NSC_PAGE_MATTER_SOME;
  return self->holdings->empty ? NSC_PAGE_MATTER_NOTHING : NSC_PAGE_MATTER_OTHER;
}

void
nsc_page_options_remember (NscPageOptions *self, const char *name, const char *value)
{
  g_return_if_fail (NSC_IS_PAGE_OPTIONS (self));

  if (!self->restored || g_strcmp0 (g_hash_table_lookup (self->extra, name), value) == 0)
    return;
  g_hash_table_insert (self->extra, g_strdup (name), g_strdup (value));
  write_soon (self);
}

const char *
nsc_page_options_recall (NscPageOptions *self, const char *name)
{
  g_return_val_if_fail (NSC_IS_PAGE_OPTIONS (self), NULL);
  return g_hash_table_lookup (self->extra, name);
}

NscOptions *
nsc_page_options_dup (NscPageOptions *self)
{
  g_return_val_if_fail (NSC_IS_PAGE_OPTIONS (self), NULL);
  return nsc_page_options_get_matter (self) == NSC_PAGE_MATTER_SOME ? nsc_option_form_dup_options (self->form) : NULL;
}

char *
nsc_page_options_dup_subtitle (NscPageOptions *self)
{
  g_return_val_if_fail (NSC_IS_PAGE_OPTIONS (self), NULL);
  return nsc_page_options_get_matter (self) == NSC_PAGE_MATTER_SOME ? self->kind->dup_subtitle (self->form)
                                                                    : g_strdup ("");
}
