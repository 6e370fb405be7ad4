/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing, one, very many, and words that nobody expects: looked at on every page as a person does. */
#include "nsc-evidence-row.h"
#include "nsc-export-dialog.h"
#include "nsc-figure-view.h"
#include "nsc-presenting.h"
#include "nsc-project-opening.h"

#include "hard-fixture.h"
#include "test-folder.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_GROUPS 500

/* A page as somebody sets it, and what it has to say. */
typedef struct
{
  const char *page;
  const char *options; /* "by=sector;as-of=2019", or NULL */
  int n_rows;          /* of the table; -1: there is no report, but a way on */
  const char *words;   /* in the figure's description, or on the page without a report */
  const char *refusal; /* of a page for it, or NULL */
} View;

typedef struct
{
  const char *name;
  void (*fill) (NscStore *store); /* or the tables */
  HardTable tables[8];
  View views[20];
} Case;

/* ---- records ---- */

#define INITIATIVE "id,name_en,name_zh\nlonely,The Lonely Accord,孤独协议\n"

static void
fill_many (NscStore *store)
{
  g_autoptr (GString) actors = g_string_new ("id,name_en,kind,sector\n");
  g_autoptr (GString) sectors = g_string_new ("id,name_en,name_zh\n");
  g_autoptr (GString) members = g_string_new ("initiative,actor,role,joined\n");
  g_autoptr (GString) issues = g_string_new ("id,label_en\n");
  g_autoptr (GString) mentions = g_string_new ("issue,publisher,date\n");
  HardTable tables[] = {
    { "initiatives", INITIATIVE }, { "sectors", NULL }, { "actors", NULL }, { "signatories", NULL }, { "issues", NULL },
    { "mentions", NULL },          { NULL, NULL },
  };

  for (guint i = 0; i < N_GROUPS; i++)
    {
      g_string_append_printf (sectors, "s%u,Sector of a rather long name number %u,第%u个部门\n", i, i, i);
      g_string_append_printf (actors, "a%u,Actor number %u,company,s%u\n", i, i, i);
      g_string_append_printf (members, "lonely,a%u,role %u,%u\n", i, i, 1500 + i);
      g_string_append_printf (issues, "i%u,Issue of a rather long name number %u\n", i, i);
      g_string_append_printf (mentions, "i%u,a0,%u\ni%u,a1,%u\n", i, 1900 + i % 100, i, 1901 + i % 100);
    }
  tables[1].csv = sectors->str;
  tables[2].csv = actors->str;
  tables[3].csv = members->str;
  tables[4].csv = issues->str;
  tables[5].csv = mentions->str;
  hard_fixture_import (store, tables);
}

/* Long, of another direction, of markup, of several lines. */
static void
fill_odd (NscStore *store)
{
  g_autofree char *long_name = g_strnfill (300, 'W');
  g_autofree char *actors =
      g_strdup_printf ("id,name_en,name_zh,kind,sector\n"
                       "a,\"<b>Bold</b> & <i>Sons\",<b>粗&,company,odd\n"
                       "b,%s,%s,company,long\n"
                       "c,منظمة الأمم المتحدة,,ngo,rtl\n"
                       "d,\"Two\nlines, and \"\"quotes\"\"\",🚀🇨🇳👩‍👩‍👧,ngo,emoji\n",
                       long_name, long_name);
  g_autofree char *sectors = g_strdup_printf (
      "id,name_en\nodd,<b>&amp;</i>%%s%%n\nlong,%s\nrtl,תקשורת‎\nemoji,🚀👩‍👩‍👧\n", long_name);
  HardTable tables[] = {
    { "initiatives", "id,name_en\nlonely,\"A & B <u>Accord</u> / Pact\"\n" },
    { "sectors", sectors },
    { "actors", actors },
    { "signatories", "initiative,actor,role,joined\nlonely,a,<b>&,0001\nlonely,b,\"a\nb\",9998-12-31\n"
                     "lonely,c,محرر,2016-02-29\nlonely,d,🚀,2016\n" },
    { "totals", "initiative,as_of,category,count\nlonely,2016,all,400\nlonely,2017,<b>free & word</b>,7\n" },
    { "issues", "id,label_en,parent\nx,<b>Issue</b> &,\ny,قضية,x\n" },
    { "mentions", "issue,publisher,date\nx,a,0001\nx,b,9998\ny,c,2016\ny,a,2015\n" },
    { NULL, NULL },
  };

  hard_fixture_import (store, tables);
}

