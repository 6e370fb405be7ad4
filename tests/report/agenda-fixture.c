/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agenda-fixture.h"

#include "nsc-error.h"

static const char *const rows[][8] = {
  { "actors", "id=acme", "name_en=Acme", "name_zh=艾克米", "kind=company" },
  { "actors", "id=gge", "name_en=Group of Experts (as publisher)", "kind=igo" },
  { "actors", "id=oewg", "name_en=Working Group (as publisher)", "kind=igo" },
  { "actors", "id=other", "name_en=Other", "kind=company" },
  { "actors", "id=twin", "name_en=Ministry (North)", "kind=state" },
  { "actors", "id=twin2", "name_en=Ministry (South)", "kind=state" },
  /* in the codebook: grp_a a2 a1 grp_b b1 b2 loose */
  { "issues", "id=grp_b", "label_en=Group B", "position=2" },
  { "issues", "id=b2", "label_en=Issue B2", "parent=grp_b" },
  { "issues", "id=b1", "label_en=Issue B1", "parent=grp_b", "position=5" },
  { "issues", "id=grp_a", "label_en=Group A", "label_zh=甲组", "position=1" },
  { "issues", "id=a1", "label_en=Issue A1", "label_zh=甲一", "parent=grp_a" },
  { "issues", "id=a2", "label_en=Issue A2", "parent=grp_a", "position=0" },
  { "issues", "id=loose", "label_en=Loose" },
  { "documents", "id=d1", "title_en=D1", "publisher=acme", "date=2010", "source=shelf" },
  { "documents", "id=d2", "title_en=D2", "publisher=gge", "date=2013-06" },
  { "documents", "id=d3", "title_en=D3", "publisher=gge", "date=2015" },
  { "documents", "id=d4", "title_en=D4", "publisher=gge" },
  { "documents", "id=d5", "title_en=D5", "publisher=oewg", "date=2021-03" },
  { "documents", "id=d6", "title_en=D6", "publisher=acme", "date=2014-05", "confidence=unverified" },
  { "documents", "id=d7", "title_en=D7", "publisher=gge", "date=2015-03" },
  { "mentions", "id=m1", "issue=a1", "publisher=acme", "date=2013", "source=study" },
  { "mentions", "id=m2", "issue=a1", "publisher=acme", "date=2013-05", "document=d1", "source=study" },
  { "mentions", "id=m3", "issue=a1", "publisher=gge", "date=2015", "document=d3", "source=study" },
  { "mentions", "id=m4", "issue=a2", "publisher=acme", "date=2016", "document=d1" },
  { "mentions", "id=m5", "issue=a2", "publisher=gge", "date=2014-02" },
  { "mentions", "id=m6", "issue=b1", "publisher=acme", "date=2015-12" },
  { "mentions", "id=m7", "issue=b1", "publisher=gge", "date=2015-01-31" },
  { "mentions", "id=m8", "issue=b2", "publisher=acme", "date=2018" },
  { "mentions", "id=m9", "issue=loose", "publisher=oewg", "date=2021-03", "document=d5" },
  { "mentions", "id=m10", "issue=grp_a", "publisher=acme" },
  { "mentions", "id=m11", "issue=a1", "publisher=gge", "date=2012", "confidence=unverified" },
  { "mentions", "id=m12", "issue=b2", "publisher=gge" },
  { "mentions", "id=m13", "issue=loose", "publisher=other", "date=2011" },
  { "mentions", "id=m14", "issue=a1", "publisher=acme", "date=2016-02", "document=d1" },
  { "mentions", "id=m15", "issue=b2", "publisher=acme", "date=9999" },
};

static gboolean
fill (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (!own_project_insert (writer, rows[i][0], rows[i] + 1, G_N_ELEMENTS (rows[i]) - 1, error))
      return FALSE;
  return TRUE;
}

static gboolean
note_record (const NscRecord *record, gpointer data, GError **error)
{
  g_string_append_printf (data, "%s ", nsc_record_get_id (record));
  return TRUE;
}

void
agenda_fixture_set_up (AgendaFixture *fixture, gconstpointer data)
{
  own_project_open (fixture, fill);
}

void
agenda_fixture_tear_down (AgendaFixture *fixture, gconstpointer data)
{
  own_project_close (fixture);
}

static NscOptions *
read_options (const char *options_text)
{
  NscOptions *options = nsc_options_new ();

  own_project_read_options (options, options_text);
  return options;
}

NscResult *
agenda_fixture_run (AgendaFixture *fixture, const NscReport *report, const char *options_text, GError **error)
{
  g_autoptr (GHashTable) options = read_options (options_text);

  return nsc_report_run (report, fixture->reader, options, NULL, error);
}

char *
agenda_fixture_table (AgendaFixture *fixture, const NscReport *report, const char *options_text, const char *header)
{
  g_autoptr (GHashTable) options = read_options (options_text);
  g_autoptr (GError) error = NULL;
  g_autoptr (NscResult) result = agenda_fixture_run (fixture, report, options_text, &error);
  g_autoptr (NscSheet) short_sheet = NULL;
  g_autofree char *csv = NULL, *short_csv = NULL;
  char *rest;

  g_assert_no_error (error);
  csv = nsc_sheet_to_string (nsc_result_get_sheet (result), NSC_SHEET_CSV);
  /* Without its figure a table is the same. */
  short_sheet = nsc_report_run_for_sheet (report, fixture->reader, options, NULL, &error);
  g_assert_no_error (error);
  short_csv = nsc_sheet_to_string (short_sheet, NSC_SHEET_CSV);
  g_assert_cmpstr (csv, ==, short_csv);
  rest = strchr (csv, '\n');
  *rest = '\0';
  g_assert_cmpstr (csv, ==, header);
  return g_strdup (rest + 1);
}

char *
agenda_fixture_evidence (AgendaFixture *fixture, NscResult *result, gint64 key)
{
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (nsc_result_scan_evidence (result, fixture->reader, key, note_record, told, NULL, &error));
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&told), FALSE);
}

char *
agenda_fixture_context (AgendaFixture *fixture, NscResult *result, gint64 key)
{
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (nsc_result_scan_context (result, fixture->reader, key, note_record, told, NULL, &error));
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&told), FALSE);
}

void
agenda_fixture_check_refused (
    AgendaFixture *fixture, const NscReport *report, const char *options, int code, const char *said)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscResult) result = agenda_fixture_run (fixture, report, options, &error);

  g_assert_null (result);
  g_assert_error (error, NSC_ERROR, code);
  g_assert_nonnull (strstr (error->message, said));
}
