/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-choice-list.h"

#include "nsc-code-words.h"
#include "nsc-inquiry.h"

#include <string.h>

struct _NscChoiceList
{
  GObject parent_instance;

  GPtrArray *choices;        /* of NscChoice */
  GCancellable *cancellable; /* of the question under way, NULL: none */
  gboolean loaded;
  GError *error;
};

enum
{
  PROP_LOADED = 1,
  PROP_ERROR,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* ---- the question, on a worker ---- */

typedef struct
{
  const NscTable *target;
  char *language;
  GPtrArray *choices;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->language);
  g_ptr_array_unref (question->choices);
  g_free (question);
}

/* A record is looked for by any of its names and by its id. */
static gboolean
note_choice (const NscRecord *record, gpointer data, GError **error)
{
  Question *question = data;
  const char *id = nsc_record_get_id (record);
  const char *name = nsc_record_get_name (record, question->language);
  g_autofree char *search =
      g_strjoin ("\n", name, nsc_record_get_name (record, "en"), nsc_record_get_name (record, "zh_CN"), id, NULL);

  g_ptr_array_add (question->choices, nsc_choice_new (id, name, g_str_equal (id, name) ? "" : id, search));
  return TRUE;
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (nsc_choice_get_label (*(NscChoice *const *) a),
                         nsc_choice_get_label (*(NscChoice *const *) b));
}

static gpointer
read_choices (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;

  if (!nsc_reader_scan_records (reader, question->target, note_choice, question, cancellable, error))
    return NULL;
  g_ptr_array_sort (question->choices, compare_labels);
  return g_ptr_array_ref (question->choices);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscChoiceList) self = g_weak_ref_get (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answer = nsc_inquiry_finish (result, &error);
  guint before;

  g_weak_ref_clear (user_data);
  g_free (user_data);
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (answer == NULL)
    {
      self->error = g_steal_pointer (&error);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
      return;
    }
  before = self->choices->len;
  g_ptr_array_extend_and_steal (self->choices, g_steal_pointer (&answer));
  g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->choices->len - before);
  self->loaded = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

static void
ask (NscChoiceList *self, NscProject *project, const char *target, const char *language)
{
  Question *question = g_new0 (Question, 1);
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  question->target = nsc_table_find (target);
  question->language = g_strdup (language);
  question->choices = g_ptr_array_new_with_free_func (g_object_unref);
  g_weak_ref_init (weak, self);
  self->cancellable = g_cancellable_new ();
  nsc_inquiry_start (project, read_choices, question, question_free, (GDestroyNotify) g_ptr_array_unref,
                     self->cancellable, answered_cb, weak);
}

/* ---- list model ---- */

static GType
nsc_choice_list_get_item_type (GListModel *model)
{
  return NSC_TYPE_CHOICE;
}

static guint
nsc_choice_list_get_n_items (GListModel *model)
{
  return NSC_CHOICE_LIST (model)->choices->len;
}

static gpointer
nsc_choice_list_get_item (GListModel *model, guint position)
{
  NscChoiceList *self = NSC_CHOICE_LIST (model);

  return position < self->choices->len ? g_object_ref (g_ptr_array_index (self->choices, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = nsc_choice_list_get_item_type;
  iface->get_n_items = nsc_choice_list_get_n_items;
  iface->get_item = nsc_choice_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (NscChoiceList,
                               nsc_choice_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* ---- object ---- */

static void
nsc_choice_list_dispose (GObject *object)
{
  NscChoiceList *self = NSC_CHOICE_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (nsc_choice_list_parent_class)->dispose (object);
}

static void
nsc_choice_list_finalize (GObject *object)
{
  NscChoiceList *self = NSC_CHOICE_LIST (object);

  g_ptr_array_unref (self->choices);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (nsc_choice_list_parent_class)->finalize (object);
}

static void
nsc_choice_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NscChoiceList *self = NSC_CHOICE_LIST (object);

  switch (id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, self->loaded);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsc_choice_list_class_init (NscChoiceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = nsc_choice_list_dispose;
  object_class->finalize = nsc_choice_list_finalize;
  object_class->get_property = nsc_choice_list_get_property;

  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
nsc_choice_list_init (NscChoiceList *self)
{
  self->choices = g_ptr_array_new_with_free_func (g_object_unref);
}

NscChoiceList *
nsc_choice_list_new (NscProject *project, const NscColumn *column, const char *language)
{
  NscChoiceList *self;

  g_return_val_if_fail (column != NULL && (column->choices != NULL || column->target != NULL), NULL);

  self = g_object_new (NSC_TYPE_CHOICE_LIST, NULL);
  /* Where a blank is stored as one of the codes, there is no blank to choose. */
  if (column->blank == NULL)
    g_ptr_array_add (self->choices, nsc_choice_new ("", "—", "", ""));
  if (column->choices != NULL)
    {
      for (guint i = 0; column->choices[i] != NULL; i++)
        {
          g_autofree char *words = nsc_code_words (language, column->choices[i]);

          g_ptr_array_add (self->choices, nsc_choice_new (column->choices[i], words, "", words));
        }
      self->loaded = TRUE;
      return self;
    }
  ask (self, project, column->target, language);
  return self;
}

gboolean
nsc_choice_list_is_loaded (NscChoiceList *self)
{
  g_return_val_if_fail (NSC_IS_CHOICE_LIST (self), FALSE);
  return self->loaded;
}

const GError *
nsc_choice_list_get_error (NscChoiceList *self)
{
  g_return_val_if_fail (NSC_IS_CHOICE_LIST (self), NULL);
  return self->error;
}

guint
nsc_choice_list_find (NscChoiceList *self, const char *value)
{
  g_return_val_if_fail (NSC_IS_CHOICE_LIST (self), G_MAXUINT);

  for (guint i = 0; i < self->choices->len; i++)
    if (g_str_equal (nsc_choice_get_value (g_ptr_array_index (self->choices, i)), value))
      return i;
  return G_MAXUINT;
}
