/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-page-presenting.h"

#include "nsc-presenting.h"

#define ACTIONS "nsc-present-actions"
#define CHOSEN "nsc-present-chosen"

/* What the figures of a page differ in. */
static const struct
{
  const char *report, *option;
} varied[] = {
  { "distribution", "by" },
  { "growth", "initiative" },
};

static const char *
get_varied_option (NscReportPage *page)
{
  const char *report = NSC_REPORT_PAGE_GET_CLASS (page)->report->name;

  for (gsize i = 0; i < G_N_ELEMENTS (varied); i++)
    if (g_str_equal (varied[i].report, report))
      return varied[i].option;
  return NULL;
}

/* VALUE NULL: as it is shown. */
static void
append_slide (NscReportPage *page, GListStore *slides, NscRevealKind reveal, const char *option, const char *value)
{
  g_autoptr (GHashTable) options = nsc_options_new ();
  g_autoptr (NscSlide) slide = NULL;
  GHashTableIter iter;
  gpointer name, own;

  g_hash_table_iter_init (&iter, nsc_report_page_get_options (page));
  while (g_hash_table_iter_next (&iter, &name, &own))
    nsc_options_set (options, name, own);
  if (value != NULL)
    nsc_options_set (options, option, value);
  slide = nsc_slide_new (NSC_REPORT_PAGE_GET_CLASS (page)->report->name, options, reveal, NULL, NULL);
  g_list_store_append (slides, slide);
}

static void
present (NscReportPage *page, GListStore *slides, guint first)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (page), NSC_TYPE_WINDOW);

  if (window != NULL && nsc_report_page_get_result (page) != NULL)
    nsc_presenting_start (NSC_WINDOW (window), G_LIST_MODEL (slides), first, NULL);
}

static void
present_by (NscReportPage *page, NscRevealKind reveal)
{
  g_autoptr (GListStore) slides = g_list_store_new (NSC_TYPE_SLIDE);

  if (nsc_report_page_get_options (page) == NULL)
    return;
  append_slide (page, slides, reveal, NULL, NULL);
  present (page, slides, 0);
}

/* The actions are named as the ways are. */
static void
by_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NscRevealKind reveal = nsc_reveal_kind_find (g_action_get_name (G_ACTION (action)));

  g_object_set_data (G_OBJECT (user_data), CHOSEN, GUINT_TO_POINTER (reveal));
  present_by (user_data, reveal);
}

/* All figures of the page, from the one that is shown on. */
static void
all_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NscReportPage *page = user_data;
  g_autoptr (GListStore) slides = g_list_store_new (NSC_TYPE_SLIDE);
  const char *option = get_varied_option (page);
  g_auto (GStrv) choices = option != NULL ? nsc_report_page_dup_choices (page, option) : NULL;
  guint first = 0;

  if (nsc_report_page_get_options (page) == NULL)
    return;
  for (guint i = 0; choices != NULL && choices[i] != NULL; i++)
    {
      if (g_strcmp0 (choices[i], nsc_options_get (nsc_report_page_get_options (page), option)) == 0)
        first = i;
      append_slide (page, slides, NSC_REVEAL_NONE, option, choices[i]);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (slides)) == 0)
    append_slide (page, slides, NSC_REVEAL_NONE, NULL, NULL);
  present (page, slides, first);
}

void
nsc_page_presenting_add (NscReportPage *page)
{
  static const GActionEntry all = { "all", all_cb };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), &all, 1, page);
  for (guint kind = 0; kind < NSC_N_REVEAL_KINDS; kind++)
    {
      const GActionEntry entry = { nsc_reveal_kind_get_name (kind), by_cb };

      g_action_map_add_action_entries (G_ACTION_MAP (group), &entry, 1, page);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (page), "present", G_ACTION_GROUP (group));
  g_object_set_data_full (G_OBJECT (page), ACTIONS, g_object_ref (group), g_object_unref);
  nsc_page_presenting_update (page);
}

void
nsc_page_presenting_update (NscReportPage *page)
{
  GActionMap *group = g_object_get_data (G_OBJECT (page), ACTIONS);
  NscResult *result = nsc_report_page_get_result (page);

  for (guint kind = 0; kind < NSC_N_REVEAL_KINDS; kind++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (group, nsc_reveal_kind_get_name (kind))),
                                 result != NULL && nsc_reveal_kind_suits (kind, nsc_result_get_figure (result)));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (group, "all")),
                               result != NULL && get_varied_option (page) != NULL);
}

void
nsc_page_presenting_start (NscReportPage *page)
{
  present_by (page, (NscRevealKind) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (page), CHOSEN)));
}
