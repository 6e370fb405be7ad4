/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-date-row.h"

#include "nsc-date.h"

#include <glib/gi18n-lib.h>

/* Half a date is no mistake yet. */
#define PAUSE_MS 700

struct _NscDateRow
{
  AdwEntryRow parent_instance;

  GtkLabel *meaning;
  char *problem;
  guint pause; /* source, 0: none */
};

G_DEFINE_FINAL_TYPE (NscDateRow, nsc_date_row, ADW_TYPE_ENTRY_ROW)

enum
{
  PROP_PROBLEM = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static const char *
name_meaning (NscDate date)
{
  if (!nsc_date_is_known (date))
    return "";
  if (nsc_date_is_open (date))
    return _ ("still open");
  if (date.month == 0)
    return _ ("year");
  return date.day == 0 ? _ ("month") : _ ("day");
}

static void
set_problem (NscDateRow *self, const char *problem)
{
  if (g_set_str (&self->problem, problem))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
check (NscDateRow *self)
{
  g_autoptr (GError) error = NULL;
  NscDate date;

  g_clear_handle_id (&self->pause, g_source_remove);
  nsc_date_parse (gtk_editable_get_text (GTK_EDITABLE (self)), NSC_DATE_STYLE_ISO, &date, &error);
  set_problem (self, error != NULL ? error->message : NULL);
}

static void
paused_cb (gpointer data)
{
  NscDateRow *self = data;

  self->pause = 0;
  check (self);
}

static void
changed_cb (NscDateRow *self)
{
  NscDate date;
  gboolean good = nsc_date_parse (gtk_editable_get_text (GTK_EDITABLE (self)), NSC_DATE_STYLE_ISO, &date, NULL);

  gtk_label_set_label (self->meaning, good ? name_meaning (date) : "");
  g_clear_handle_id (&self->pause, g_source_remove);
  if (good || self->problem != NULL)
    check (self);
  else
    self->pause = g_timeout_add_once (PAUSE_MS, paused_cb, self);
}

static void
nsc_date_row_dispose (GObject *object)
{
  g_clear_handle_id (&NSC_DATE_ROW (object)->pause, g_source_remove);
  G_OBJECT_CLASS (nsc_date_row_parent_class)->dispose (object);
}

static void
nsc_date_row_finalize (GObject *object)
{
  g_free (NSC_DATE_ROW (object)->problem);
  G_OBJECT_CLASS (nsc_date_row_parent_class)->finalize (object);
}

static void
nsc_date_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PROBLEM)
    g_value_set_string (value, NSC_DATE_ROW (object)->problem);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nsc_date_row_class_init (NscDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nsc_date_row_dispose;
  object_class->finalize = nsc_date_row_finalize;
  object_class->get_property = nsc_date_row_get_property;

  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
nsc_date_row_init (NscDateRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->meaning = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->meaning), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->meaning), "caption");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->meaning));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("A year, a month or a day: 2015, 2015-09 or 2015-09-25"));
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (check), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
nsc_date_row_new (void)
{
  return g_object_new (NSC_TYPE_DATE_ROW, NULL);
}

const char *
nsc_date_row_get_problem (NscDateRow *self)
{
  g_return_val_if_fail (NSC_IS_DATE_ROW (self), NULL);
  return self->problem;
}
