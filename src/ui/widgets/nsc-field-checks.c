/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-field-checks.h"

#include "nsc-record-check.h"

/* Half a word is no mistake yet. */
#define PAUSE_MS 600

/* No column. */
#define NOWHERE G_MAXUINT

struct _NscFieldChecks
{
  GObject parent_instance;

  NscProject *project;
  const NscTable *table;
  GPtrArray *fields; /* of NscRecordField */
  NscRecord *original;
  gboolean *visited;         /* per column: the person has been there */
  guint related;             /* the column where it is told that values do not go together, or NOWHERE */
  guint pause;               /* source, 0: none */
  GCancellable *cancellable; /* of the question under way, NULL: none */
  gboolean explaining;       /* the answer is to be told */
  gboolean showing;          /* it is not a person who changes values */
};

G_DEFINE_FINAL_TYPE (NscFieldChecks, nsc_field_checks, G_TYPE_OBJECT)

enum
{
  CHANGED,
  EXPLAINED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static NscRecordField *
get_field (NscFieldChecks *self, guint column)
{
  return g_ptr_array_index (self->fields, column);
}

/* ---- what can be known here ---- */

static gboolean
is_blank (const NscRecord *record, guint column)
{
  return *nsc_record_get (record, column) == '\0';
}

/* Columns in the order in which a form has them: an id that may be left out stands at its end. */
static guint
column_at (NscFieldChecks *self, guint place)
{
  gboolean id_leads = (self->table->columns[NSC_TABLE_ID_COLUMN].flags & NSC_COLUMN_REQUIRED) != 0;

  return id_leads ? place : (place + 1) % self->table->n_columns;
}

/* Checks each value by itself, blank ones only where the person has been or ALL is set. Puts RECORD into form. Gives
 * the first column at fault, or NOWHERE; COMPLETE tells whether nothing is left to be filled in. */
static guint
check_values (NscFieldChecks *self, NscRecord *record, gboolean all, gboolean *complete)
{
  guint first = NOWHERE;

  *complete = TRUE;
  for (guint place = 0; place < self->table->n_columns; place++)
    {
      guint column = column_at (self, place);
      g_autoptr (GError) error = NULL;

      if (nsc_rules_check_column (record, column, NSC_DATE_STYLE_ISO, &error))
        continue;
      if (is_blank (record, column) && !all && !self->visited[column])
        {
          *complete = FALSE;
          continue;
        }
      nsc_record_field_set_problem (get_field (self, column), error->message);
      if (first == NOWHERE)
        first = column;
    }
  return first;
}

static void
show_related (NscFieldChecks *self, guint column, const char *problem)
{
  self->related = column;
  nsc_record_field_set_problem (get_field (self, column), problem);
}

static void
forget_related (NscFieldChecks *self)
{
  if (self->related != NOWHERE)
    nsc_record_field_recheck (get_field (self, self->related));
  self->related = NOWHERE;
}

/* ---- what only the project knows ---- */

static void
stop (NscFieldChecks *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->explaining = FALSE;
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscFieldChecks) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscRecordFault) fault = nsc_record_check_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  /* Where the project cannot be asked now, saving will tell. */
  if (fault == NULL || self->project == NULL)
    return;
  show_related (self, fault->column, fault->message);
  if (self->explaining)
    g_signal_emit (self, signals[EXPLAINED], 0, fault->column);
  self->explaining = FALSE;
}

static void
ask (NscFieldChecks *self, const NscRecord *record)
{
  self->cancellable = g_cancellable_new ();
  nsc_record_check_start (self->project, record, self->cancellable, checked_cb, g_object_ref (self));
}

/* ---- callbacks ---- */

static void
paused_cb (gpointer data)
{
  NscFieldChecks *self = data;
  g_autoptr (NscRecord) record = nsc_field_checks_dup_record (self);
  g_autoptr (GError) error = NULL;
  gboolean complete;
  guint column;

  self->pause = 0;
  if (check_values (self, record, FALSE, &complete) != NOWHERE || !complete)
    return;
  if (!nsc_rules_check (record, NSC_DATE_STYLE_ISO, &column, &error))
    show_related (self, column, error->message);
  else
    ask (self, record);
}

static void
check_soon (NscFieldChecks *self)
{
  stop (self);
  self->pause = g_timeout_add_once (PAUSE_MS, paused_cb, self);
}

