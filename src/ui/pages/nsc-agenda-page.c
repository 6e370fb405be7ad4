/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-agenda-page.h"

#include "nsc-agenda-report.h"
#include "nsc-text.h"

#include <glib/gi18n-lib.h>

struct _NscAgendaPage
{
  NscReportPage parent_instance;
};

G_DEFINE_FINAL_TYPE (NscAgendaPage, nsc_agenda_page, NSC_TYPE_REPORT_PAGE)

static gboolean
has_matter (const NscHoldings *holdings)
{
  guint n_mentions = 0;

  for (guint i = 0; i < holdings->publishers->len; i++)
    n_mentions += ((const NscHeldPublisher *) g_ptr_array_index (holdings->publishers, i))->n_mentions;
  return holdings->publishers->len >= 2 && n_mentions > 0;
}

static void
offer_publishers (NscOptionForm *form, const NscHoldings *holdings, const char *option, const char *fallback)
{
  nsc_option_form_begin (form, option);
  for (guint i = 0; i < holdings->publishers->len; i++)
    {
      const NscHeldPublisher *publisher = g_ptr_array_index (holdings->publishers, i);

      nsc_option_form_add (form, option, publisher->id, publisher->name);
    }
  nsc_option_form_end (form, option, fallback);
}

static void
offer (NscOptionForm *form, const NscHoldings *holdings)
{
  offer_publishers (form, holdings, "first", holdings->first != NULL ? holdings->first->id : NULL);
  offer_publishers (form, holdings, "second", holdings->second != NULL ? holdings->second->id : NULL);
  nsc_option_form_begin (form, "issues");
  nsc_option_form_add (form, "issues", "", _ ("All"));
  for (guint i = 0; i < holdings->parents->len; i++)
    {
      const NscHeldIssue *issue = g_ptr_array_index (holdings->parents, i);

      nsc_option_form_add (form, "issues", issue->id, issue->label);
    }
  nsc_option_form_end (form, "issues", NULL);
  nsc_option_form_set_offered (form, "issues", holdings->parents->len > 0);
}

/* One that none of TAKEN is: of the pair that shares most issues, or any. */
static const char *
find_partner (const NscHoldings *holdings, const char *const *taken)
{
  const NscHeldPublisher *const pair[] = { holdings->second, holdings->first };

  for (guint i = 0; i < G_N_ELEMENTS (pair); i++)
    if (pair[i] != NULL && !g_strv_contains (taken, pair[i]->id))
      return pair[i]->id;
  for (guint i = 0; i < holdings->publishers->len; i++)
    {
      const NscHeldPublisher *publisher = g_ptr_array_index (holdings->publishers, i);

      if (!g_strv_contains (taken, publisher->id))
        return publisher->id;
    }
  return NULL;
}

/* A publisher stands on one side only: what was chosen for CHANGED is taken from the other side. */
static void
part (NscOptionForm *form, const NscHoldings *holdings, const char *changed, const char *other)
{
  g_auto (GStrv) taken = g_strsplit (nsc_option_form_get (form, changed), ",", -1);
  g_auto (GStrv) others = g_strsplit (nsc_option_form_get (form, other), ",", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) left = NULL;
  g_autofree char *joined = NULL;
  const char *partner = find_partner (holdings, (const char *const *) taken);

  for (guint i = 0; others[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) taken, others[i]))
      g_strv_builder_add (builder, others[i]);
  left = g_strv_builder_end (builder);
  if (g_strv_length (left) == g_strv_length (others))
    return;
  joined = g_strjoinv (",", left);
  if (*joined != '\0')
    nsc_option_form_set (form, other, joined);
  else if (partner != NULL)
    nsc_option_form_set (form, other, partner);
  else
    {
      /* All of them on one side leave nobody to compare with. */
      nsc_option_form_set (form, changed, taken[0]);
      nsc_option_form_set (form, other, taken[1]);
    }
}

static void
adapt (NscOptionForm *form, const NscHoldings *holdings, const char *option)
{
  static const char *const sides[] = { "first", "second" };
  guint n_unverified = 0;

  if (g_strcmp0 (option, "second") == 0)
    part (form, holdings, "second", "first");
  else
    part (form, holdings, "first", "second");
  for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
    {
      g_auto (GStrv) ids = g_strsplit (nsc_option_form_get (form, sides[side]), ",", -1);

      for (guint i = 0; ids[i] != NULL; i++)
        {
          const NscHeldPublisher *publisher = nsc_holdings_find_publisher (holdings, ids[i]);

          n_unverified += publisher != NULL ? publisher->n_unverified : 0;
        }
    }
  nsc_option_form_set_n_unverified (form, n_unverified);
}

static char *
dup_subtitle (NscOptionForm *form)
{
  const char *first = nsc_option_form_get_label (form, "first");
  const char *second = nsc_option_form_get_label (form, "second");
  g_autofree char *short_first = nsc_text_without_brackets (first);
  g_autofree char *short_second = nsc_text_without_brackets (second);
  gboolean same = g_str_equal (short_first, short_second);

  /* Translators: two publishers whose documents are compared, "Microsoft and UN GGE". */
  return g_strdup_printf (_ ("%1$s and %2$s"), same ? first : short_first, same ? second : short_second);
}

static void
nsc_agenda_page_class_init (NscAgendaPageClass *klass)
{
  static const char *const naming[] = { "first", "second", "issues", NULL };
  static const NscOptionField fields[] = {
    { "first", NSC_OPTION_FIELD_SEVERAL, N_ ("First Publisher"), TRUE },
    { "second", NSC_OPTION_FIELD_SEVERAL, N_ ("Second Publisher"), TRUE },
    { "issues", NSC_OPTION_FIELD_CHOICE, N_ ("Issues Below"), TRUE },
    { 0 },
  };
  static const NscPageOptionsKind options = {
    "agenda", fields, NSC_HOLDINGS_MENTIONS, has_matter, offer, adapt, dup_subtitle,
  };
  NscReportPageClass *report_class = NSC_REPORT_PAGE_CLASS (klass);

  report_class->title = N_ ("Agenda");
  report_class->report = &nsc_agenda_report;
  report_class->options = &options;
  report_class->naming = naming;
  report_class->icon = "nsc-agenda-symbolic";
  report_class->empty_title = N_ ("Nobody to Compare Yet");
  report_class->empty_description = N_ ("Import a table of mentions, each of which names an issue, a publisher and a "
                                        "year, or add one by hand. It takes two publishers.");
  report_class->empty_add = N_ ("Add a _Mention");
  report_class->empty_table = "mentions";
}

static void
nsc_agenda_page_init (NscAgendaPage *self)
{
}
