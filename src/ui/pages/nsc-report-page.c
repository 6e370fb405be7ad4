/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-report-page.h"

#include "nsc-accessible-names.h"
#include "nsc-announcement.h"
#include "nsc-clipping.h"
#include "nsc-error-door.h"
#include "nsc-evidence-list.h"
#include "nsc-export-dialog.h"
#include "nsc-figure-printing.h"
#include "nsc-figure-view.h"
#include "nsc-mark-selection.h"
#include "nsc-page-presenting.h"
#include "nsc-page-title.h"
#include "nsc-report-runner.h"
#include "nsc-sheet-view.h"
#include "nsc-zoom-control.h"
#include "nsc-story-step-dialog.h"

#include <glib/gi18n-lib.h>

/* What is shown where there is nothing to report on. */
typedef enum
{
  STATE_WAITING,
  STATE_NO_RECORDS, /* the project is empty */
  STATE_NO_MATTER,  /* it has records, but none for this report */
} State;

/* Under this name it is remembered which view is shown. */
#define VIEW "view"

typedef struct
{
  NscReportRunner *runner;
  NscPageOptions *page_options;
  gboolean stale;         /* the project is to be looked through when somebody looks at the page */
  gboolean view_recalled; /* of this project */
  NscOptions *options;    /* of the run that was asked for last, NULL: none */
  NscMarkSelection *selection;
  gboolean is_listed;   /* the records behind the chosen marks are in the list */
  gboolean pane_beside; /* the person wants the pane where there is room beside the figure */

  GtkButton *add_button;
  GtkStack *content_stack;
  NscEvidenceList *evidence_list;
  AdwStatusPage *failed_page;
  NscFigureView *figure_view;
  AdwMultiLayoutView *layouts;
  AdwStatusPage *no_matter_page;
  AdwBin *options_bin;
  AdwViewStack *pane_stack;
  NscSheetView *sheet_view;
  AdwBottomSheet *sheet;
  AdwOverlaySplitView *split;
  GtkStack *view_stack;
  NscPageTitle *page_title;
} NscReportPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (NscReportPage, nsc_report_page, NSC_TYPE_PAGE)

static NscReportPagePrivate *
get_private (NscReportPage *self)
{
  return nsc_report_page_get_instance_private (self);
}

/* ---- pane ---- */

static gboolean
is_sheet (NscReportPage *self)
{
  return nsc_page_get_width_class (NSC_PAGE (self)) == NSC_WIDTH_NARROW;
}

/* Or over the figure, as long as it is looked at. */
static gboolean
stands_beside (NscReportPage *self)
{
  return nsc_page_get_width_class (NSC_PAGE (self)) <= NSC_WIDTH_SNUG;
}

static void
set_pane_open (NscReportPage *self, gboolean open)
{
  NscReportPagePrivate *priv = get_private (self);

  if (is_sheet (self))
    {
      adw_bottom_sheet_set_open (priv->sheet, open);
      return;
    }
  /* The split view moves its pane by the width that the pane has. Before it has one, that is a division by zero, and it
   * asks for absurd widths until it stands still; while it is not seen it does not move at all. */
  if (gtk_widget_get_width (GTK_WIDGET (priv->split)) == 0)
    {
      gtk_widget_set_visible (GTK_WIDGET (priv->split), FALSE);
      adw_overlay_split_view_set_show_sidebar (priv->split, open);
      gtk_widget_set_visible (GTK_WIDGET (priv->split), TRUE);
    }
  else
    adw_overlay_split_view_set_show_sidebar (priv->split, open);
}

static gboolean
is_pane_open (NscReportPage *self)
{
  NscReportPagePrivate *priv = get_private (self);

  return is_sheet (self) ? adw_bottom_sheet_get_open (priv->sheet)
                         : adw_overlay_split_view_get_show_sidebar (priv->split);
}

static gboolean
shows_report (NscReportPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (get_private (self)->content_stack), "report") == 0;
}

/* Beside the figure the pane comes and goes as the person likes; where it would cover the figure it waits. */
static void
show_pane_beside (NscReportPage *self)
{
  NscReportPagePrivate *priv = get_private (self);

  set_pane_open (self, stands_beside (self) && priv->pane_beside && shows_report (self));
}

