/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-history-list.h"

#include "nsc-error-door.h"
#include "nsc-step-list.h"
#include "nsc-step-words.h"
#include "nsc-tongue.h"

#include "nsc-text.h"

#include <glib/gi18n-lib.h>

struct _NscHistoryList
{
  AdwBin parent_instance;

  NscProject *project;
  NscStepList *steps; /* NULL while nobody looks */

  AdwStatusPage *error_page;
  GtkNoSelection *selection;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (NscHistoryList, nsc_history_list, ADW_TYPE_BIN)

/* ---- words ---- */

static char *
dup_name (const NscStep *step)
{
  return step != NULL ? nsc_step_words (step) : g_strdup (_ ("Before these steps"));
}

/* "Today, 14:02 · 12 records". */
static char *
dup_details (const NscStep *step)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = step != NULL ? nsc_step_words_when (step, now) : NULL;
  guint64 n = step != NULL ? step->n_added + step->n_changed + step->n_deleted : 0;
  g_autofree char *digits = nsc_text_integer (nsc_tongue_get (), n);
  g_autofree char *count = NULL;

  if (when == NULL)
    return g_strdup (_ ("Older ones are no longer kept"));
  if (n <= 1)
    return g_steal_pointer (&when);
  count = g_strdup_printf (ngettext ("%s record", "%s records", n), digits);
  return g_strconcat (when, " · ", count, NULL);
}

static const char *
name_place (NscStepPlace place)
{
  switch (place)
    {
    case NSC_STEP_PLACE_CURRENT:
      return _ ("Current");
    case NSC_STEP_PLACE_UNDONE:
      return _ ("Undone");
    case NSC_STEP_PLACE_KEPT:
    default:
      return "";
    }
}

/* ---- rows ---- */

/* A mark where the project stands, the name over the details, and at the end what became of it. */
static void
setup_cb (NscHistoryList *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *details = gtk_label_new (NULL);

  gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (name), 3);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (details), 0);
  gtk_label_set_wrap (GTK_LABEL (details), TRUE);
  gtk_widget_add_css_class (details, "caption");
  gtk_widget_add_css_class (details, "dim-label");
  gtk_widget_add_css_class (details, "numeric");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), details);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (NscHistoryList *self, GtkListItem *item)
{
  NscStepItem *step = gtk_list_item_get_item (item);
  NscStepPlace place = nsc_step_item_get_place (step);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *mark = gtk_widget_get_first_child (box);
  GtkWidget *name = gtk_widget_get_first_child (gtk_widget_get_last_child (box));
  g_autofree char *words = dup_name (nsc_step_item_get_step (step));
  g_autofree char *when = dup_details (nsc_step_item_get_step (step));
  g_autofree char *details =
      place == NSC_STEP_PLACE_KEPT ? g_strdup (when) : g_strconcat (name_place (place), " · ", when, NULL);

  gtk_label_set_label (GTK_LABEL (name), words);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (name)), details);
  gtk_widget_set_opacity (mark, place == NSC_STEP_PLACE_CURRENT ? 1 : 0);
  if (place == NSC_STEP_PLACE_UNDONE)
    gtk_widget_add_css_class (name, "dim-label");
  else
    gtk_widget_remove_css_class (name, "dim-label");
  if (place == NSC_STEP_PLACE_CURRENT)
    gtk_widget_add_css_class (name, "heading");
  else
    gtk_widget_remove_css_class (name, "heading");
  gtk_list_item_set_accessible_label (item, words);
  gtk_list_item_set_accessible_description (item, details);
}

/* ---- callbacks ---- */

static void
activated_cb (NscHistoryList *self, guint position)
{
  g_autoptr (NscStepItem) item = g_list_model_get_item (G_LIST_MODEL (self->steps), position);

  if (item != NULL && nsc_step_item_get_place (item) != NSC_STEP_PLACE_CURRENT)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to-step", "x", nsc_step_item_get_id (item));
}

static void
update (NscHistoryList *self)
{
  const GError *error = self->steps != NULL ? nsc_answer_list_get_error (NSC_ANSWER_LIST (self->steps)) : NULL;

  if (error != NULL)
    {
      nsc_error_door_fill_page (self->error_page, error);
      gtk_stack_set_visible_child_name (self->stack, "error");
    }
  else if (self->steps != NULL && nsc_answer_list_is_loaded (NSC_ANSWER_LIST (self->steps)))
    gtk_stack_set_visible_child_name (self->stack,
                                      g_list_model_get_n_items (G_LIST_MODEL (self->steps)) > 0 ? "steps" : "empty");
}

static void
let_go (NscHistoryList *self)
{
  if (self->steps == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->steps, update, self);
  gtk_no_selection_set_model (self->selection, NULL);
  g_clear_object (&self->steps);
}

static void
look (NscHistoryList *self)
{
  let_go (self);
  if (self->project == NULL)
    return;
  self->steps = nsc_step_list_new (self->project);
  g_signal_connect_swapped (self->steps, "notify", G_CALLBACK (update), self);
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->steps));
}

/* ---- object ---- */

static void
nsc_history_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nsc_history_list_parent_class)->map (widget);
  look (NSC_HISTORY_LIST (widget));
}

static void
nsc_history_list_unmap (GtkWidget *widget)
{
  let_go (NSC_HISTORY_LIST (widget));
  GTK_WIDGET_CLASS (nsc_history_list_parent_class)->unmap (widget);
}

static void
nsc_history_list_dispose (GObject *object)
{
  NscHistoryList *self = NSC_HISTORY_LIST (object);

  if (self->selection != NULL)
    let_go (self);
  g_clear_object (&self->project);
  /* The template must not be the last to let go of a direct child. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_HISTORY_LIST);
  G_OBJECT_CLASS (nsc_history_list_parent_class)->dispose (object);
}

static void
nsc_history_list_class_init (NscHistoryListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_history_list_dispose;
  widget_class->map = nsc_history_list_map;
  widget_class->unmap = nsc_history_list_unmap;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-history-list.ui");
  gtk_widget_class_bind_template_child (widget_class, NscHistoryList, error_page);
  gtk_widget_class_bind_template_child (widget_class, NscHistoryList, selection);
  gtk_widget_class_bind_template_child (widget_class, NscHistoryList, stack);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
}

static void
nsc_history_list_init (NscHistoryList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
nsc_history_list_new (void)
{
  return g_object_new (NSC_TYPE_HISTORY_LIST, NULL);
}

void
nsc_history_list_set_project (NscHistoryList *self, NscProject *project)
{
  g_return_if_fail (NSC_IS_HISTORY_LIST (self));

  let_go (self);
  g_set_object (&self->project, project);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    look (self);
}
