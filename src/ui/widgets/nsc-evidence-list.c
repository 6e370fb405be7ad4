/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-evidence-list.h"

#include "nsc-accessible-names.h"
#include "nsc-error-door.h"
#include "nsc-evidence-doors.h"
#include "nsc-evidence-filler.h"
#include "nsc-handover-list.h"
#include "nsc-inquiry.h"
#include "nsc-tongue.h"

#include "nsc-text.h"

#include <glib/gi18n-lib.h>

struct _NscEvidenceList
{
  AdwBin parent_instance;

  NscProject *project;          /* whose records they are */
  NscEvidenceCollection *shown; /* NULL: none yet */
  GCancellable *cancellable;    /* of the question under way, NULL: none */
  GdkFrameClock *clock;         /* whose next layout brings the first record, NULL: none is to come */
  NscEvidenceFiller *filler;

  GtkLabel *heading;
  GtkLabel *unordered;   /* says so */
  NscHandoverList *rows; /* an NscEvidenceCollection */
  GtkWidget *spinner;
  GtkStack *stack;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (NscEvidenceList, nsc_evidence_list, ADW_TYPE_BIN)

/* What is asked about: marks, or a source. */
typedef struct
{
  NscResult *result;
  gint64 *keys;
  guint n_keys;
  char *source;
  char *confidence;
  const char *language;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_object (&question->result);
  g_free (question->keys);
  g_free (question->source);
  g_free (question->confidence);
  g_free (question);
}

static gpointer
collect (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;

  if (question->result == NULL)
    return nsc_evidence_collection_new_of_source (reader, question->source, question->confidence, question->language,
                                                  cancellable, error);
  return nsc_evidence_collection_new (reader, question->result, question->keys, question->n_keys, question->language,
                                      cancellable, error);
}

static void
forget_layout (NscEvidenceList *self)
{
  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_data (self->clock, self);
  g_clear_object (&self->clock);
}

static void
laid_out_cb (NscEvidenceList *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    return;
  forget_layout (self);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), 0);
}

/* Not only the first record, what is said above it is to be seen too. The list scrolls past it when it lays out new
 * records; what is set after that and before the frame is painted is all that is seen. */
static void
show_top (NscEvidenceList *self)
{
  forget_layout (self);
  if (!gtk_widget_get_realized (GTK_WIDGET (self->view)))
    return;
  self->clock = g_object_ref (gtk_widget_get_frame_clock (GTK_WIDGET (self->view)));
  g_signal_connect_data (self->clock, "layout", G_CALLBACK (laid_out_cb), self, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
}

/* That what is early in the list is not what is early in time. */
static void
tell_order (NscEvidenceList *self)
{
  g_autofree char *digits = nsc_text_integer (nsc_tongue_get (), NSC_EVIDENCE_MOST_ORDERED);
  g_autofree char *words = NULL;

  /* Translators: over a list of more records than can be ordered; the argument is the most that can, 2,000. */
  words = g_strdup_printf (_ ("More than %s records: in the order of their table, not by date"), digits);
  gtk_label_set_label (self->unordered, words);
  gtk_widget_set_visible (GTK_WIDGET (self->unordered),
                          self->shown != NULL && !nsc_evidence_collection_is_ordered (self->shown));
}

static void
take_collection (gpointer owner, gpointer answer, const GError *error)
{
  NscEvidenceList *self = owner;
  g_autoptr (NscEvidenceCollection) found = answer;

  gtk_widget_set_visible (self->spinner, FALSE);
  if (found == NULL)
    {
      nsc_error_door_show (GTK_WIDGET (self), error);
      return;
    }
  g_set_object (&self->shown, found);
  tell_order (self);
  nsc_evidence_filler_set_project (self->filler, self->project, nsc_tongue_get ());
  nsc_handover_list_set (self->rows, G_LIST_MODEL (found));
  show_top (self);
}

/* What is listed, for who does not see where the list stands. */
static void
tell_name (NscEvidenceList *self, const Question *question)
{
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
      question->result != NULL ? _ ("Records behind the mark") : _ ("Records of the source"), -1);
}

