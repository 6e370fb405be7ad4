/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-evidence-row.h"

#include "nsc-evidence-doors.h"

struct _NscEvidenceRow
{
  AdwBin parent_instance;

  GtkLabel *confidence_label;
  GtkLabel *details_label;
  NscEvidenceDoors *doors;
  GtkWidget *doubt_image;
  GtkLabel *source_label;
  GtkLabel *title_label;
};

G_DEFINE_FINAL_TYPE (NscEvidenceRow, nsc_evidence_row, ADW_TYPE_BIN)

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
nsc_evidence_row_dispose (GObject *object)
{
  /* The template must not be the last to let go of a direct child. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_EVIDENCE_ROW);
  G_OBJECT_CLASS (nsc_evidence_row_parent_class)->dispose (object);
}

static void
nsc_evidence_row_class_init (NscEvidenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_evidence_row_dispose;
  g_type_ensure (NSC_TYPE_EVIDENCE_DOORS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-evidence-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NscEvidenceRow, confidence_label);
  gtk_widget_class_bind_template_child (widget_class, NscEvidenceRow, details_label);
  gtk_widget_class_bind_template_child (widget_class, NscEvidenceRow, doors);
  gtk_widget_class_bind_template_child (widget_class, NscEvidenceRow, doubt_image);
  gtk_widget_class_bind_template_child (widget_class, NscEvidenceRow, source_label);
  gtk_widget_class_bind_template_child (widget_class, NscEvidenceRow, title_label);
}

static void
nsc_evidence_row_init (NscEvidenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
nsc_evidence_row_new (void)
{
  return g_object_new (NSC_TYPE_EVIDENCE_ROW, NULL);
}

void
nsc_evidence_row_set_evidence (NscEvidenceRow *self, NscEvidence *evidence)
{
  const NscEvidenceParts *parts;

  g_return_if_fail (NSC_IS_EVIDENCE_ROW (self));

  parts = nsc_evidence_get_parts (evidence);
  set_text (self->title_label, parts->title);
  set_text (self->details_label, parts->details);
  set_text (self->source_label, parts->source);
  set_text (self->confidence_label, parts->confidence);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->source_label), parts->source);
  gtk_widget_set_tooltip_text (self->doubt_image, parts->confidence);
  gtk_widget_set_visible (self->doubt_image, parts->doubtful);
  nsc_evidence_doors_show (self->doors, evidence, FALSE);
}