static const Case cases[] = {
  { "no-records",
    NULL,
    { { NULL, NULL } },
    { { "signatories", NULL, -1, "Start With the First Record" },
      { "growth", NULL, -1, "Start With the First Record" },
      { "agenda", NULL, -1, "Start With the First Record" } } },
  { "no-members",
    NULL,
    { { "initiatives", INITIATIVE }, { NULL, NULL } },
    { { "signatories", NULL, -1, "No Signatories Yet" },
      { "growth", NULL, -1, "No Members Yet" },
      { "agenda", NULL, -1, "Nobody to Compare Yet" } } },
  { "only-totals",
    NULL,
    { { "initiatives", INITIATIVE },
      { "totals", "initiative,as_of,category,count\nlonely,2020,all,12\n" },
      { NULL, NULL } },
    { { "signatories", NULL, -1, "No Signatories Yet" },
      { "growth", NULL, 1, "12" },
      { "growth", "as-of=1900", 0, "The Lonely Accord" } } },
  { "one",
    NULL,
    { { "initiatives", INITIATIVE },
      { "actors", "id,name_en,kind,country\na,Acme,company,DE\n" },
      { "signatories", "initiative,actor,role,joined\nlonely,a,founder,2018\n" },
      { "issues", "id,label_en\nx,Zero days\n" },
      { "mentions", "issue,publisher,date\nx,a,2018\n" },
      { NULL, NULL } },
    { { "signatories", "by=country", 1, "1 recorded signatory from Germany" },
      { "signatories", "by=role", 1, "Founder" },
      { "signatories", "by=sector", 1, "whose group is not known" },
      { "signatories", "by=year", 1, "2018" },
      { "signatories", "by=year;cumulative=yes", 1, "1 at the end of 2018" },
      { "signatories", "by=country;as-of=1999", 0, "Nobody is recorded as a member as of 1999" },
      { "signatories", "by=year;as-of=1999;cumulative=yes", 0, "Nobody is recorded as a member as of 1999" },
      { "growth", NULL, 1, "1" },
      { "growth", "as-of=1999", 0, "The Lonely Accord" },
      { "agenda", NULL, -1, "Nobody to Compare Yet" } } },
  { "all-unverified",
    NULL,
    { { "initiatives", INITIATIVE },
      { "actors", "id,name_en,kind,country\na,Acme,company,DE\nb,Bolt,company,FR\n" },
      { "signatories",
        "initiative,actor,role,joined,confidence\nlonely,a,x,2018,unverified\nlonely,b,y,2019,unverified\n" },
      { "issues", "id,label_en\nx,Zero days\n" },
      { "mentions", "issue,publisher,date,confidence\nx,a,2018,unverified\nx,b,2019,unverified\n" },
      { NULL, NULL } },
    { { "signatories", "by=country", 0, "Include unverified records" },
      { "signatories", "by=sector", 0, "Include unverified records" },
      { "signatories", "by=region", 0, "Include unverified records" },
      { "signatories", "by=subregion", 0, "Include unverified records" },
      { "signatories", "by=un_group", 0, "Include unverified records" },
      { "signatories", "by=kind", 0, "Include unverified records" },
      { "signatories", "by=role", 0, "Include unverified records" },
      { "signatories", "by=year", 0, "Include unverified records" },
      { "signatories", "by=year;cumulative=yes", 0, "Include unverified records" },
      { "signatories", "by=country;include-unverified=yes", 2, "2 signatories known only from unverified records" },
      { "growth", NULL, 0, "Include unverified records" },
      { "growth", "include-unverified=yes", 2, "2" },
      { "agenda", NULL, 0, "nverified" },
      { "agenda", "include-unverified=yes", 1, "Zero days" } } },
  { "nothing-shared",
    NULL,
    { { "actors", "id,name_en,kind\na,Acme,company\nb,Bolt,company\nc,Cog,company\n" },
      { "issues", "id,label_en\nx,Zero days\ny,Supply chains\n" },
      { "documents", "id,title_en,publisher,date\nd,Letter,c,2001\n" },
      { "mentions", "issue,publisher,date\nx,a,2018\ny,b,2019\n" },
      { NULL, NULL } },
    { { "agenda", "first=a;second=b", 2, "Zero days" },
      { "agenda", "first=a;second=c", 1, "Zero days" },
      { "agenda", "first=a;second=b;as-of=1990", 0, "1990" } } },
  { "many",
    fill_many,
    { { NULL, NULL } },
    { { "signatories", "by=role", N_GROUPS, "role 499" },
      { "signatories", "by=sector", N_GROUPS, "Sector of a rather long name number 499" },
      { "signatories", "by=year;cumulative=yes", N_GROUPS, "500 at the end of 1999" },
      { "growth", NULL, N_GROUPS, "500" },
      { "agenda", "first=a0;second=a1", N_GROUPS, "Issue of a rather long name number 499", "5,080 mm" } } },
  { "odd",
    fill_odd,
    { { NULL, NULL } },
    { { "signatories", "by=sector", 4, "<b>&amp;</i>%s%n" },
      { "signatories", "by=role", 4, "<b>&" },
      { "signatories", "by=year", 9998, "1", "5,080 mm" },
      { "signatories", "by=kind", 2, "A & B <u>Accord</u> / Pact" },
      { "growth", NULL, 5, "A & B <u>Accord</u> / Pact" },
      { "agenda", "first=a;second=b", 2, "<b>Issue</b> &" },
      { "agenda", "first=b;second=c", 2, "قضية" } } },
};