/* ---- evidence ---- */

/* What is chosen, in words: the mark, or how many there are. */
static char *
name_chosen (NscReportPage *self, guint n)
{
  NscReportPagePrivate *priv = get_private (self);

  if (n > 1)
    return g_strdup_printf (ngettext ("%u mark chosen", "%u marks chosen", n), n);
  return g_strdup (nsc_figure_view_get_mark_name (priv->figure_view, nsc_mark_selection_get_lead (priv->selection)));
}

static void
list_evidence (NscReportPage *self)
{
  NscReportPagePrivate *priv = get_private (self);
  NscResult *result = nsc_report_page_get_result (self);
  guint n;
  g_autofree gint64 *keys = nsc_mark_selection_dup_keys (priv->selection, &n);
  g_autofree char *name = name_chosen (self, n);

  priv->is_listed = n > 0 && name != NULL && result != NULL;
  if (priv->is_listed)
    nsc_evidence_list_show (priv->evidence_list, nsc_page_get_project (NSC_PAGE (self)), result, keys, n, name);
  else
    nsc_evidence_list_clear (priv->evidence_list);
}

static void
show_result (NscReportPage *self)
{
  NscReportPagePrivate *priv = get_private (self);
  NscResult *result = nsc_report_page_get_result (self);

  nsc_page_presenting_update (self);
  if (result == NULL)
    {
      nsc_figure_view_set_figure (priv->figure_view, NULL);
      nsc_sheet_view_set_sheet (priv->sheet_view, NULL);
      nsc_mark_selection_choose (priv->selection, 0);
      return;
    }
  nsc_figure_view_set_figure (priv->figure_view, nsc_result_get_figure (result));
  nsc_sheet_view_set_sheet (priv->sheet_view, nsc_result_get_sheet (result));
  if (!shows_report (self))
    {
      gtk_stack_set_visible_child_name (priv->content_stack, "report");
      show_pane_beside (self);
    }
  nsc_announcement_make (GTK_WIDGET (priv->figure_view), nsc_figure_get_title (nsc_result_get_figure (result)));
}

/* ---- options ---- */

static void
show_state (NscReportPage *self, State state)
{
  static const char *const names[] = {
    [STATE_WAITING] = "waiting",
    [STATE_NO_RECORDS] = "no-records",
    [STATE_NO_MATTER] = "no-matter",
  };
  NscReportPagePrivate *priv = get_private (self);

  nsc_report_runner_reset (priv->runner);
  nsc_page_title_set_subtitle (priv->page_title, "");
  gtk_stack_set_visible_child_name (priv->content_stack, names[state]);
  set_pane_open (self, FALSE);
}

/* Runs the report and says in the header what is shown. */
static void
run (NscReportPage *self)
{
  NscReportPagePrivate *priv = get_private (self);
  g_autofree char *subtitle = nsc_page_options_dup_subtitle (priv->page_options);

  g_clear_pointer (&priv->options, g_hash_table_unref);
  priv->options = nsc_page_options_dup (priv->page_options);
  nsc_page_title_set_subtitle (priv->page_title, subtitle);
  nsc_report_runner_run (priv->runner, nsc_page_get_project (NSC_PAGE (self)), priv->options);
}

static void
recall_view (NscReportPage *self)
{
  NscReportPagePrivate *priv = get_private (self);
  const char *view = nsc_page_options_recall (priv->page_options, VIEW);

  if (priv->view_recalled)
    return;
  priv->view_recalled = TRUE;
  if (view != NULL && gtk_stack_get_child_by_name (priv->view_stack, view) != NULL)
    gtk_stack_set_visible_child_name (priv->view_stack, view);
}

static void
options_changed_cb (NscReportPage *self)
{
  switch (nsc_page_options_get_matter (get_private (self)->page_options))
    {
    case NSC_PAGE_MATTER_SOME:
      recall_view (self);
      run (self);
      break;
    case NSC_PAGE_MATTER_NOTHING:
      show_state (self, STATE_NO_RECORDS);
      break;
    case NSC_PAGE_MATTER_OTHER:
      show_state (self, STATE_NO_MATTER);
      break;
    case NSC_PAGE_MATTER_UNKNOWN:
    default:
      break;
    }
}

