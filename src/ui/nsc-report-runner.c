/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-report-runner.h"

#include "nsc-report-inquiry.h"

struct _NscReportRunner
{
  GObject parent_instance;

  const NscReport *report;
  NscResult *result;
  GCancellable *cancellable; /* of the run under way, NULL: none */
};

G_DEFINE_FINAL_TYPE (NscReportRunner, nsc_report_runner, G_TYPE_OBJECT)

enum
{
  PROP_RESULT = 1,
  PROP_BUSY,
  N_PROPERTIES,
};

enum
{
  FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* One run: what tells a late answer from the one that is waited for. */
typedef struct
{
  NscReportRunner *runner;
  GCancellable *cancellable;
} Run;

static void
answered_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  Run *run = user_data;
  g_autoptr (NscReportRunner) self = run->runner;
  g_autoptr (GCancellable) cancellable = run->cancellable;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscResult) result = nsc_report_inquiry_finish (async_result, &error);

  g_free (run);
  if (self->cancellable != cancellable)
    return;
  g_clear_object (&self->cancellable);
  if (result != NULL)
    {
      g_set_object (&self->result, result);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULT]);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  if (result == NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
cancel (NscReportRunner *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
nsc_report_runner_dispose (GObject *object)
{
  NscReportRunner *self = NSC_REPORT_RUNNER (object);

  cancel (self);
  g_clear_object (&self->result);
  G_OBJECT_CLASS (nsc_report_runner_parent_class)->dispose (object);
}

static void
nsc_report_runner_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NscReportRunner *self = NSC_REPORT_RUNNER (object);

  switch (id)
    {
    case PROP_RESULT:
      g_value_set_object (value, self->result);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->cancellable != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsc_report_runner_class_init (NscReportRunnerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nsc_report_runner_dispose;
  object_class->get_property = nsc_report_runner_get_property;

  properties[PROP_RESULT] =
      g_param_spec_object ("result", NULL, NULL, NSC_TYPE_RESULT, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[FAILED] = g_signal_new ("failed", NSC_TYPE_REPORT_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_ERROR);
}

static void
nsc_report_runner_init (NscReportRunner *self)
{
}

NscReportRunner *
nsc_report_runner_new (const NscReport *report)
{
  NscReportRunner *self = g_object_new (NSC_TYPE_REPORT_RUNNER, NULL);

  self->report = report;
  return self;
}

void
nsc_report_runner_run (NscReportRunner *self, NscProject *project, NscOptions *options)
{
  gboolean was_busy;
  Run *run;

  g_return_if_fail (NSC_IS_REPORT_RUNNER (self));
  g_return_if_fail (NSC_IS_PROJECT (project));

  was_busy = self->cancellable != NULL;
  cancel (self);
  self->cancellable = g_cancellable_new ();

  run = g_new0 (Run, 1);
  run->runner = g_object_ref (self);
  run->cancellable = g_object_ref (self->cancellable);
  nsc_report_inquiry_start (project, self->report, options, self->cancellable, answered_cb, run);
  if (!was_busy)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

void
nsc_report_runner_reset (NscReportRunner *self)
{
  g_return_if_fail (NSC_IS_REPORT_RUNNER (self));

  cancel (self);
  g_clear_object (&self->result);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

NscResult *
nsc_report_runner_get_result (NscReportRunner *self)
{
  g_return_val_if_fail (NSC_IS_REPORT_RUNNER (self), NULL);
  return self->result;
}
