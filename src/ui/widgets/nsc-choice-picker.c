/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-choice-picker.h"

#include "nsc-search-rank.h"

#include <glib/gi18n-lib.h>

#define LIST_HEIGHT 240

/* From here on the list has its height whatever is found. */
#define MANY 8

struct _NscChoicePicker
{
  GtkBox parent_instance;

  NscChoiceList *choices;
  char *value; /* what was stored before */
  GtkStringFilter *filter;
  GtkFilterListModel *found;
  GtkSingleSelection *selection;
  guint frames; /* since it came */

  GtkWidget *entry;
  GtkWidget *nothing; /* over the list that is empty */
  GtkWidget *scrolled;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (NscChoicePicker, nsc_choice_picker, GTK_TYPE_BOX)

enum
{
  PICKED,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- what is marked ---- */

static void
mark (NscChoicePicker *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION && self->frames >= 3)
    gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_NONE, NULL);
}

static void
mark_value (NscChoicePicker *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NscChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->found), i);

      if (!g_str_equal (nsc_choice_get_value (choice), self->value))
        continue;
      mark (self, i);
      return;
    }
  mark (self, GTK_INVALID_LIST_POSITION);
}

/* The best of what was found. */
static void
mark_best (NscChoicePicker *self, const char *text)
{
  g_autofree char *wanted = nsc_search_rank_fold (text);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  guint best = GTK_INVALID_LIST_POSITION;
  NscSearchRank best_rank = NSC_SEARCH_RANK_HAS;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NscChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->found), i);
      g_autofree char *search = NULL;
      g_autofree char *folded = NULL;
      NscSearchRank rank;

      g_object_get (choice, "search", &search, NULL);
      folded = nsc_search_rank_fold (search);
      rank = nsc_search_rank (folded, wanted);
      if (best != GTK_INVALID_LIST_POSITION && rank >= best_rank)
        continue;
      best = i;
      best_rank = rank;
    }
  mark (self, best);
}

/* ---- callbacks ---- */

static void
searched_cb (NscChoicePicker *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gboolean found;

  gtk_string_filter_set_search (self->filter, text);
  found = g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0;
  gtk_widget_set_visible (self->nothing, !found && nsc_answer_list_is_loaded (NSC_ANSWER_LIST (self->choices)));
  if (*text != '\0')
    mark_best (self, text);
  else
    mark_value (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
pick (NscChoicePicker *self)
{
  if (gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[PICKED], 0);
}

static void
activated_cb (NscChoicePicker *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  pick (self);
}

/* What is typed goes to the entry, and arrows to the list, wherever the focus is. */
static gboolean
key_cb (NscChoicePicker *self, guint key, guint code, GdkModifierType state)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  guint position = gtk_single_selection_get_selected (self->selection);

  if (n == 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      mark (self, position == GTK_INVALID_LIST_POSITION ? 0 : MIN (position + 1, n - 1));
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      mark (self, position == GTK_INVALID_LIST_POSITION || position == 0 ? 0 : position - 1);
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  g_signal_emit (self, signals[CHANGED], 0);
  return GDK_EVENT_STOP;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *hint = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (hint), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_add_css_class (hint, "caption");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  NscChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *hint = gtk_widget_get_next_sibling (label);

  gtk_label_set_label (GTK_LABEL (label), nsc_choice_get_label (choice));
  gtk_label_set_label (GTK_LABEL (hint), nsc_choice_get_hint (choice));
  gtk_widget_set_visible (hint, *nsc_choice_get_hint (choice) != '\0');
  gtk_list_item_set_accessible_label (item, nsc_choice_get_label (choice));
}

static void
loaded_cb (NscChoicePicker *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->choices)) > MANY)
    gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scrolled), LIST_HEIGHT);
  searched_cb (self);
}

/* ---- object ---- */

/* Only now does the list know where its items are, and how high it is: that it stays, whatever is found. */
static gboolean
show_marked_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  NscChoicePicker *self = NSC_CHOICE_PICKER (widget);

  if (++self->frames < 3)
    return G_SOURCE_CONTINUE;
  gtk_widget_set_size_request (self->scrolled, -1, gtk_widget_get_height (self->scrolled));
  mark (self, gtk_single_selection_get_selected (self->selection));
  return G_SOURCE_REMOVE;
}

static void
nsc_choice_picker_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nsc_choice_picker_parent_class)->map (widget);
  NSC_CHOICE_PICKER (widget)->frames = 0;
  gtk_widget_add_tick_callback (widget, show_marked_cb, NULL, NULL);
}

static gboolean
nsc_choice_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NSC_CHOICE_PICKER (widget)->entry);
}

static void
nsc_choice_picker_dispose (GObject *object)
{
  NscChoicePicker *self = NSC_CHOICE_PICKER (object);

  g_clear_object (&self->choices);
  g_clear_object (&self->filter);
  g_clear_object (&self->found);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (nsc_choice_picker_parent_class)->dispose (object);
}

static void
nsc_choice_picker_finalize (GObject *object)
{
  g_free (NSC_CHOICE_PICKER (object)->value);
  G_OBJECT_CLASS (nsc_choice_picker_parent_class)->finalize (object);
}

static void
nsc_choice_picker_class_init (NscChoicePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsc_choice_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsc_choice_picker_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = nsc_choice_picker_grab_focus;
  GTK_WIDGET_CLASS (klass)->map = nsc_choice_picker_map;

  signals[PICKED] =
      g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nsc_choice_picker_init (NscChoicePicker *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

static void
add_list (NscChoicePicker *self, const char *name)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *overlay;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory));
  gtk_list_view_set_single_click_activate (self->view, TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self->view), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "nsc-found");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_widget_set_focusable (self->scrolled, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));

  self->nothing = gtk_label_new (_ ("Nothing Found"));
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_valign (self->nothing, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->nothing, 12);
  gtk_widget_set_visible (self->nothing, FALSE);
  overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->scrolled);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->nothing);
  gtk_box_append (GTK_BOX (self), overlay);
}

GtkWidget *
nsc_choice_picker_new (NscChoiceList *choices, const char *value, const char *name)
{
  NscChoicePicker *self = g_object_new (NSC_TYPE_CHOICE_PICKER, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->choices = g_object_ref (choices);
  self->value = g_strdup (value);
  self->filter = gtk_string_filter_new (gtk_property_expression_new (NSC_TYPE_CHOICE, NULL, "search"));
  self->found =
      gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (choices)), g_object_ref (GTK_FILTER (self->filter)));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->found)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);

  self->entry = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (self), self->entry);
  add_list (self, name);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (pick), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (choices, "notify::loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  loaded_cb (self);
  return GTK_WIDGET (self);
}

NscChoiceList *
nsc_choice_picker_get_choices (NscChoicePicker *self)
{
  g_return_val_if_fail (NSC_IS_CHOICE_PICKER (self), NULL);
  return self->choices;
}

const char *
nsc_choice_picker_get_value (NscChoicePicker *self)
{
  NscChoice *choice;

  g_return_val_if_fail (NSC_IS_CHOICE_PICKER (self), NULL);

  choice = gtk_single_selection_get_selected_item (self->selection);
  if (choice != NULL)
    return nsc_choice_get_value (choice);
  /* Nothing was asked for yet. */
  return *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0' ? self->value : NULL;
}