/* Nothing is read for a page that nobody looks at. */
static void
look_up (NscReportPage *self)
{
  NscReportPagePrivate *priv = get_private (self);
  NscProject *project = nsc_page_get_project (NSC_PAGE (self));

  priv->stale = project != NULL && !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!priv->stale)
    nsc_page_options_look_up (priv->page_options, project);
}

/* ---- callbacks ---- */

static void
failed_cb (NscReportPage *self, const GError *error)
{
  NscReportPagePrivate *priv = get_private (self);

  if (nsc_error_door_place (error) == NSC_ERROR_PLACE_NONE)
    return;
  nsc_error_door_fill_page (priv->failed_page, error);
  gtk_stack_set_visible_child_name (priv->content_stack, "failed");
}

/* What was chosen may be gone, and something else is chosen then. */
static void
try_again_cb (NscReportPage *self)
{
  show_state (self, STATE_WAITING);
  look_up (self);
}

static void
view_shown_cb (NscReportPage *self)
{
  NscReportPagePrivate *priv = get_private (self);

  if (priv->view_recalled)
    nsc_page_options_remember (priv->page_options, VIEW, gtk_stack_get_visible_child_name (priv->view_stack));
}

/* What is listed is listed anew, from the records as they are now. */
static void
laid_out_cb (NscReportPage *self)
{
  if (get_private (self)->is_listed)
    list_evidence (self);
}

static void
selection_changed_cb (NscReportPage *self)
{
  NscReportPagePrivate *priv = get_private (self);

  priv->is_listed = FALSE;
  /* Evidence that is being read follows the selection. */
  if (nsc_mark_selection_get_n_keys (priv->selection) == 0 ||
      (is_pane_open (self) && g_strcmp0 (adw_view_stack_get_visible_child_name (priv->pane_stack), "evidence") == 0))
    list_evidence (self);
}

static void
mark_activated_cb (NscReportPage *self, gint64 key)
{
  NscReportPagePrivate *priv = get_private (self);

  if (!priv->is_listed)
    list_evidence (self);
  adw_view_stack_set_visible_child_name (priv->pane_stack, "evidence");
  set_pane_open (self, TRUE);
}

static void
pane_shown_cb (NscReportPage *self)
{
  NscReportPagePrivate *priv = get_private (self);

  if (stands_beside (self) && shows_report (self))
    priv->pane_beside = adw_overlay_split_view_get_show_sidebar (priv->split);
}

static gboolean
is_report (NscReportPage *self, const char *shown)
{
  return g_strcmp0 (shown, "report") == 0;
}

static gboolean
is_in_header (NscReportPage *self, gboolean elsewhere, const char *shown)
{
  return !elsewhere && g_strcmp0 (shown, "report") == 0;
}

/* Whether the header has room for the title only. */
static gboolean
is_compact (NscReportPage *self, NscWidthClass width, gboolean has_pane)
{
  return width >= NSC_WIDTH_SMALL || (width == NSC_WIDTH_SNUG && has_pane);
}

/* A narrow bar has no room for their arrows: the ways to copy and to present are in the menu there. */
static GMenuModel *
add_ways (NscReportPage *self, GMenuModel *main, GMenuModel *copying, GMenuModel *presenting)
{
  GMenu *menu = g_menu_new ();
  GMenu *ways = g_menu_new ();

  g_menu_append_submenu (ways, _ ("Copy or Print"), copying);
  g_menu_append_submenu (ways, _ ("Ways to Present"), presenting);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ways));
  for (int i = 0; main != NULL && i < g_menu_model_get_n_items (main); i++)
    {
      g_autoptr (GMenuItem) section = g_menu_item_new_from_model (main, i);

      g_menu_append_item (menu, section);
    }
  g_object_unref (ways);
  return G_MENU_MODEL (menu);
}