/* Takes over QUESTION. */
static void
ask (NscEvidenceList *self, NscProject *project, Question *question, const char *heading)
{
  g_set_object (&self->project, project);
  question->language = nsc_tongue_get ();
  tell_name (self, question);
  gtk_label_set_label (self->heading, heading);
  gtk_widget_set_visible (self->spinner, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "records");
  nsc_inquiry_ask (self, &self->cancellable, project, collect, question, question_free, g_object_unref,
                   take_collection);
}

/* ---- rows ---- */

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  nsc_evidence_filler_bind (user_data, item);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  nsc_evidence_filler_unbind (user_data, item);
}

/* ---- headings: what is known of the mark stands above the first ---- */

static void
setup_heading_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *facts = gtk_grid_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_grid_set_column_spacing (GTK_GRID (facts), 12);
  gtk_grid_set_row_spacing (GTK_GRID (facts), 6);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), facts);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), nsc_evidence_doors_new ());
  gtk_list_header_set_child (header, box);
}

static GtkWidget *
make_fact_label (const char *text, gboolean is_value)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), is_value ? 1 : 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, is_value);
  if (!is_value)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
fill_facts (GtkGrid *grid, GPtrArray *facts)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
  for (guint i = 0; facts != NULL && i < facts->len; i++)
    {
      const NscFact *fact = g_ptr_array_index (facts, i);

      gtk_grid_attach (grid, make_fact_label (fact->label, FALSE), 0, (int) i, 1, 1);
      gtk_grid_attach (grid, make_fact_label (fact->value, TRUE), 1, (int) i, 1, 1);
    }
  gtk_widget_set_visible (GTK_WIDGET (grid), facts != NULL && facts->len > 0);
}

static void
bind_heading_cb (GtkSignalListItemFactory *factory, GtkListHeader *header, gpointer user_data)
{
  NscEvidenceList *self = user_data;
  GtkWidget *facts = gtk_widget_get_first_child (gtk_list_header_get_child (header));
  GtkWidget *label = gtk_widget_get_next_sibling (facts);
  guint start = gtk_list_header_get_start (header);
  g_autofree char *words = NULL;

  if (self->shown == NULL)
    return;
  /* Translators: what a list shows, and how many of them: "Mentions (3)". */
  words = g_strdup_printf (_ ("%1$s (%2$u)"), nsc_evidence_collection_get_heading (self->shown, start),
                           gtk_list_header_get_n_items (header));
  gtk_label_set_label (GTK_LABEL (label), words);
  nsc_evidence_doors_show (NSC_EVIDENCE_DOORS (gtk_widget_get_next_sibling (label)), gtk_list_header_get_item (header),
                           TRUE);
  fill_facts (GTK_GRID (facts), start == 0 ? nsc_evidence_collection_get_facts (self->shown) : NULL);
}

static void
add_factories (NscEvidenceList *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headings = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_row_cb), self->filler, 0);
  g_signal_connect_object (rows, "unbind", G_CALLBACK (unbind_row_cb), self->filler, 0);
  g_signal_connect (headings, "setup", G_CALLBACK (setup_heading_cb), NULL);
  g_signal_connect (headings, "bind", G_CALLBACK (bind_heading_cb), self);
  gtk_list_view_set_factory (self->view, rows);
  gtk_list_view_set_header_factory (self->view, headings);
}

/* ---- keys: arrow keys of a list pass by its headings, whose doors are for everybody ---- */

/* The child of the list in which the focus is, a row or a heading. */
static GtkWidget *
get_focused_part (NscEvidenceList *self)
{
  GtkWidget *part = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  while (part != NULL && gtk_widget_get_parent (part) != GTK_WIDGET (self->view))
    part = gtk_widget_get_parent (part);
  return part;
}

static gboolean
to_heading_cb (GtkWidget *view, GVariant *arguments, gpointer user_data)
{
  GtkWidget *part = get_focused_part (user_data);
  GtkWidget *above = part != NULL ? gtk_widget_get_prev_sibling (part) : NULL;

  /* Only a heading answers: a row has a door too, but is a stop itself. */
  return above != NULL && !gtk_widget_get_focusable (above) && gtk_widget_child_focus (above, GTK_DIR_TAB_FORWARD);
}

