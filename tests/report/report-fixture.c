/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include <string.h>

/* Each rule of the reports has one row that shows it. */

static const char *const rows[][6] = {
  { "countries", "code=US", "name_en=United States", "name_zh=美国", "region=Americas" },
  { "countries", "code=DE", "name_en=Germany", "name_zh=德国", "region=Europe" },
  { "sectors", "id=soft", "name_en=Software" },
  { "actors", "id=acme", "name_en=Acme", "kind=company", "country=US", "sector=soft" },
  { "actors", "id=bolt", "name_en=Bolt", "kind=company", "country=DE" },
  { "actors", "id=guess", "name_en=Guess", "kind=company", "country=US", "confidence=unverified" },
  { "actors", "id=union", "name_en=Union", "kind=igo" },
  { "actors", "id=late", "name_en=Late", "kind=ngo", "country=DE" },
  { "actors", "id=rumour", "name_en=Rumour", "kind=ngo", "country=DE" },
  { "initiatives", "id=pact", "name_en=The Pact", "name_zh=公约" },
  { "initiatives", "id=club", "name_en=The Club" },
  { "initiatives", "id=empty", "name_en=Nothing" },
};

static const char *const memberships[][7] = {
  { "initiative=pact", "actor=acme", "role=founder", "joined=2018-04", "source=list" },
  { "initiative=pact", "actor=bolt", "role=founder", "joined=2018", "left=2020-06", "source=list" },
  { "initiative=pact", "actor=bolt", "role=member", "joined=2021-03-01", "source=press" },
  { "initiative=pact", "actor=guess", "role=member", "source=list" },
  { "initiative=pact", "actor=union", "joined=2019-05-05", "source=list" },
  { "initiative=pact", "actor=late", "role=member", "joined=2021", "source=press" },
  { "initiative=pact", "actor=rumour", "role=member", "joined=2018", "confidence=unverified", "source=hearsay" },
};

/* Of the second initiative; Bolt is in both. */
static const char *const club[][7] = {
  { "initiative=club", "actor=bolt", "role=founder", "joined=2020", "source=club" },
  { "initiative=club", "actor=union", "role=founder", "source=club" },
};

static const char *const totals[][5] = {
  { "initiative=pact", "as_of=2018", "category=all", "count=4" },
  { "initiative=pact", "as_of=2021-06", "category=all", "count=20" },
  { "initiative=pact", "as_of=2021-06", "category=country=DE", "count=9" },
  { "initiative=pact", "as_of=2021-06", "category=year=2019", "count=7" },
};

static gboolean
fill (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (!own_project_insert (writer, rows[i][0], rows[i] + 1, G_N_ELEMENTS (rows[i]) - 1, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (memberships); i++)
    if (!own_project_insert (writer, "signatories", memberships[i], G_N_ELEMENTS (memberships[i]), error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (club); i++)
    if (!own_project_insert (writer, "signatories", club[i], G_N_ELEMENTS (club[i]), error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    if (!own_project_insert (writer, "totals", totals[i], G_N_ELEMENTS (totals[i]), error))
      return FALSE;
  return TRUE;
}

void
report_fixture_set_up (ReportFixture *fixture, gconstpointer data)
{
  own_project_open (fixture, fill);
}

void
report_fixture_tear_down (ReportFixture *fixture, gconstpointer data)
{
  own_project_close (fixture);
}

NscResult *
report_fixture_run (ReportFixture *fixture, const NscReport *report, const char *options_text, GError **error)
{
  g_autoptr (GHashTable) options = nsc_options_new ();

  nsc_options_set (options, "initiative", "pact");
  own_project_read_options (options, options_text);
  return nsc_report_run (report, fixture->reader, options, NULL, error);
}

void
report_fixture_check (ReportFixture *fixture, const NscReport *report, const char *options, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscResult) result = report_fixture_run (fixture, report, options, &error);
  g_autofree char *csv = NULL;

  g_assert_no_error (error);
  csv = nsc_sheet_to_string (nsc_result_get_sheet (result), NSC_SHEET_CSV);
  g_assert_cmpstr (strchr (csv, '\n') + 1, ==, expected);
}

static gboolean
note_record (const NscRecord *record, gpointer data, GError **error)
{
  if (g_str_equal (nsc_record_get_table (record)->name, "totals"))
    g_string_append_printf (data, "%s=%s ", nsc_record_get_by_name (record, "as_of"),
                            nsc_record_get_by_name (record, "count"));
  else
    g_string_append_printf (data, "%s/%s ", nsc_record_get_by_name (record, "actor"),
                            nsc_record_get_by_name (record, "role"));
  return TRUE;
}

void
report_fixture_check_evidence (
    ReportFixture *fixture, const NscReport *report, const char *options, guint column, const char *expected)
{
  g_autoptr (NscResult) result = report_fixture_run (fixture, report, options, NULL);
  NscSheet *sheet = nsc_result_get_sheet (result);
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < nsc_sheet_get_n_rows (sheet); i++)
    {
      g_string_append_printf (told, "%s: ", nsc_sheet_get_value (sheet, i, column));
      g_assert_true (nsc_result_scan_evidence (result, fixture->reader, nsc_sheet_get_key (sheet, i), note_record, told,
                                               NULL, NULL));
    }
  g_assert_cmpstr (told->str, ==, expected);
}

void
report_fixture_check_shown (
    ReportFixture *fixture, const NscReport *report, const char *options, guint row, guint column, const char *expected)
{
  g_autoptr (NscResult) result = report_fixture_run (fixture, report, options, NULL);
  g_autofree char *shown = nsc_sheet_dup_shown (nsc_result_get_sheet (result), row, column, "en");

  g_assert_cmpstr (shown, ==, expected);
}