/* Of a figure that is not seen nothing changes. */
static gboolean
zoom (NscReportPage *self, NscPageAction action)
{
  NscReportPagePrivate *priv = get_private (self);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (priv->view_stack), "figure") != 0)
    return FALSE;
  if (action == NSC_PAGE_ZOOM_RESET)
    nsc_figure_view_zoom_reset (priv->figure_view);
  else if (action == NSC_PAGE_ZOOM_WHOLE)
    nsc_figure_view_zoom_whole (priv->figure_view);
  else
    nsc_figure_view_zoom_step (priv->figure_view, action == NSC_PAGE_ZOOM_IN);
  return TRUE;
}

/* ---- overrides ---- */

static void
nsc_report_page_project_set (NscPage *page)
{
  NscReportPage *self = NSC_REPORT_PAGE (page);

  get_private (self)->view_recalled = FALSE;
  show_state (self, STATE_WAITING);
  look_up (self);
}

static void
nsc_report_page_project_changed (NscPage *page)
{
  look_up (NSC_REPORT_PAGE (page));
}

static void
nsc_report_page_map (GtkWidget *widget)
{
  NscReportPage *self = NSC_REPORT_PAGE (widget);

  GTK_WIDGET_CLASS (nsc_report_page_parent_class)->map (widget);
  if (get_private (self)->stale)
    look_up (self);
}

static void
nsc_report_page_width_class_set (NscPage *page)
{
  NscReportPage *self = NSC_REPORT_PAGE (page);
  NscReportPagePrivate *priv = get_private (self);
  NscWidthClass width = nsc_page_get_width_class (page);

  adw_multi_layout_view_set_layout_name (priv->layouts, width == NSC_WIDTH_NARROW ? "sheet" : "split");
  adw_overlay_split_view_set_collapsed (priv->split, !stands_beside (self));
  if (width == NSC_WIDTH_NARROW)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  show_pane_beside (self);
}

static void
copy (NscReportPage *self, NscClippingKind kind)
{
  g_autoptr (NscSheet) sheet = nsc_sheet_view_dup_ordered (get_private (self)->sheet_view);

  nsc_clipping_copy (GTK_WIDGET (self), nsc_report_page_get_result (self), sheet, kind);
}

/* What is done with the result, which is there. */
static gboolean
act_on_result (NscReportPage *self, NscPageAction action)
{
  NscReportPagePrivate *priv = get_private (self);
  NscResult *result = nsc_report_page_get_result (self);
  gboolean is_table = g_strcmp0 (gtk_stack_get_visible_child_name (priv->view_stack), "table") == 0;
  g_autofree char *name = nsc_report_page_dup_file_name (self);

  if (action == NSC_PAGE_EXPORT)
    nsc_export_dialog_present (GTK_WIDGET (self), nsc_page_get_project (NSC_PAGE (self)),
                               NSC_REPORT_PAGE_GET_CLASS (self)->report, priv->options, result, name);
  else if (action == NSC_PAGE_PRINT)
    nsc_figure_printing_run (GTK_WIDGET (self), result, name);
  else if (action == NSC_PAGE_COPY_TABLE || (action == NSC_PAGE_COPY && is_table))
    copy (self, NSC_CLIPPING_TABLE);
  else
    copy (self, action == NSC_PAGE_COPY_SVG ? NSC_CLIPPING_SVG : NSC_CLIPPING_FIGURE);
  return TRUE;
}

