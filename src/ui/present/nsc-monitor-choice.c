/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-monitor-choice.h"

struct _NscMonitorChoice
{
  GObject parent_instance;

  GListModel *monitors;
  GdkMonitor *chosen; /* or NULL */
};

G_DEFINE_FINAL_TYPE (NscMonitorChoice, nsc_monitor_choice, G_TYPE_OBJECT)

enum
{
  LOST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
find_chosen (NscMonitorChoice *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, i);

      if (monitor == self->chosen)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
changed_cb (NscMonitorChoice *self)
{
  if (self->chosen == NULL || find_chosen (self) != GTK_INVALID_LIST_POSITION)
    return;
  g_clear_object (&self->chosen);
  g_signal_emit (self, signals[LOST], 0);
}

static void
nsc_monitor_choice_dispose (GObject *object)
{
  NscMonitorChoice *self = NSC_MONITOR_CHOICE (object);

  g_clear_object (&self->monitors);
  g_clear_object (&self->chosen);
  G_OBJECT_CLASS (nsc_monitor_choice_parent_class)->dispose (object);
}

static void
nsc_monitor_choice_class_init (NscMonitorChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsc_monitor_choice_dispose;
  signals[LOST] =
      g_signal_new ("lost", NSC_TYPE_MONITOR_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nsc_monitor_choice_init (NscMonitorChoice *self)
{
}

NscMonitorChoice *
nsc_monitor_choice_new (GListModel *monitors)
{
  NscMonitorChoice *self = g_object_new (NSC_TYPE_MONITOR_CHOICE, NULL);

  self->monitors = g_object_ref (monitors);
  g_signal_connect_object (monitors, "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

GdkMonitor *
nsc_monitor_choice_get (NscMonitorChoice *self)
{
  g_return_val_if_fail (NSC_IS_MONITOR_CHOICE (self), NULL);
  return self->chosen;
}

void
nsc_monitor_choice_set (NscMonitorChoice *self, GdkMonitor *monitor)
{
  g_return_if_fail (NSC_IS_MONITOR_CHOICE (self));
  g_set_object (&self->chosen, monitor);
}

void
nsc_monitor_choice_set_beside (NscMonitorChoice *self, GdkMonitor *avoided)
{
  g_return_if_fail (NSC_IS_MONITOR_CHOICE (self));

  g_clear_object (&self->chosen);
  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, i);

      if (self->chosen == NULL || (self->chosen == avoided && monitor != avoided))
        g_set_object (&self->chosen, monitor);
    }
}

void
nsc_monitor_choice_set_next (NscMonitorChoice *self)
{
  guint n = g_list_model_get_n_items (self->monitors), at = find_chosen (self);
  g_autoptr (GdkMonitor) monitor = NULL;

  g_return_if_fail (NSC_IS_MONITOR_CHOICE (self));

  if (n > 0)
    monitor = g_list_model_get_item (self->monitors, at == GTK_INVALID_LIST_POSITION ? 0 : (at + 1) % n);
  g_set_object (&self->chosen, monitor);
}
