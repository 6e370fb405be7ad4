/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-evidence-doors.h"

#include <glib/gi18n-lib.h>

struct _NscEvidenceDoors
{
  AdwBin parent_instance;

  GtkButton *doors[NSC_EVIDENCE_MAX_DOORS];
};

G_DEFINE_FINAL_TYPE (NscEvidenceDoors, nsc_evidence_doors, ADW_TYPE_BIN)

static GtkWidget *
make_door (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "nsc-door");
  return button;
}

static void
show_door (GtkButton *button, const NscEvidenceDoor *door)
{
  /* Translators: what a button does, "Open Issue: Norms of 2015". */
  g_autofree char *words = g_strdup_printf (_ ("Open %s"), door->label);

  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (button)), door->label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  /* The action never without its target, of which GTK would complain. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", door->table->name, door->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-record");
}

static void
nsc_evidence_doors_class_init (NscEvidenceDoorsClass *klass)
{
}

static void
nsc_evidence_doors_init (NscEvidenceDoors *self)
{
  AdwWrapBox *box = ADW_WRAP_BOX (adw_wrap_box_new ());

  adw_wrap_box_set_child_spacing (box, 6);
  adw_wrap_box_set_line_spacing (box, 6);
  for (guint i = 0; i < NSC_EVIDENCE_MAX_DOORS; i++)
    {
      self->doors[i] = GTK_BUTTON (make_door ());
      adw_wrap_box_append (box, GTK_WIDGET (self->doors[i]));
    }
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

GtkWidget *
nsc_evidence_doors_new (void)
{
  return g_object_new (NSC_TYPE_EVIDENCE_DOORS, NULL);
}

void
nsc_evidence_doors_show (NscEvidenceDoors *self, NscEvidence *evidence, gboolean shared)
{
  const NscEvidenceParts *parts;
  gboolean any = FALSE;

  g_return_if_fail (NSC_IS_EVIDENCE_DOORS (self));

  parts = nsc_evidence_get_parts (evidence);
  for (guint i = 0; i < NSC_EVIDENCE_MAX_DOORS; i++)
    {
      gboolean here = i < parts->n_doors && parts->doors[i].shared == shared;

      if (here)
        show_door (self->doors[i], &parts->doors[i]);
      gtk_widget_set_visible (GTK_WIDGET (self->doors[i]), here);
      any = any || here;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}