static gboolean
nsc_report_page_act (NscPage *page, NscPageAction action)
{
  NscReportPage *self = NSC_REPORT_PAGE (page);
  NscReportPagePrivate *priv = get_private (self);

  if (!shows_report (self))
    return FALSE;
  switch (action)
    {
    case NSC_PAGE_SHOW_FIGURE:
      gtk_stack_set_visible_child_name (priv->view_stack, "figure");
      return TRUE;
    case NSC_PAGE_SHOW_TABLE:
      gtk_stack_set_visible_child_name (priv->view_stack, "table");
      return TRUE;
    case NSC_PAGE_TOGGLE_PANE:
      set_pane_open (self, !is_pane_open (self));
      return TRUE;
    case NSC_PAGE_ZOOM_IN:
    case NSC_PAGE_ZOOM_OUT:
    case NSC_PAGE_ZOOM_RESET:
    case NSC_PAGE_ZOOM_WHOLE:
      return zoom (self, action);
    case NSC_PAGE_EXPORT:
    case NSC_PAGE_COPY:
    case NSC_PAGE_COPY_FIGURE:
    case NSC_PAGE_COPY_SVG:
    case NSC_PAGE_COPY_TABLE:
    case NSC_PAGE_PRINT:
      return nsc_report_page_get_result (self) != NULL && act_on_result (self, action);
    case NSC_PAGE_PRESENT:
      nsc_page_presenting_start (self);
      return TRUE;
    case NSC_PAGE_ADD_TO_STORY:
      if (nsc_report_page_get_result (self) != NULL && priv->options != NULL)
        nsc_story_step_dialog_present_add (GTK_WIDGET (self), nsc_page_get_project (page),
                                           NSC_REPORT_PAGE_GET_CLASS (self)->report, priv->options);
      return TRUE;
    case NSC_PAGE_FIND:
    case NSC_PAGE_ADD_RECORD:
    default:
      return FALSE;
    }
}

/* The pane is one while it is open. */
static GtkWidget *
nsc_report_page_get_part (NscPage *page, guint part)
{
  NscReportPage *self = NSC_REPORT_PAGE (page);
  NscReportPagePrivate *priv = get_private (self);

  if (part == 0)
    return shows_report (self) ? gtk_stack_get_visible_child (priv->view_stack) : GTK_WIDGET (priv->content_stack);
  return part == 1 && is_pane_open (self) ? GTK_WIDGET (priv->pane_stack) : NULL;
}

