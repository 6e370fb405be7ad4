/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-stories-page.h"

#include "nsc-accessible-names.h"
#include "nsc-error-door.h"
#include "nsc-inquiry.h"
#include "nsc-record-form.h"
#include "nsc-step-toast.h"
#include "nsc-story-book.h"
#include "nsc-story-view.h"
#include "nsc-story.h"
#include "nsc-tongue.h"

#include "nsc-error.h"
#include "nsc-words.h"

#include <glib/gi18n-lib.h>

struct _NscStoriesPage
{
  NscPage parent_instance;

  NscStoryBook *book;        /* NULL until it is read */
  GCancellable *cancellable; /* of the reading under way, NULL: none */
  char *open_id;             /* of the story whose steps are shown, NULL: none */
  gboolean stale;            /* the project has changed since it was read, while nobody looked */

  AdwStatusPage *error_page;
  GtkListBox *list;
  AdwNavigationView *navigation;
  GtkButton *present_button;
  GtkButton *small_present_button;
  GtkStack *stack;
  GtkStack *steps_stack;
  AdwNavigationPage *story_page;
  NscStoryView *view;
  AdwWindowTitle *window_title;
};

G_DEFINE_FINAL_TYPE (NscStoriesPage, nsc_stories_page, NSC_TYPE_PAGE)

/* What is read at once. */
typedef struct
{
  char *open_id;
  NscStoryBook *book;
  NscStory *story; /* the open one, NULL where there is none */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_free (self->open_id);
  g_clear_pointer (&self->book, nsc_story_book_unref);
  g_clear_pointer (&self->story, nsc_story_free);
  g_free (self);
}

static gpointer
read_stories (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *open_id = data;
  Reading *self = g_new0 (Reading, 1);

  self->open_id = g_strdup (open_id);
  self->book = nsc_story_book_load (reader, cancellable, error);
  if (self->book != NULL && open_id != NULL && nsc_story_book_find (self->book, open_id) != NULL)
    self->story = nsc_story_load (reader, open_id, nsc_tongue_get (), error);
  if (self->book != NULL &&
      (self->story != NULL || open_id == NULL || nsc_story_book_find (self->book, open_id) == NULL))
    return self;
  reading_free (self);
  return NULL;
}

/* ---- what is shown ---- */

static gboolean
is_writable (NscStoriesPage *self)
{
  NscProject *project = nsc_page_get_project (NSC_PAGE (self));

  return project != NULL && nsc_project_get_read_only_reason (project) == NULL;
}

static void
update_actions (NscStoriesPage *self)
{
  gboolean open = is_writable (self) && self->open_id != NULL && self->book != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stories.add", is_writable (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stories.rename", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stories.duplicate", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stories.delete", open);
}

static char *
dup_count (guint n)
{
  return n == 0 ? g_strdup (_ ("No figures yet")) : g_strdup_printf (ngettext ("%u figure", "%u figures", n), n);
}

static void
add_story_row (NscStoriesPage *self, const NscRecord *story)
{
  GtkWidget *row = adw_action_row_new ();
  const char *id = nsc_record_get_id (story);
  g_autofree char *count = dup_count (nsc_story_book_get_steps (self->book, id)->len);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), nsc_record_get_name (story, nsc_tongue_get ()));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), count);
  nsc_accessible_names_complete_row (ADW_ACTION_ROW (row));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "nsc-story", g_strdup (id), g_free);
  gtk_list_box_append (self->list, row);
}

static void
show_list (NscStoriesPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
  GPtrArray *stories = nsc_story_book_get_stories (self->book);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < stories->len; i++)
    add_story_row (self, g_ptr_array_index (stories, i));
  gtk_stack_set_visible_child_name (self->stack, stories->len > 0 ? "stories" : "empty");
  if (focused && stories->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
}

static void
leave_story (NscStoriesPage *self)
{
  g_clear_pointer (&self->open_id, g_free);
  nsc_story_view_clear (self->view);
  if (adw_navigation_view_get_visible_page (self->navigation) == self->story_page)
    adw_navigation_view_pop_to_tag (self->navigation, "list");
}

static void
offer_to_present (GtkButton *button, const NscStory *story)
{
  gboolean can = story->steps->len > 0;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", story->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), can ? "win.present-story" : NULL);
  if (!can)
    gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
}