static void
changed_cb (NscFieldChecks *self)
{
  if (self->showing)
    return;
  forget_related (self);
  check_soon (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
left_cb (NscFieldChecks *self, GtkEventController *controller)
{
  GtkWidget *row = gtk_event_controller_get_widget (controller);

  /* Who only looks around has missed nothing. */
  if (!nsc_field_checks_is_touched (self))
    return;
  for (guint i = 0; i < self->fields->len; i++)
    if (nsc_record_field_get_row (get_field (self, i)) == row && !self->visited[i])
      {
        self->visited[i] = TRUE;
        check_soon (self);
      }
}

/* ---- object ---- */

static void
nsc_field_checks_dispose (GObject *object)
{
  NscFieldChecks *self = NSC_FIELD_CHECKS (object);

  stop (self);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (nsc_field_checks_parent_class)->dispose (object);
}

static void
nsc_field_checks_finalize (GObject *object)
{
  NscFieldChecks *self = NSC_FIELD_CHECKS (object);

  g_ptr_array_unref (self->fields);
  g_clear_pointer (&self->original, nsc_record_free);
  g_free (self->visited);
  G_OBJECT_CLASS (nsc_field_checks_parent_class)->finalize (object);
}

static void
nsc_field_checks_class_init (NscFieldChecksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsc_field_checks_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsc_field_checks_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EXPLAINED] = g_signal_new ("explained", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
nsc_field_checks_init (NscFieldChecks *self)
{
  self->related = NOWHERE;
}

NscFieldChecks *
nsc_field_checks_new (NscProject *project, const NscTable *table, GPtrArray *fields)
{
  NscFieldChecks *self;

  g_return_val_if_fail (NSC_IS_PROJECT (project), NULL);
  g_return_val_if_fail (fields->len == table->n_columns, NULL);

  self = g_object_new (NSC_TYPE_FIELD_CHECKS, NULL);
  self->project = g_object_ref (project);
  self->table = table;
  self->fields = g_ptr_array_ref (fields);
  self->original = nsc_record_new (table);
  self->visited = g_new0 (gboolean, table->n_columns);
  for (guint i = 0; i < fields->len; i++)
    {
      NscRecordField *field = g_ptr_array_index (fields, i);
      GtkEventController *focus = gtk_event_controller_focus_new ();

      g_signal_connect_object (field, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (nsc_record_field_get_row (field), focus);
    }
  return self;
}

void
nsc_field_checks_show (NscFieldChecks *self, const NscRecord *record)
{
  g_return_if_fail (NSC_IS_FIELD_CHECKS (self));
  g_return_if_fail (nsc_record_get_table (record) == self->table);

  stop (self);
  nsc_record_free (self->original);
  self->original = nsc_record_copy (record);
  self->related = NOWHERE;
  self->showing = TRUE;
  for (guint i = 0; i < self->fields->len; i++)
    {
      self->visited[i] = FALSE;
      nsc_record_field_set_value (get_field (self, i), nsc_record_get (record, i));
      nsc_record_field_set_problem (get_field (self, i), NULL);
    }
  self->showing = FALSE;
}

const NscRecord *
nsc_field_checks_get_original (NscFieldChecks *self)
{
  g_return_val_if_fail (NSC_IS_FIELD_CHECKS (self), NULL);
  return self->original;
}

NscRecord *
nsc_field_checks_dup_record (NscFieldChecks *self)
{
  NscRecord *record;

  g_return_val_if_fail (NSC_IS_FIELD_CHECKS (self), NULL);

  record = nsc_record_copy (self->original);
  for (guint i = 0; i < self->fields->len; i++)
    nsc_record_set (record, i, nsc_record_field_get_value (get_field (self, i)));
  return record;
}

gboolean
nsc_field_checks_is_touched (NscFieldChecks *self)
{
  g_autoptr (NscRecord) record = nsc_field_checks_dup_record (self);

  return !nsc_record_equal (record, self->original);
}

gboolean
nsc_field_checks_run (NscFieldChecks *self, guint *column)
{
  g_autoptr (NscRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  gboolean complete;

  g_return_val_if_fail (NSC_IS_FIELD_CHECKS (self) && column != NULL, FALSE);

  stop (self);
  record = nsc_field_checks_dup_record (self);
  *column = check_values (self, record, TRUE, &complete);
  if (*column != NOWHERE)
    return FALSE;
  if (nsc_rules_check (record, NSC_DATE_STYLE_ISO, column, &error))
    return TRUE;
  show_related (self, *column, error->message);
  return FALSE;
}

void
nsc_field_checks_explain (NscFieldChecks *self)
{
  g_autoptr (NscRecord) record = NULL;

  g_return_if_fail (NSC_IS_FIELD_CHECKS (self));

  stop (self);
  record = nsc_field_checks_dup_record (self);
  self->explaining = TRUE;
  ask (self, record);
}