static void
nsc_report_page_constructed (GObject *object)
{
  NscReportPage *self = NSC_REPORT_PAGE (object);
  NscReportPagePrivate *priv = get_private (self);
  NscReportPageClass *klass = NSC_REPORT_PAGE_GET_CLASS (self);

  G_OBJECT_CLASS (nsc_report_page_parent_class)->constructed (object);
  nsc_page_title_set_title (priv->page_title, _ (klass->title));
  adw_status_page_set_icon_name (priv->no_matter_page, klass->icon);
  adw_status_page_set_title (priv->no_matter_page, _ (klass->empty_title));
  adw_status_page_set_description (priv->no_matter_page, _ (klass->empty_description));
  gtk_button_set_label (priv->add_button, _ (klass->empty_add));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (priv->add_button), "s", klass->empty_table);
  priv->page_options = nsc_page_options_new (klass->options);
  adw_bin_set_child (priv->options_bin, GTK_WIDGET (nsc_page_options_get_form (priv->page_options)));
  g_signal_connect_object (priv->page_options, "changed", G_CALLBACK (options_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->page_options, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  priv->runner = nsc_report_runner_new (klass->report);
  nsc_page_presenting_add (self);
  g_signal_connect_object (priv->runner, "notify::result", G_CALLBACK (show_result), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->runner, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
}

static void
nsc_report_page_dispose (GObject *object)
{
  NscReportPagePrivate *priv = get_private (NSC_REPORT_PAGE (object));

  g_clear_object (&priv->runner);
  g_clear_object (&priv->page_options);
  g_clear_object (&priv->selection);
  g_clear_pointer (&priv->options, g_hash_table_unref);
  /* The template must not be the last to let go of a direct child. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_REPORT_PAGE);
  G_OBJECT_CLASS (nsc_report_page_parent_class)->dispose (object);
}

static void
nsc_report_page_class_init (NscReportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NscPageClass *page_class = NSC_PAGE_CLASS (klass);

  object_class->constructed = nsc_report_page_constructed;
  object_class->dispose = nsc_report_page_dispose;
  widget_class->map = nsc_report_page_map;
  page_class->act = nsc_report_page_act;
  page_class->get_part = nsc_report_page_get_part;
  page_class->project_changed = nsc_report_page_project_changed;
  page_class->project_set = nsc_report_page_project_set;
  page_class->width_class_set = nsc_report_page_width_class_set;

  g_type_ensure (NSC_TYPE_EVIDENCE_LIST);
  g_type_ensure (NSC_TYPE_FIGURE_VIEW);
  g_type_ensure (NSC_TYPE_PAGE_TITLE);
  g_type_ensure (NSC_TYPE_SHEET_VIEW);
  g_type_ensure (NSC_TYPE_ZOOM_CONTROL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-report-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, NscReportPage, add_button);
  gtk_widget_class_bind_template_child_private (widget_class, NscReportPage, content_stack);
  gtk_widget_class_bind_template_child_private (widget_class, NscReportPage, evidence_list);
  gtk_widget_class_bind_template_child_private (widget_class, NscReportPage, failed_page);
  gtk_widget_class_bind_template_child_private (widget_class, NscReportPage, figure_view);
  gtk_widget_class_bind_template_child_private (widget_class, NscReportPage, layouts);
  gtk_widget_class_bind_template_child_private (widget_class, NscReportPage, no_matter_page);
  gtk_widget_class_bind_template_child_private (widget_class, NscReportPage, options_bin);
  gtk_widget_class_bind_template_child_private (widget_class, NscReportPage, pane_stack);
  gtk_widget_class_bind_template_child_private (widget_class, NscReportPage, sheet);
  gtk_widget_class_bind_template_child_private (widget_class, NscReportPage, sheet_view);
  gtk_widget_class_bind_template_child_private (widget_class, NscReportPage, split);
  gtk_widget_class_bind_template_child_private (widget_class, NscReportPage, view_stack);
  gtk_widget_class_bind_template_child_private (widget_class, NscReportPage, page_title);
  gtk_widget_class_bind_template_callback (widget_class, add_ways);
  gtk_widget_class_bind_template_callback (widget_class, is_compact);
  gtk_widget_class_bind_template_callback (widget_class, is_in_header);
  gtk_widget_class_bind_template_callback (widget_class, is_report);
  gtk_widget_class_bind_template_callback (widget_class, laid_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_shown_cb);
}

static void
nsc_report_page_init (NscReportPage *self)
{
  NscReportPagePrivate *priv = get_private (self);

  priv->pane_beside = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  nsc_accessible_names_complete (GTK_WIDGET (self));
  priv->selection = nsc_mark_selection_new ();
  nsc_figure_view_set_selection (priv->figure_view, priv->selection);
  nsc_sheet_view_set_selection (priv->sheet_view, priv->selection);
  g_signal_connect_object (priv->selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
}

NscOptions *
nsc_report_page_get_options (NscReportPage *self)
{
  g_return_val_if_fail (NSC_IS_REPORT_PAGE (self), NULL);
  return get_private (self)->options;
}

NscResult *
nsc_report_page_get_result (NscReportPage *self)
{
  g_return_val_if_fail (NSC_IS_REPORT_PAGE (self), NULL);
  return nsc_report_runner_get_result (get_private (self)->runner);
}

char *
nsc_report_page_dup_file_name (NscReportPage *self)
{
  NscReportPagePrivate *priv = get_private (self);
  NscReportPageClass *klass = NSC_REPORT_PAGE_GET_CLASS (self);
  GString *name = g_string_new (NULL);

  g_return_val_if_fail (NSC_IS_REPORT_PAGE (self), NULL);

  for (guint i = 0; priv->options != NULL && klass->naming[i] != NULL; i++)
    {
      const char *value = nsc_options_get (priv->options, klass->naming[i]);

      if (value != NULL && *value != '\0')
        g_string_append_printf (name, name->len > 0 ? "-%s" : "%s", value);
    }
  if (name->len == 0)
    g_string_append (name, klass->report->name);
  return g_strdelimit (g_string_free (name, FALSE), "/\\:", '_');
}

char **
nsc_report_page_dup_choices (NscReportPage *self, const char *option)
{
  g_return_val_if_fail (NSC_IS_REPORT_PAGE (self), NULL);
  return nsc_option_form_dup_choices (nsc_page_options_get_form (get_private (self)->page_options), option);
}
