/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include "test-folder.h"

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

static const char *const memberships[][6] = {
  { "actor=acme", "role=founder", "joined=2018-04", "source=list" },
  { "actor=bolt", "role=founder", "joined=2018", "left=2020-06", "source=list" },
  { "actor=bolt", "role=member", "joined=2021-03-01", "source=press" },
  { "actor=guess", "role=member", "source=list" },
  { "actor=union", "joined=2019-05-05", "source=list" },
  { "actor=late", "role=member", "joined=2021", "source=press" },
  { "actor=rumour", "role=member", "joined=2018", "confidence=unverified", "source=hearsay" },
};

/* Of the second initiative; Bolt is in both. */
static const char *const club[][6] = {
  { "actor=bolt", "role=founder", "joined=2020", "source=club" },
  { "actor=union", "role=founder", "source=club" },
};

static const char *const totals[][4] = {
  { "as_of=2018", "category=all", "count=4" },
  { "as_of=2021-06", "category=all", "count=20" },
  { "as_of=2021-06", "category=country=DE", "count=9" },
  { "as_of=2021-06", "category=year=2019", "count=7" },
};

static gboolean
insert (
    NscWriter *writer, const char *table, const char *initiative, const char *const *values, guint n, GError **error)
{
  g_autoptr (NscRecord) record = nsc_record_new (nsc_table_find (table));

  if (initiative != NULL)
    nsc_record_set_by_name (record, "initiative", initiative);
  for (guint i = 0; i < n && values[i] != NULL; i++)
    {
      const char *equals = strchr (values[i], '=');
      g_autofree char *name = g_strndup (values[i], (gsize) (equals - values[i]));

      nsc_record_set_by_name (record, name, equals + 1);
    }
  return nsc_writer_insert (writer, record, error);
}

static gboolean
fill (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (!insert (writer, rows[i][0], NULL, rows[i] + 1, 5, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (memberships); i++)
    if (!insert (writer, "signatories", "pact", memberships[i], 6, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (club); i++)
    if (!insert (writer, "signatories", "club", club[i], 6, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    if (!insert (writer, "totals", "pact", totals[i], 4, error))
      return FALSE;
  return TRUE;
}

void
report_fixture_set_up (ReportFixture *fixture, gconstpointer data)
{
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_IMPORT, "", "test");
  g_autoptr (GError) error = NULL;

  fixture->folder = test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "test.normscape", NULL);
  fixture->store = nsc_store_create (fixture->path, "Test", &error);
  g_assert_no_error (error);
  nsc_store_run_step (fixture->store, step, fill, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->reader = nsc_store_take_reader (fixture->store, &error);
  g_assert_no_error (error);
}

void
report_fixture_tear_down (ReportFixture *fixture, gconstpointer data)
{
  nsc_reader_free (fixture->reader);
  g_assert_true (nsc_store_close (fixture->store, NULL));
  g_object_unref (fixture->store);
  test_folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

NscResult *
report_fixture_run (ReportFixture *fixture, const NscReport *report, const char *options_text, GError **error)
{
  g_autoptr (GHashTable) options = nsc_options_new ();
  g_auto (GStrv) words = g_strsplit (options_text, " ", -1);

  nsc_options_set (options, "initiative", "pact");
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (words[i], "=", 2);

      nsc_options_set (options, pair[0], pair[1]);
    }
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