static void
show_story (NscStoriesPage *self, const NscStory *story)
{
  g_autofree char *count = dup_count (story->steps->len);

  adw_window_title_set_title (self->window_title, story->title);
  adw_window_title_set_subtitle (self->window_title, count);
  adw_navigation_page_set_title (self->story_page, story->title);
  offer_to_present (self->present_button, story);
  offer_to_present (self->small_present_button, story);
  gtk_stack_set_visible_child_name (self->steps_stack, story->steps->len > 0 ? "steps" : "empty");
  nsc_story_view_show (self->view, nsc_page_get_project (NSC_PAGE (self)), self->book, story);
  if (adw_navigation_view_get_visible_page (self->navigation) != self->story_page)
    adw_navigation_view_push (self->navigation, self->story_page);
}

static void
show_error (NscStoriesPage *self, const GError *error)
{
  nsc_error_door_fill_page (self->error_page, error);
  gtk_stack_set_visible_child_name (self->stack, "error");
  leave_story (self);
}

/* ---- reading ---- */

static void
take_reading (gpointer owner, gpointer answer, const GError *error)
{
  NscStoriesPage *self = owner;
  Reading *reading = answer;

  if (reading == NULL)
    {
      show_error (self, error);
      return;
    }
  g_clear_pointer (&self->book, nsc_story_book_unref);
  self->book = g_steal_pointer (&reading->book);
  show_list (self);
  if (reading->story != NULL)
    show_story (self, reading->story);
  else
    leave_story (self);
  update_actions (self);
  reading_free (reading);
}

static void
read_again (NscStoriesPage *self)
{
  NscProject *project = nsc_page_get_project (NSC_PAGE (self));

  nsc_inquiry_cancel (&self->cancellable);
  self->stale = FALSE;
  if (project == NULL)
    return;
  nsc_inquiry_ask (self, &self->cancellable, project, read_stories, g_strdup (self->open_id), g_free, reading_free,
                   take_reading);
}

/* Only who looks at the stories waits for them. */
static void
read_when_seen (NscStoriesPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_again (self);
}

/* ---- callbacks ---- */

static void
row_activated_cb (NscStoriesPage *self, GtkListBoxRow *row)
{
  nsc_stories_page_open (self, g_object_get_data (G_OBJECT (row), "nsc-story"));
}

static void
popped_cb (NscStoriesPage *self)
{
  leave_story (self);
  update_actions (self);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscStoriesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStep) step = nsc_project_save_many_finish (NSC_PROJECT (source), result, &error);

  if (step != NULL)
    nsc_step_toast_show (GTK_WIDGET (self), step, NSC_STEP_TOAST_DONE);
  else
    nsc_error_door_show (GTK_WIDGET (self), error);
}

static void
change (NscStoriesPage *self, NscRecordChanges *taken)
{
  g_autoptr (NscRecordChanges) changes = taken;

  nsc_project_save_many_async (nsc_page_get_project (NSC_PAGE (self)), changes, NULL, changed_cb, g_object_ref (self));
}

/* ---- actions ---- */

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  nsc_record_form_present (widget, nsc_page_get_project (NSC_PAGE (widget)), nsc_table_find ("stories"), NULL);
}

static const NscRecord *
get_open (NscStoriesPage *self)
{
  return self->book != NULL && self->open_id != NULL ? nsc_story_book_find (self->book, self->open_id) : NULL;
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const NscRecord *story = get_open (NSC_STORIES_PAGE (widget));

  if (story != NULL)
    nsc_record_form_present (widget, nsc_page_get_project (NSC_PAGE (widget)), nsc_table_find ("stories"), story);
}

static char *
dup_copy_title (const NscRecord *story, const char *column, const char *language)
{
  const char *title = nsc_record_get_by_name (story, column);

  /* Translators: the title of a story that was duplicated. */
  return *title != '\0' ? g_strdup_printf (nsc_words_get (language, "%s (copy)"), title) : g_strdup ("");
}

/* The copy is what the person goes on with. */
static void
duplicate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NscStoriesPage *self = NSC_STORIES_PAGE (widget);
  const NscRecord *story = get_open (self);
  g_autofree char *title_en = NULL;
  g_autofree char *title_zh = NULL;
  NscRecordChanges *changes;

  if (story == NULL)
    return;
  title_en = dup_copy_title (story, "title_en", "en");
  title_zh = dup_copy_title (story, "title_zh", "zh_CN");
  changes = nsc_story_book_duplicate (self->book, self->open_id, title_en, title_zh);
  g_set_str (&self->open_id, nsc_record_get_id (changes->subject));
  change (self, changes);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NscStoriesPage *self = NSC_STORIES_PAGE (widget);

  if (get_open (self) != NULL)
    change (self, nsc_story_book_delete (self->book, self->open_id));
}