/* ---- what a person does with a report ---- */

static gboolean
is_drawn (gpointer data)
{
  HardFixture *self = data;
  NscFigureView *view = ui_fixture_find (GTK_WIDGET (self->page), NSC_TYPE_FIGURE_VIEW);

  return nsc_figure_view_is_drawn (view);
}

static gboolean
shows_evidence (gpointer data)
{
  return hard_fixture_find_seen (GTK_WIDGET (((HardFixture *) data)->page), NSC_TYPE_EVIDENCE_ROW) != NULL;
}

/* The last mark can be reached, has a name, and opens what is behind it. */
static void
open_last_mark (HardFixture *self, gboolean is_empty)
{
  GtkWidget *view = ui_fixture_find (GTK_WIDGET (self->page), NSC_TYPE_FIGURE_VIEW);
  NscMarkSelection *selection = nsc_figure_view_get_selection (NSC_FIGURE_VIEW (view));
  graphene_rect_t area;

  ui_fixture_wait (is_drawn, self);
  g_assert_true (ui_fixture_press_with (view, GDK_KEY_End, 0) == !is_empty);
  if (is_empty)
    {
      g_assert_cmpint (nsc_mark_selection_get_lead (selection), ==, 0);
      return;
    }
  g_assert_nonnull (nsc_figure_view_get_mark_name (NSC_FIGURE_VIEW (view), nsc_mark_selection_get_lead (selection)));
  g_assert_true (
      nsc_figure_view_get_mark_area (NSC_FIGURE_VIEW (view), nsc_mark_selection_get_lead (selection), &area));
  g_assert_cmpfloat (area.origin.y, >=, 0);
  /* In floats a place is known to a fraction of a pixel. */
  g_assert_cmpfloat (area.origin.y + area.size.height, <=, gtk_widget_get_height (view) + 0.5f);
  g_assert_true (ui_fixture_press (view, GDK_KEY_Return));
  ui_fixture_wait (shows_evidence, self);
}

static void
zoom_about (HardFixture *self)
{
  static const NscPageAction actions[] = {
    NSC_PAGE_ZOOM_IN,    NSC_PAGE_ZOOM_IN,     NSC_PAGE_ZOOM_WHOLE, NSC_PAGE_ZOOM_OUT,
    NSC_PAGE_SHOW_TABLE, NSC_PAGE_SHOW_FIGURE, NSC_PAGE_ZOOM_RESET,
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_assert_true (nsc_page_act (NSC_PAGE (self->page), actions[i]));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
    }
}

static AdwDialog *
get_dialog (HardFixture *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}

static gboolean
is_preview_ready (gpointer data)
{
  AdwDialog *dialog = get_dialog (data);

  return NSC_IS_EXPORT_DIALOG (dialog) && nsc_export_dialog_get_scene (NSC_EXPORT_DIALOG (dialog)) != NULL;
}

static gboolean
is_dialog_closed (gpointer data)
{
  return get_dialog (data) == NULL;
}

/* What cannot be written is said over the dialog, which stays, and nothing is left of it. */
static gboolean
shows_refusal (gpointer data)
{
  return ADW_IS_ALERT_DIALOG (get_dialog (data));
}

static void
take_refusal (HardFixture *self, const char *words, const char *path)
{
  AdwDialog *refusal;

  ui_fixture_wait (shows_refusal, self);
  refusal = get_dialog (self);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (refusal)), words));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  adw_dialog_force_close (refusal);
  ui_fixture_wait (is_preview_ready, self);
  adw_dialog_force_close (get_dialog (self));
  ui_fixture_wait (is_dialog_closed, self);
}

