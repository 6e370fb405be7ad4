/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-field.h"

#include "nsc-pick-row.h"
#include "nsc-colour-row.h"
#include "nsc-accessible-names.h"
#include "nsc-date-row.h"
#include "nsc-field-fault.h"

#include "nsc-column-reading.h"

#include <glib/gi18n-lib.h>

struct _NscRecordField
{
  GObject parent_instance;

  const NscTable *table;
  guint index;
  const NscColumn *column; /* the one of TABLE at INDEX */
  const char *language;    /* as old as the program */
  GtkWidget *row;
  GtkWidget *words; /* what lists show for the code in the row, NULL where there are no codes */
};

G_DEFINE_FINAL_TYPE (NscRecordField, nsc_record_field, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A role or a kind may be a code that files write; lists show it in words, so the row tells both. */
static void
show_words (NscRecordField *self)
{
  const char *code = gtk_editable_get_text (GTK_EDITABLE (self->row));
  g_autofree char *words = nsc_column_reading_dup_text (self->table, self->index, self->language, code);
  gboolean any = !g_str_equal (words, code);
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->row));

  gtk_label_set_label (GTK_LABEL (self->words), words);
  gtk_widget_set_visible (self->words, any);
  /* The row as well as the text in it that has the focus. */
  nsc_accessible_names_describe_row (self->row, any ? words : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, any ? words : "", -1);
}

static void
add_words (NscRecordField *self)
{
  self->words = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->words), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->words, "dim-label");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->row), self->words);
  g_signal_connect_object (self->row, "changed", G_CALLBACK (show_words), self, G_CONNECT_SWAPPED);
  show_words (self);
}

static void
value_changed_cb (NscRecordField *self)
{
  nsc_record_field_recheck (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_row (NscProject *project, const NscColumn *column, const char *language)
{
  GtkWidget *row;

  switch (column->kind)
    {
    case NSC_COLUMN_REFERENCE:
    case NSC_COLUMN_CHOICE:
      {
        g_autoptr (NscChoiceList) choices = nsc_choice_list_new (project, column, language);

        return nsc_pick_row_new (choices);
      }
    case NSC_COLUMN_DATE:
      return nsc_date_row_new ();
    case NSC_COLUMN_COLOUR:
      return nsc_colour_row_new ();
    case NSC_COLUMN_INTEGER:
      row = adw_entry_row_new ();
      adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_DIGITS);
      return row;
    case NSC_COLUMN_ID:
    case NSC_COLUMN_TEXT:
    default:
      return adw_entry_row_new ();
    }
}

static void
nsc_record_field_dispose (GObject *object)
{
  NscRecordField *self = NSC_RECORD_FIELD (object);

  g_clear_object (&self->row);
  G_OBJECT_CLASS (nsc_record_field_parent_class)->dispose (object);
}

static void
nsc_record_field_class_init (NscRecordFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsc_record_field_dispose;

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nsc_record_field_init (NscRecordField *self)
{
}

NscRecordField *
nsc_record_field_new (NscProject *project, const NscTable *table, guint column, const char *language)
{
  NscRecordField *self;

  g_return_val_if_fail (NSC_IS_PROJECT (project), NULL);
  g_return_val_if_fail (table != NULL && column < table->n_columns, NULL);

  self = g_object_new (NSC_TYPE_RECORD_FIELD, NULL);
  self->table = table;
  self->index = column;
  self->column = &table->columns[column];
  self->language = language;
  self->row = g_object_ref_sink (make_row (project, self->column, language));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ (self->column->label));

  if (NSC_IS_PICK_ROW (self->row))
    {
      g_signal_connect_object (self->row, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
      return self;
    }
  gtk_widget_set_name (self->row, self->column->name);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->row), TRUE);
  g_signal_connect_object (self->row, "changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  if (self->column->kind == NSC_COLUMN_TEXT)
    add_words (self);
  if (NSC_IS_DATE_ROW (self->row))
    g_signal_connect_object (self->row, "notify::problem", G_CALLBACK (nsc_record_field_recheck), self,
                             G_CONNECT_SWAPPED);
  return self;
}

GtkWidget *
nsc_record_field_get_row (NscRecordField *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_FIELD (self), NULL);
  return self->row;
}

const char *
nsc_record_field_get_value (NscRecordField *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_FIELD (self), "");

  if (NSC_IS_PICK_ROW (self->row))
    return nsc_pick_row_get_value (NSC_PICK_ROW (self->row));
  return gtk_editable_get_text (GTK_EDITABLE (self->row));
}

void
nsc_record_field_set_value (NscRecordField *self, const char *value)
{
  g_return_if_fail (NSC_IS_RECORD_FIELD (self));

  if (NSC_IS_PICK_ROW (self->row))
    nsc_pick_row_set_value (NSC_PICK_ROW (self->row), value);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->row), value);
}

const char *
nsc_record_field_get_label (NscRecordField *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_FIELD (self), "");

  return NSC_IS_PICK_ROW (self->row) ? nsc_pick_row_get_label (NSC_PICK_ROW (self->row)) : "";
}

void
nsc_record_field_set_problem (NscRecordField *self, const char *problem)
{
  g_return_if_fail (NSC_IS_RECORD_FIELD (self));
  nsc_field_fault_set (self->row, problem);
}

void
nsc_record_field_recheck (NscRecordField *self)
{
  g_return_if_fail (NSC_IS_RECORD_FIELD (self));
  nsc_field_fault_set (self->row,
                       NSC_IS_DATE_ROW (self->row) ? nsc_date_row_get_problem (NSC_DATE_ROW (self->row)) : NULL);
}