static gboolean
from_heading_cb (GtkWidget *view, GVariant *arguments, gpointer user_data)
{
  GtkWidget *part = get_focused_part (user_data);
  GtkWidget *below = part != NULL ? gtk_widget_get_next_sibling (part) : NULL;

  return below != NULL && !gtk_widget_get_focusable (part) && gtk_widget_grab_focus (below);
}

static void
add_key (GtkEventController *keys, guint key, GdkModifierType modifiers, GtkShortcutFunc func, gpointer data)
{
  GtkShortcutAction *action = gtk_callback_action_new (func, data, NULL);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), action));
}

static void
add_keys (NscEvidenceList *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, GDK_KEY_Up, 0, to_heading_cb, self);
  add_key (keys, GDK_KEY_KP_Up, 0, to_heading_cb, self);
  add_key (keys, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, to_heading_cb, self);
  add_key (keys, GDK_KEY_Down, 0, from_heading_cb, self);
  add_key (keys, GDK_KEY_KP_Down, 0, from_heading_cb, self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

/* ---- callbacks ---- */

static void
activated_cb (NscEvidenceList *self, guint position)
{
  g_autoptr (NscEvidence) evidence = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (evidence != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-record", "(sx)", nsc_evidence_get_table (evidence)->name,
                                nsc_evidence_get_row (evidence));
}

/* ---- overrides ---- */

static void
nsc_evidence_list_dispose (GObject *object)
{
  NscEvidenceList *self = NSC_EVIDENCE_LIST (object);

  nsc_inquiry_cancel (&self->cancellable);
  forget_layout (self);
  g_clear_object (&self->project);
  g_clear_object (&self->shown);
  /* The template must not be the last to let go of a direct child. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_EVIDENCE_LIST);
  if (self->filler != NULL)
    nsc_evidence_filler_set_project (self->filler, NULL, NULL);
  g_clear_object (&self->filler);
  G_OBJECT_CLASS (nsc_evidence_list_parent_class)->dispose (object);
}

static void
nsc_evidence_list_class_init (NscEvidenceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_evidence_list_dispose;
  g_type_ensure (NSC_TYPE_HANDOVER_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-evidence-list.ui");
  gtk_widget_class_bind_template_child (widget_class, NscEvidenceList, heading);
  gtk_widget_class_bind_template_child (widget_class, NscEvidenceList, rows);
  gtk_widget_class_bind_template_child (widget_class, NscEvidenceList, spinner);
  gtk_widget_class_bind_template_child (widget_class, NscEvidenceList, stack);
  gtk_widget_class_bind_template_child (widget_class, NscEvidenceList, unordered);
  gtk_widget_class_bind_template_child (widget_class, NscEvidenceList, view);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
nsc_evidence_list_init (NscEvidenceList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filler = nsc_evidence_filler_new ();
  nsc_accessible_names_complete (GTK_WIDGET (self));
  add_factories (self);
  add_keys (self);
}

/* ---- public ---- */

void
nsc_evidence_list_show (NscEvidenceList *self,
                        NscProject *project,
                        NscResult *result,
                        const gint64 *keys,
                        guint n_keys,
                        const char *heading)
{
  Question *question;

  g_return_if_fail (NSC_IS_EVIDENCE_LIST (self));

  question = g_new0 (Question, 1);
  question->result = g_object_ref (result);
  question->keys = g_memdup2 (keys, n_keys * sizeof *keys);
  question->n_keys = n_keys;
  ask (self, project, question, heading);
}

void
nsc_evidence_list_show_source (
    NscEvidenceList *self, NscProject *project, const char *source, const char *confidence, const char *heading)
{
  Question *question;

  g_return_if_fail (NSC_IS_EVIDENCE_LIST (self));

  question = g_new0 (Question, 1);
  question->source = g_strdup (source);
  question->confidence = g_strdup (confidence);
  ask (self, project, question, heading);
}

void
nsc_evidence_list_clear (NscEvidenceList *self)
{
  g_return_if_fail (NSC_IS_EVIDENCE_LIST (self));
  nsc_inquiry_cancel (&self->cancellable);
  g_clear_object (&self->project);
  g_clear_object (&self->shown);
  tell_order (self);
  nsc_handover_list_set (self->rows, NULL);
  nsc_evidence_filler_set_project (self->filler, NULL, NULL);
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}