static void export (HardFixture *self, const View *view)
{
  g_autofree char *path = g_build_filename (self->folder, "figure.pdf", NULL);
  g_autofree char *table = g_build_filename (self->folder, "figure.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *contents = NULL;

  g_assert_true (nsc_page_act (NSC_PAGE (self->page), NSC_PAGE_EXPORT));
  ui_fixture_wait (is_preview_ready, self);
  g_unlink (path);
  nsc_export_dialog_write (NSC_EXPORT_DIALOG (get_dialog (self)), file);
  if (view->refusal != NULL)
    {
      take_refusal (self, view->refusal, path);
      return;
    }
  ui_fixture_wait (is_dialog_closed, self);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_assert_true (g_file_test (table, G_FILE_TEST_EXISTS));
}

static gboolean
is_settled (gpointer data)
{
  NscPresenter *presenter = nsc_presenting_get (((HardFixture *) data)->window);

  return presenter != NULL && nsc_stage_is_settled (nsc_presenter_get_stage (presenter));
}

static gboolean
is_over (gpointer data)
{
  return nsc_presenting_get (((HardFixture *) data)->window) == NULL;
}

static void
present (HardFixture *self)
{
  NscPresenter *presenter;

  g_assert_true (nsc_page_act (NSC_PAGE (self->page), NSC_PAGE_PRESENT));
  ui_fixture_wait (is_settled, self);
  presenter = nsc_presenting_get (self->window);
  g_assert_null (nsc_deck_get_error (nsc_presenter_get_deck (presenter), 0));
  nsc_presenter_go (presenter, 0, G_MAXUINT);
  ui_fixture_wait (is_settled, self);
  gtk_window_close (GTK_WINDOW (presenter));
  ui_fixture_wait (is_over, self);
}

static void
check_words (HardFixture *self, const View *view)
{
  NscResult *result = nsc_report_page_get_result (self->page);
  NscFigure *figure = nsc_result_get_figure (result);
  g_autofree char *description = nsc_figure_describe (figure);
  GtkWidget *figure_view = ui_fixture_find (GTK_WIDGET (self->page), NSC_TYPE_FIGURE_VIEW);

  g_assert_cmpint ((int) nsc_sheet_get_n_rows (nsc_result_get_sheet (result)), ==, view->n_rows);
  g_assert_cmpstr (nsc_figure_get_title (figure), !=, "");
  if (strstr (description, view->words) == NULL)
    g_error ("%s is not in: %s", view->words, description);
  gtk_test_accessible_assert_property (figure_view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
  if (view->n_rows == 0)
    g_assert_cmpstr (nsc_figure_get_empty (figure), !=, "");
}

static void
look_at (HardFixture *self, const View *view)
{
  g_auto (GStrv) options = g_strsplit (view->options != NULL ? view->options : "", ";", -1);

  hard_fixture_go (self, view->page);
  g_test_message ("%s %s", view->page, view->options);
  if (view->n_rows < 0)
    {
      g_assert_false (hard_fixture_has_report (self));
      hard_fixture_assert_shows (self, view->words);
      g_assert_true (hard_fixture_has_way_on (self));
      return;
    }
  g_assert_true (hard_fixture_has_report (self));
  hard_fixture_choose (self, "as-of", "");
  hard_fixture_choose (self, "include-unverified", "");
  for (guint i = 0; options[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (options[i], "=", 2);

      hard_fixture_choose (self, pair[0], pair[1]);
    }
  check_words (self, view);
  open_last_mark (self, view->n_rows == 0);
  zoom_about (self);
  export (self, view);
  present (self);
}

/* ---- tests ---- */

static void
test_case (HardFixture *self, gconstpointer data)
{
  const Case *hard = data;
  g_autoptr (NscStore) store = hard_fixture_make (self, NULL);
  g_autoptr (GError) error = NULL;

  if (hard->fill != NULL)
    hard->fill (store);
  hard_fixture_import (store, hard->tables);
  nsc_store_close (store, &error);
  g_assert_no_error (error);
  hard_fixture_open (self);
  for (const View *view = hard->views; view->page != NULL; view++)
    look_at (self, view);
}

int
main (int argc, char *argv[])
{
  hard_fixture_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/hard-figures/", cases[i].name, NULL);

      g_test_add (path, HardFixture, &cases[i], hard_fixture_set_up, test_case, hard_fixture_tear_down);
    }
  return hard_fixture_run ();
}