/* ---- page ---- */

static void
nsc_stories_page_project_set (NscPage *page)
{
  NscStoriesPage *self = NSC_STORIES_PAGE (page);

  nsc_inquiry_cancel (&self->cancellable);
  leave_story (self);
  g_clear_pointer (&self->book, nsc_story_book_unref);
  gtk_list_box_remove_all (self->list);
  gtk_stack_set_visible_child_name (self->stack, "waiting");
  read_when_seen (self);
  update_actions (self);
}

static void
nsc_stories_page_project_changed (NscPage *page)
{
  read_when_seen (NSC_STORIES_PAGE (page));
}

/* The open story; in the list the one of the row that has the focus, else the first. NULL where there is none. */
static const char *
find_meant (NscStoriesPage *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (self->open_id != NULL)
    return self->open_id;
  if (row == NULL)
    row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0));
  return row != NULL ? g_object_get_data (G_OBJECT (row), "nsc-story") : NULL;
}

static gboolean
present_meant (NscStoriesPage *self)
{
  const char *id = find_meant (self);

  if (id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.present-story", "s", id);
  return id != NULL;
}

static gboolean
nsc_stories_page_act (NscPage *page, NscPageAction action)
{
  if (action == NSC_PAGE_PRESENT)
    return present_meant (NSC_STORIES_PAGE (page));
  if (action != NSC_PAGE_ADD_RECORD)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (page), "stories.add", NULL);
  return TRUE;
}

static void
nsc_stories_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nsc_stories_page_parent_class)->map (widget);
  if (NSC_STORIES_PAGE (widget)->stale)
    read_again (NSC_STORIES_PAGE (widget));
}

static GtkWidget *
nsc_stories_page_get_part (NscPage *page, guint part)
{
  return part == 0 ? GTK_WIDGET (NSC_STORIES_PAGE (page)->navigation) : NULL;
}

static void
nsc_stories_page_dispose (GObject *object)
{
  NscStoriesPage *self = NSC_STORIES_PAGE (object);

  nsc_inquiry_cancel (&self->cancellable);
  g_clear_pointer (&self->book, nsc_story_book_unref);
  g_clear_pointer (&self->open_id, g_free);
  /* The template must not be the last to let go of a direct child. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_STORIES_PAGE);
  G_OBJECT_CLASS (nsc_stories_page_parent_class)->dispose (object);
}

static void
nsc_stories_page_class_init (NscStoriesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NscPageClass *page_class = NSC_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_stories_page_dispose;
  widget_class->map = nsc_stories_page_map;
  page_class->act = nsc_stories_page_act;
  page_class->get_part = nsc_stories_page_get_part;
  page_class->project_changed = nsc_stories_page_project_changed;
  page_class->project_set = nsc_stories_page_project_set;

  g_type_ensure (NSC_TYPE_STORY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-stories-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NscStoriesPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, NscStoriesPage, list);
  gtk_widget_class_bind_template_child (widget_class, NscStoriesPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, NscStoriesPage, present_button);
  gtk_widget_class_bind_template_child (widget_class, NscStoriesPage, small_present_button);
  gtk_widget_class_bind_template_child (widget_class, NscStoriesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NscStoriesPage, steps_stack);
  gtk_widget_class_bind_template_child (widget_class, NscStoriesPage, story_page);
  gtk_widget_class_bind_template_child (widget_class, NscStoriesPage, view);
  gtk_widget_class_bind_template_child (widget_class, NscStoriesPage, window_title);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "stories.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "stories.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "stories.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "stories.delete", NULL, delete_action);
}

static void
nsc_stories_page_init (NscStoriesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nsc_accessible_names_complete (GTK_WIDGET (self));
}

GtkWidget *
nsc_stories_page_new (void)
{
  return g_object_new (NSC_TYPE_STORIES_PAGE, NULL);
}

void
nsc_stories_page_open (NscStoriesPage *self, const char *id)
{
  g_return_if_fail (NSC_IS_STORIES_PAGE (self));

  g_set_str (&self->open_id, id);
  read_when_seen (self);
}
