/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-help-window.h"

#include "nsc-help-topic.h"
#include "nsc-tongue.h"

#define LINK "help:"

struct _NscHelpWindow
{
  AdwWindow parent_instance;

  const char *topic; /* of the list of topics, as old as the program */

  GtkBox *body;
  GtkScrolledWindow *scrolled;
  AdwNavigationSplitView *split_view;
  GtkListBox *topic_list;
  AdwNavigationPage *topic_page;
};

G_DEFINE_FINAL_TYPE (NscHelpWindow, nsc_help_window, ADW_TYPE_WINDOW)

static void show_topic (NscHelpWindow *self, const char *id);

/* ---- the words of a topic ---- */

static gboolean
link_cb (GtkLabel *label, const char *uri, NscHelpWindow *self)
{
  if (!g_str_has_prefix (uri, LINK))
    return FALSE;
  show_topic (self, uri + strlen (LINK));
  return TRUE;
}

static GtkWidget *
make_label (NscHelpWindow *self, const char *markup, const char *css_class, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", markup, "use-markup", TRUE, "wrap",
                                   TRUE, "xalign", 0.0, "hexpand", TRUE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (link_cb), self, 0);
  return label;
}

static GtkWidget *
make_item (NscHelpWindow *self, const char *sign, const char *markup)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *mark = gtk_label_new (sign);

  gtk_label_set_width_chars (GTK_LABEL (mark), 2);
  gtk_label_set_xalign (GTK_LABEL (mark), 1);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (mark, "numeric");
  gtk_widget_add_css_class (mark, "dim-label");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), make_label (self, markup, NULL, GTK_ACCESSIBLE_ROLE_LABEL));
  return box;
}

static GtkWidget *
make_note (NscHelpWindow *self, const char *markup)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = make_label (self, markup, NULL, GTK_ACCESSIBLE_ROLE_NOTE);

  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  gtk_widget_set_margin_start (label, 15);
  gtk_widget_set_margin_end (label, 15);
  gtk_widget_add_css_class (card, "card");
  gtk_box_append (GTK_BOX (card), label);
  return card;
}

static GtkWidget *
make_block (NscHelpWindow *self, const NscHelpBlock *block)
{
  g_autofree char *number = NULL;

  switch (block->kind)
    {
    case NSC_HELP_HEADING:
      return make_label (self, block->markup, "title-4", GTK_ACCESSIBLE_ROLE_HEADING);
    case NSC_HELP_STEP:
      number = g_strdup_printf ("%u", block->number);
      return make_item (self, number, block->markup);
    case NSC_HELP_BULLET:
      return make_item (self, "•", block->markup);
    case NSC_HELP_NOTE:
      return make_note (self, block->markup);
    case NSC_HELP_CODE:
      return make_label (self, block->markup, "monospace", GTK_ACCESSIBLE_ROLE_LABEL);
    case NSC_HELP_PARAGRAPH:
    default:
      return make_label (self, block->markup, NULL, GTK_ACCESSIBLE_ROLE_LABEL);
    }
}

static void
set_accessible_label (GtkWidget *widget, const char *markup)
{
  g_autofree char *words = NULL;

  if (pango_parse_markup (markup, -1, 0, NULL, &words, NULL, NULL))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
fill_body (NscHelpWindow *self, const NscHelpTopic *topic)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->body))) != NULL)
    gtk_box_remove (self->body, child);
  gtk_box_append (self->body, make_label (self, topic->title, "title-1", GTK_ACCESSIBLE_ROLE_HEADING));
  gtk_box_append (self->body, make_label (self, topic->description, "dim-label", GTK_ACCESSIBLE_ROLE_LABEL));
  for (guint i = 0; i < topic->blocks->len; i++)
    gtk_box_append (self->body, make_block (self, g_ptr_array_index (topic->blocks, i)));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  set_accessible_label (GTK_WIDGET (self->scrolled), topic->title);
}

/* ---- topics ---- */

static guint
find_position (const char *id)
{
  const char *const *topics = nsc_help_topic_list ();

  for (guint i = 0; topics[i] != NULL; i++)
    if (g_strcmp0 (topics[i], id) == 0)
      return i;
  return 0;
}

static void
show_topic (NscHelpWindow *self, const char *id)
{
  guint position = find_position (id);
  g_autoptr (NscHelpTopic) topic = NULL;
  g_autoptr (GError) error = NULL;

  self->topic = nsc_help_topic_list ()[position];
  topic = nsc_help_topic_load (self->topic, nsc_tongue_get (), &error);
  gtk_list_box_select_row (self->topic_list, gtk_list_box_get_row_at_index (self->topic_list, (int) position));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  if (topic == NULL)
    {
      /* The pages are part of the program: only a broken build has none. */
      g_warning ("%s", error->message);
      return;
    }
  adw_navigation_page_set_title (self->topic_page, topic->title);
  fill_body (self, topic);
}

static void
row_activated_cb (NscHelpWindow *self, GtkListBoxRow *row)
{
  show_topic (self, nsc_help_topic_list ()[gtk_list_box_row_get_index (row)]);
}

static void
list_topics (NscHelpWindow *self)
{
  for (const char *const *id = nsc_help_topic_list (); *id != NULL; id++)
    {
      g_autoptr (NscHelpTopic) topic = nsc_help_topic_load (*id, nsc_tongue_get (), NULL);
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_markup (GTK_LABEL (label), topic != NULL ? topic->title : *id);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_list_box_append (self->topic_list, label);
      set_accessible_label (gtk_widget_get_parent (label), topic != NULL ? topic->title : *id);
    }
}

/* The help does not outlive the windows that it speaks of. */
static void
window_removed_cb (NscHelpWindow *self, GtkWindow *removed, GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (l->data != self && l->data != removed)
      return;
  if (removed != GTK_WINDOW (self))
    gtk_window_close (GTK_WINDOW (self));
}

/* ---- overrides ---- */

static void
nsc_help_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_HELP_WINDOW);
  G_OBJECT_CLASS (nsc_help_window_parent_class)->dispose (object);
}

static void
nsc_help_window_class_init (NscHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_help_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NscHelpWindow, body);
  gtk_widget_class_bind_template_child (widget_class, NscHelpWindow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, NscHelpWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, NscHelpWindow, topic_list);
  gtk_widget_class_bind_template_child (widget_class, NscHelpWindow, topic_page);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
nsc_help_window_init (NscHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  list_topics (self);
}

NscHelpWindow *
nsc_help_window_present (GtkApplication *application, const char *topic)
{
  NscHelpWindow *self = NULL;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (NSC_IS_HELP_WINDOW (l->data))
      self = l->data;
  if (self == NULL)
    {
      self = g_object_new (NSC_TYPE_HELP_WINDOW, "application", application, NULL);
      g_signal_connect_object (application, "window-removed", G_CALLBACK (window_removed_cb), self, G_CONNECT_SWAPPED);
      show_topic (self, topic);
      gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->topic_list)));
    }
  else if (topic != NULL)
    show_topic (self, topic);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

const char *
nsc_help_window_get_topic (NscHelpWindow *self)
{
  g_return_val_if_fail (NSC_IS_HELP_WINDOW (self), NULL);
  return self->topic;
}
