/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"

#include "nsc-error.h"

#include <string.h>

/* Two initiatives, three actors and what they refer to. */
static void
set_up (ProjectFixture *project, gconstpointer unused)
{
  project_fixture_set_up (project, unused);
  project_fixture_expect (project, "countries", "code,name_en\nJP,Japan\nCN,China\n", NULL, "2 0 0 0\n");
  project_fixture_expect (project, "sectors", "id,name_en\ntelecom,Telecom\n", NULL, "1 0 0 0\n");
  project_fixture_expect (project, "actors",
                          "id,name_en,kind,country,sector\nhitachi,Hitachi,company,JP,\nzte,ZTE,company,CN,telecom\n"
                          "st-cn,China,state,CN,\n",
                          NULL, "3 0 0 0\n");
  project_fixture_expect (project, "initiatives",
                          "id,name_en,launched\nta,Tech Accord,2018-04-17\npc,Paris Call,2018\n", NULL, "2 0 0 0\n");
}

/* Read by other means than SQLite's, it would be without its locks from then on. */
static void
test_project_is_no_table (ProjectFixture *project, gconstpointer unused)
{
  const NscTable *table = nsc_table_find ("sectors");
  g_autoptr (NscImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  NscImportOptions options = { 0 };

  g_assert_false (nsc_import_run (project->store, table, project->path, &options, NULL, NULL, &result, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "this is a project"));
}

static void
test_by_id (ProjectFixture *project, gconstpointer unused)
{
  project_fixture_expect (project, "sectors", "id,name_en,colour\ntelecom,Telecom,\nbank,Banks,#FF0000\n", NULL,
                          "1 1 0 0\n");
  project_fixture_expect (project, "sectors", "id,name_en,colour\ntelecom,Telecoms,\nbank,Banks,#ff0000\n", NULL,
                          "0 1 1 0\n");
  project_fixture_expect_rows (project, "sectors", "id,name_en,colour,confidence",
                               "telecom|Telecoms||unstated\nbank|Banks|#ff0000|unstated\n");
  /* What a file does not tell stays. */
  project_fixture_expect (project, "sectors", "name_en,id\nBanking,bank\n", NULL, "0 0 1 0\n");
  project_fixture_expect_rows (project, "sectors", "id,name_en,colour", "telecom|Telecoms|\nbank|Banking|#ff0000\n");
}

static void
test_by_key (ProjectFixture *project, gconstpointer unused)
{
  project_fixture_expect (project, "signatories", "initiative,actor,role,joined\nta,hitachi,founder,2018\nta,zte,,\n",
                          NULL, "2 0 0 0\n");
  project_fixture_expect (project, "signatories", "initiative,actor,role,joined\nta,hitachi,founder,2018\nta,zte,,\n",
                          NULL, "0 2 0 0\n");
  project_fixture_expect (project, "signatories", "initiative,actor,joined\nta,hitachi,2018-04-17\nta,zte,2019\n", NULL,
                          "0 0 2 0\n");
  project_fixture_expect (project, "signatories", "initiative,actor,joined,left\nta,hitachi,2018-04-17,2020\n", NULL,
                          "0 0 1 0\n");
  project_fixture_expect (project, "signatories", "initiative,actor,joined\nta,hitachi,2021\n", NULL, "1 0 0 0\n");
  project_fixture_expect_rows (project, "signatories", "id,initiative,actor,role,joined,left",
                               "signatories-1|ta|hitachi|founder|2018-04-17|2020\nsignatories-2|ta|zte||2019|\n"
                               "signatories-3|ta|hitachi||2021|\n");
  project_fixture_expect (project, "totals", "initiative,as_of,category,count\nta,2022,all,161\nta,2022-11,all,161\n",
                          NULL, "2 0 0 0\n");
  project_fixture_expect (project, "totals", "initiative,as_of,category,count\nta,2022,all,162\n", NULL, "0 0 1 0\n");
}

static void
test_conflicts (ProjectFixture *project, gconstpointer unused)
{
  project_fixture_expect (project, "signatories", "id,initiative,actor,joined\nm1,ta,hitachi,2018\nm2,ta,zte,2018\n",
                          NULL, "2 0 0 0\n");
  project_fixture_expect (project, "signatories",
                          "initiative,actor,Joined\nta,hitachi,2019\npc,hitachi,2019\nta,zte,2018\n", NULL,
                          "refused: 1 1 0 1\n2:Joined: The record “m1” already says this for an overlapping time; give "
                          "dates that do not overlap, or the id of that record\n");
  project_fixture_expect (project, "signatories", "id,initiative,actor,joined\nm3,ta,hitachi,2018\n", NULL,
                          "refused: 0 0 0 1\n2:joined: The record “m1” already says this for an overlapping time; give "
                          "dates that do not overlap, or the id of that record\n");
  /* Changed into what another one says. */
  project_fixture_expect (project, "signatories", "id,initiative,actor,joined\nm2,ta,hitachi,2018\n", NULL,
                          "refused: 0 0 0 1\n2:joined: The record “m1” already says this for an overlapping time; give "
                          "dates that do not overlap, or the id of that record\n");
  project_fixture_expect (project, "totals", "id,initiative,as_of,category,count\nt1,ta,2020,all,3\n", NULL,
                          "1 0 0 0\n");
  project_fixture_expect (project, "totals", "id,initiative,as_of,category,count\nt2,ta,2020,all,3\n", NULL,
                          "refused: 0 0 0 1\n2:initiative: The record “t1” already says this; give the id of that "
                          "record, or leave the row out\n");
  project_fixture_expect_rows (project, "signatories", "id,joined", "m1|2018\nm2|2018\n");
}

/* The file tells of one end of a period, the project of the other. */
static void
test_merged_period (ProjectFixture *project, gconstpointer unused)
{
  project_fixture_expect (project, "signatories", "id,initiative,actor,joined,left\nm1,ta,hitachi,2018,2020\n", NULL,
                          "1 0 0 0\n");
  project_fixture_expect (project, "signatories", "id,initiative,actor,joined\nm1,ta,hitachi,2021\n", NULL,
                          "refused: 0 0 0 1\n2:left: 2020 (left) is before 2021 (joined); correct one of the two "
                          "dates\n");
}

/* An id that was made for one row of the file is the very one that another row has. */
static void
test_given_ids (ProjectFixture *project, gconstpointer unused)
{
  static const char text[] = "id,initiative,actor,joined\n,ta,hitachi,2018\nsignatories-1,ta,zte,2018\n";

  project_fixture_expect (
      project, "signatories", text, NULL,
      "refused: 1 0 0 1\n3:id: Row 2 of this file has no id and was given “signatories-1”; give that "
      "row an id of its own\n");
  project_fixture_expect (project, "signatories",
                          "id,initiative,actor,joined\nsignatories-1,ta,zte,2018\n,ta,hitachi,\n", NULL, "2 0 0 0\n");
  project_fixture_expect_rows (project, "signatories", "id,actor", "signatories-1|zte\nsignatories-2|hitachi\n");
}

/* Each kind of trouble of a file, where it is and what is said. */
static void
test_hostile (ProjectFixture *project, gconstpointer unused)
{
  g_autofree char *long_text = g_strnfill (NSC_CSV_MAX_FIELD_BYTES + 1, 'x');
  g_autofree char *long_file = g_strdup_printf ("id,name_en\na,%s\n", long_text);
  g_autofree char *commas = g_strnfill (NSC_CSV_MAX_COLUMNS, ',');
  g_autofree char *wide = g_strdup_printf ("%s\n", commas);

  project_fixture_expect (
      project, "sectors", "id,name_en\na,\xb9\xfa\xbc\xca\xb9\xe6\xb7\xb6\xd3\xeb\xcd\xf8\xc2\xe7\xb0\xb2\xc8\xab\n",
      NULL,
      "refused: 0 0 0 1\n2:name_en: The text is not UTF-8 but seems to be GB18030; save the file as "
      "UTF-8 and import it again\n");
  project_fixture_expect (project, "sectors", "id,name_en\na,A\n\"b\nc\",\"B\n\nx\n", NULL,
                          "refused: 1 0 0 1\n3:name_en: A quote opens here and is never closed; close it\n");
  project_fixture_expect (project, "sectors", "id,name_en\n\"a\nb\",A\n\"c\"d,C\ne\n", NULL,
                          "refused: 0 0 0 3\n2:id: The value has the control character U+000A; take it out\n"
                          "3:id: There is text after the closing quote; double the quotes inside the text, as in "
                          "\"say \"\"no\"\"\"\n"
                          "4:name_en: The row has 1 field but the header names 2 columns; add the missing ones\n");
  project_fixture_expect (project, "sectors", long_file, NULL,
                          "refused: 0 0 0 1\n2:name_en: The text is longer than 1 MiB; shorten it\n");
  project_fixture_expect (project, "sectors", wide, NULL,
                          "refused: 0 0 0 1\n1:2001: There are more than 2,000 columns; leave some out\n");
  project_fixture_expect (project, "sectors", "\xff\xfei\n", NULL,
                          "refused: 0 0 0 1\n1:1: The file is UTF-16; save it as UTF-8 and import it again\n");
  project_fixture_expect_rows (project, "sectors", "id", "telecom\n");
}

static void
test_duplicates (ProjectFixture *project, gconstpointer unused)
{
  project_fixture_expect (
      project, "signatories",
      "initiative,actor,role,joined\nta,hitachi,,2018\nta,hitachi,,2018\nta,hitachi,founder,2018-04\n"
      "ta,hitachi,,2019\n",
      &(NscImportOptions) { .skip_invalid = TRUE },
      "1 1 0 2\n"
      "4:role: An earlier row of this file already tells of “signatories-1”, but something else; keep one of the two\n"
      "5:joined: The record “signatories-1” already says this for an overlapping time; give "
      "dates that do not overlap, or the id of that record\n");
  project_fixture_expect_rows (project, "signatories", "role,joined", "|2018\n");
  project_fixture_expect (
      project, "sectors", "id,name_en\na,A\na,B\na,A\n", NULL,
      "refused: 1 1 0 1\n"
      "3:name_en: An earlier row of this file already tells of “a”, but something else; keep one of "
      "the two\n");
  /* There and back: nothing would have been changed, but two rows would have been told as changes. */
  project_fixture_expect (project, "sectors", "id,name_en,colour\ntelecom,T,\ntelecom,Telecom,\n",
                          &(NscImportOptions) { .skip_invalid = TRUE },
                          "0 0 1 1\n"
                          "3:name_en: An earlier row of this file already tells of “telecom”, but something else; keep "
                          "one of the two\n");
  project_fixture_expect (project, "sectors", "id,name_en\ntelecom,T\ntelecom,Telecom\n",
                          &(NscImportOptions) { .skip_invalid = TRUE },
                          "0 1 0 1\n"
                          "3:name_en: An earlier row of this file already tells of “telecom”, but something else; keep "
                          "one of the two\n");
  project_fixture_expect_rows (project, "sectors", "id,name_en", "telecom|T\n");
  /* Of a table whose rows name each other, also where what they name comes later. */
  project_fixture_expect (
      project, "issues", "id,label_en,parent\na,A,b\na,A,b\na,A,\na,B,b\nb,B,\n",
      &(NscImportOptions) { .skip_invalid = TRUE },
      "2 1 0 2\n"
      "4:parent: An earlier row of this file already tells of “a”, but something else; keep one of "
      "the two\n"
      "5:label_en: An earlier row of this file already tells of “a”, but something else; keep one of "
      "the two\n");
  project_fixture_expect_rows (project, "issues", "id,label_en,parent", "a|A|b\nb|B|\n");
}

static void
test_references (ProjectFixture *project, gconstpointer unused)
{
  project_fixture_expect (project, "actors", "id,name_en,country,sector\nx,X,US,tele\ny,Y,JP,telecom\n", NULL,
                          "refused: 1 0 0 1\n"
                          "2:country: The table countries has no record with the id “US”; import it there first, or "
                          "correct the id\n"
                          "2:sector: The table sectors has no record with the id “tele”; import it there first, or "
                          "correct the id\n");
  project_fixture_expect_rows (project, "actors", "id", "hitachi\nzte\nst-cn\n");
}

static void
test_values (ProjectFixture *project, gconstpointer unused)
{
  project_fixture_expect (
      project, "actors",
      "id,name_en,kind,colour\n\"a,b\",A,,\nb,,,\nc,C,firm,\nd,D,,red\n,E,,\nf,F\001,,\ng,G,STATE,\n", NULL,
      "refused: 1 0 0 6\n"
      "2:id: “a,b” cannot be an id: it has a comma or semicolon; choose another\n"
      "3:name_en: The value is missing; fill it in\n"
      "4:kind: “firm” is not a choice here; write one of: state, company, igo, ngo, academia, "
      "public_body\n"
      "5:colour: “red” is not a colour; write it as #rrggbb, such as #3584e4\n"
      "6:id: The row has no id; give it one of its own\n"
      "7:name_en: The value has the control character U+0001; take it out\n");
  project_fixture_expect (project, "totals", "initiative,as_of,category,count\nta,2020-13,all,5\nta,2020,all,many\n",
                          NULL,
                          "refused: 0 0 0 2\n"
                          "2:as_of: “2020-13” is not a date; write it as YYYY, YYYY-MM or YYYY-MM-DD\n"
                          "3:count: “many” is not a whole number; write it with the digits 0 to 9 only\n");
}

static void
test_skip_invalid (ProjectFixture *project, gconstpointer unused)
{
  project_fixture_expect (project, "sectors", "id,name_en\na,A\nb,\nc,C\nd\ne,\xff\nf,\"x\"y\ng,G\n",
                          &(NscImportOptions) { .skip_invalid = TRUE },
                          "3 0 0 4\n"
                          "3:name_en: The value is missing; fill it in\n"
                          "5:name_en: The row has 1 field but the header names 2 columns; add the missing ones\n"
                          "6:name_en: The text is not UTF-8 but seems to be WINDOWS-1252; save the file as UTF-8 and "
                          "import it again\n"
                          "7:name_en: There is text after the closing quote; double the quotes inside the text, as in "
                          "\"say \"\"no\"\"\"\n");
  project_fixture_expect_rows (project, "sectors", "id", "telecom\na\nc\ng\n");
  /* What cannot be told apart is not taken in part. */
  project_fixture_expect (project, "sectors", "id,name_en\nh,H\ni,\"I\nj,J\n",
                          &(NscImportOptions) { .skip_invalid = TRUE },
                          "refused: 1 0 0 1\n3:name_en: A quote opens here and is never closed; close it\n");
  project_fixture_expect_rows (project, "sectors", "id", "telecom\na\nc\ng\n");
}

static void
test_many_refused (ProjectFixture *project, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new ("id,name_en\n");
  g_autofree char *said = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 1500; i++)
    g_string_append_printf (text, "s%u,\n", i);
  said = project_fixture_import (project, "sectors", text->str, NULL);
  lines = g_strsplit (said, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 1 + 1000 + 1 + 1);
  g_assert_cmpstr (lines[0], ==, "refused: 0 0 0 1500");
  g_assert_cmpstr (lines[1000], ==, "1001:name_en: The value is missing; fill it in");
  g_assert_cmpstr (lines[1001], ==, " and 500 more rows were refused; correct the rows above first");
}

static void
test_headers (ProjectFixture *project, gconstpointer unused)
{
  project_fixture_expect (project, "sectors", "ID; Name_EN ;note\na;A;n\n", NULL,
                          "1 0 0 0\n~1:note: The table sectors has no such column, so it is left out; give it the "
                          "name of one that it has\n");
  project_fixture_expect (
      project, "sectors", "id,name_en,,\nb,B,,\n", NULL,
      "1 0 0 0\n~1:3: The table sectors has no such column, so it is left out; give it the name "
      "of one that it has\n~1:4: The table sectors has no such column, so it is left out; give it the name "
      "of one that it has\n");
  project_fixture_expect (project, "actors", "id,name_zh\nx,X\n", NULL,
                          "refused: 0 0 0 1\n1:name_en: The table actors needs this column; add it, or give its name "
                          "to one of the file's columns\n");
  project_fixture_expect (
      project, "actors", "name_en\nX\n", NULL,
      "refused: 0 0 0 1\n1:id: Rows of actors are known by their id alone; add this column, with an "
      "id of your choice in each row\n");
  project_fixture_expect (project, "countries", "name_en\nX\n", NULL,
                          "refused: 0 0 0 1\n1:code: The table countries needs this column; add it, or give its name "
                          "to one of the file's columns\n");
  project_fixture_expect (project, "sectors", "id,name_en,NAME_EN\nx,X,Y\n", NULL,
                          "refused: 0 0 0 1\n1:NAME_EN: A second column fills name_en; leave one of them out\n");
  project_fixture_expect (project, "sectors", "", NULL,
                          "refused: 0 0 0 1\n1:1: The file is empty; its first row must name the columns\n");
  project_fixture_expect (project, "sectors", "id,name_en\n", NULL, "0 0 0 0\n");
}

static void
test_map (ProjectFixture *project, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) map = nsc_import_parse_map ("代码=id, 名称 = name_en,note=", &error);
  g_autoptr (GHashTable) wrong = nsc_import_parse_map ("代码=id,名称=name,there=name_en", NULL);

  g_assert_no_error (error);
  project_fixture_expect (project, "sectors", "代码,名称,note,name_zh\na,A,n,甲\n", &(NscImportOptions) { .map = map },
                          "1 0 0 0\n");
  project_fixture_expect_rows (project, "sectors", "id,name_en,name_zh", "telecom|Telecom|\na|A|甲\n");
  project_fixture_expect (
      project, "sectors", "代码,名称\nb,B\n", &(NscImportOptions) { .map = wrong },
      "refused: 0 0 0 1\n"
      "1:名称: The table sectors has no column name to map this to; choose one of: id, name_en, "
      "name_zh, colour, source, confidence\n"
      "1:there: The file has no such column to map; correct its name\n"
      "1:name_en: The table sectors needs this column; add it, or give its name to one of the file's "
      "columns\n");

  g_assert_null (nsc_import_parse_map ("a", &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_null (nsc_import_parse_map ("=id", &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_null (nsc_import_parse_map ("a=id,a=name_en", &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_USAGE);
}

static void
test_date_styles (ProjectFixture *project, gconstpointer unused)
{
  project_fixture_expect (project, "signatories", "initiative,actor,joined\nta,hitachi,17.4.2018\nta,zte,2019-05\n",
                          &(NscImportOptions) { .date_style = NSC_DATE_STYLE_DMY }, "2 0 0 0\n");
  project_fixture_expect (project, "signatories", "initiative,actor,joined\nta,hitachi,4/17/2018\nta,zte,5/2019\n",
                          &(NscImportOptions) { .date_style = NSC_DATE_STYLE_MDY }, "0 2 0 0\n");
  project_fixture_expect_rows (project, "signatories", "joined", "2018-04-17\n2019-05\n");
}

static void
test_tree (ProjectFixture *project, gconstpointer unused)
{
  /* A parent further down, one above, one from before. */
  project_fixture_expect (project, "issues", "id,label_en,parent\nb,B,a\na,A,\nc,C,b\n", NULL, "3 0 0 0\n");
  project_fixture_expect_rows (project, "issues", "id,parent", "b|a\na|\nc|b\n");
  project_fixture_expect (project, "issues", "id,label_en,parent\nb,B,a\na,A,\nc,C,b\n", NULL, "0 3 0 0\n");
  project_fixture_expect (project, "issues", "id,label_en,parent\nd,D,c\nc,C,e\ne,E,\na,A,\n", NULL, "2 1 1 0\n");
  project_fixture_expect_rows (project, "issues", "id,parent", "b|a\na|\nc|e\nd|c\ne|\n");
  /* A file without the column leaves it alone. */
  project_fixture_expect (project, "issues", "id,label_en\nc,Sea\n", NULL, "0 0 1 0\n");
  project_fixture_expect_rows (project, "issues", "id,label_en,parent", "b|B|a\na|A|\nc|Sea|e\nd|D|c\ne|E|\n");
}

static void
test_tree_refused (ProjectFixture *project, gconstpointer unused)
{
  project_fixture_expect (
      project, "issues", "id,label_en,parent\na,A,\nz,Z,y\ny,Y,nowhere\nx,X,x\nb,B,a\n",
      &(NscImportOptions) { .skip_invalid = TRUE },
      "2 0 0 3\n"
      "3:parent: The row of “y”, which this one names, was refused; correct that row first\n"
      "4:parent: Neither the file nor the table issues has a record with the id “nowhere”; add it, or "
      "correct the id\n"
      "5:parent: The record names itself; name another one or leave it blank\n");
  project_fixture_expect_rows (project, "issues", "id,parent", "a|\nb|a\n");
  /* Around in the file, and by way of what is recorded. */
  project_fixture_expect (project, "issues", "id,label_en,parent\np,P,q\nq,Q,r\nr,R,p\ns,S,p\n", NULL,
                          "refused: 0 0 0 4\n"
                          "2:parent: By way of “q” the record comes back to itself; name another one, or none\n"
                          "3:parent: By way of “r” the record comes back to itself; name another one, or none\n"
                          "4:parent: By way of “p” the record comes back to itself; name another one, or none\n"
                          "5:parent: The row of “p”, which this one names, was refused; correct that row first\n");
  project_fixture_expect (project, "issues", "id,label_en,parent\na,A,b\n", NULL,
                          "refused: 0 0 0 1\n"
                          "2:parent: By way of “b” the record comes back to itself; name another one, or none\n");
  project_fixture_expect_rows (project, "issues", "id,parent", "a|\nb|a\n");
}

static void
test_blank_rows (ProjectFixture *project, gconstpointer unused)
{
  project_fixture_expect (project, "sectors", "id,name_en\na,A\n,\n\n , \nb,B\n,,\n", NULL,
                          "refused: 2 0 0 1\n7:3: The row has 3 fields but the header names 2 columns; put text with a "
                          "delimiter in quotes\n");
  project_fixture_expect (project, "sectors", "id,name_en\na,A\n,\n\n , \nb,B\n", NULL, "2 0 0 0\n");
}

static char *
checksum (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
}

static guint
count_steps (ProjectFixture *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscReader) reader = nsc_store_take_reader (project->store, &error);
  g_autoptr (GPtrArray) steps = nsc_reader_list_steps (reader, &error);

  g_assert_no_error (error);
  return steps->len;
}

static void
test_dry_run (ProjectFixture *project, gconstpointer unused)
{
  static const char text[] = "id,name_en\ntelecom,Telecoms\na,A\nb,\n";
  NscImportOptions options = { .dry_run = TRUE };
  g_autofree char *all = project_fixture_export_all (project);
  g_autofree char *all_after = NULL;
  guint n_steps = count_steps (project);

  project_fixture_expect (project, "sectors", text, &options,
                          "refused: 1 0 1 1\n4:name_en: The value is missing; fill it in\n");
  options.skip_invalid = TRUE;
  project_fixture_expect (project, "sectors", text, &options, "1 0 1 1\n4:name_en: The value is missing; fill it in\n");
  all_after = project_fixture_export_all (project);
  g_assert_cmpstr (all_after, ==, all);
  g_assert_cmpuint (count_steps (project), ==, n_steps);
}

/* Of a project that is open for reading not one byte changes. */
static void
test_dry_run_file (ProjectFixture *project, gconstpointer unused)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (nsc_store_close (project->store, NULL));
  g_object_unref (project->store);
  before = checksum (project->path);
  project->store = nsc_store_open (project->path, NSC_STORE_READ, NULL, &error);
  g_assert_no_error (error);
  project_fixture_expect (project, "sectors", "id,name_en\na,A\n", &(NscImportOptions) { .dry_run = TRUE },
                          "1 0 0 0\n");
  g_assert_true (nsc_store_close (project->store, NULL));
  after = checksum (project->path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_undo (ProjectFixture *project, gconstpointer unused)
{
  g_autofree char *before = project_fixture_export_all (project);
  g_autofree char *undone = NULL;
  g_autofree char *after = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (NscStep) undo = NULL;
  g_autoptr (NscStep) redo = NULL;
  g_autoptr (GError) error = NULL;

  project_fixture_expect (project, "actors", "id,name_en,country\nhitachi,Hitachi Ltd,JP\nnew,New,CN\nzte,ZTE,CN\n",
                          NULL, "1 1 1 0\n");
  after = project_fixture_export_all (project);
  undo = nsc_store_undo (project->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (undo->kind, ==, NSC_STEP_IMPORT);
  g_assert_cmpstr (undo->table, ==, "actors");
  g_assert_cmpstr (undo->subject, ==, "x.csv");
  g_assert_cmpuint (undo->n_added, ==, 1);
  g_assert_cmpuint (undo->n_changed, ==, 1);
  undone = project_fixture_export_all (project);
  g_assert_cmpstr (undone, ==, before);
  redo = nsc_store_redo (project->store, NULL, &error);
  g_assert_no_error (error);
  redone = project_fixture_export_all (project);
  g_assert_cmpstr (redone, ==, after);
}

static void
test_undo_tree (ProjectFixture *project, gconstpointer unused)
{
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *after = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (NscStep) undo = NULL;
  g_autoptr (NscStep) redo = NULL;
  g_autoptr (GError) error = NULL;

  project_fixture_expect (project, "issues", "id,label_en\na,A\n", NULL, "1 0 0 0\n");
  before = project_fixture_export_all (project);
  project_fixture_expect (project, "issues", "id,label_en,parent\nc,C,b\nb,B,\na,A,c\n", NULL, "2 0 1 0\n");
  after = project_fixture_export_all (project);
  undo = nsc_store_undo (project->store, NULL, &error);
  g_assert_no_error (error);
  undone = project_fixture_export_all (project);
  g_assert_cmpstr (undone, ==, before);
  redo = nsc_store_redo (project->store, NULL, &error);
  g_assert_no_error (error);
  redone = project_fixture_export_all (project);
  g_assert_cmpstr (redone, ==, after);
}

/* A step that changed nothing is none. */
static void
test_same_is_no_step (ProjectFixture *project, gconstpointer unused)
{
  guint n_steps = count_steps (project);

  project_fixture_expect (project, "sectors", "id,name_en\ntelecom,Telecom\n", NULL, "0 1 0 0\n");
  g_assert_cmpuint (count_steps (project), ==, n_steps);
}

static void
count_progress (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *last = fraction;
}

static char *
make_many (guint n)
{
  GString *text = g_string_new ("id,name_en\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "s%u,Sector number %u of many that fill the file\n", i, i);
  return g_string_free (text, FALSE);
}

static void
cancel_cb (double fraction, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_progress (ProjectFixture *project, gconstpointer unused)
{
  g_autofree char *text = make_many (5000);
  g_autofree char *path = project_fixture_write (project, "many.csv", text);
  g_autoptr (NscImportResult) cancelled = NULL;
  g_autoptr (NscImportResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  double last = 0.0;

  g_assert_false (nsc_import_run (project->store, nsc_table_find ("sectors"), path, NULL, cancel_cb, cancellable,
                                  &cancelled, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  project_fixture_expect_rows (project, "sectors", "id", "telecom\n");

  g_assert_true (nsc_import_run (project->store, nsc_table_find ("sectors"), path, NULL, count_progress, &last, &result,
                                 NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (result->n_added, ==, 5000);
  g_assert_cmpfloat (last, >, 0.5);
}

typedef struct
{
  GMainLoop *loop;
  NscStore *store;
  GThread *thread;
  NscImportResult *result;
  GError *error;
  guint n_news;
} Waiting;

static void
waiting_progress_cb (double fraction, gpointer data)
{
  Waiting *waiting = data;

  g_assert_true (g_thread_self () == waiting->thread);
  waiting->n_news++;
}

static void
waiting_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;

  nsc_import_run_finish (waiting->store, result, &waiting->result, &waiting->error);
  g_main_loop_quit (waiting->loop);
}

static void
wait_for (ProjectFixture *project, Waiting *waiting, const char *path)
{
  g_clear_pointer (&waiting->result, nsc_import_result_free);
  nsc_import_run_async (project->store, nsc_table_find ("sectors"), path, NULL, waiting_progress_cb, waiting, NULL,
                        waiting_done_cb, waiting);
  g_main_loop_run (waiting->loop);
}

static void
test_async (ProjectFixture *project, gconstpointer unused)
{
  g_autofree char *text = make_many (3000);
  g_autofree char *good = project_fixture_write (project, "many.csv", text);
  g_autofree char *bad = project_fixture_write (project, "bad.csv", "id,name_en\na,\n");
  Waiting waiting = { .loop = g_main_loop_new (NULL, FALSE), .store = project->store, .thread = g_thread_self () };

  wait_for (project, &waiting, good);
  g_assert_no_error (waiting.error);
  g_assert_cmpuint (waiting.result->n_added, ==, 3000);
  g_assert_cmpuint (waiting.n_news, >, 0);

  wait_for (project, &waiting, bad);
  g_assert_error (waiting.error, NSC_ERROR, NSC_ERROR_INPUT);
  g_assert_cmpuint (waiting.result->refusals->len, ==, 1);

  g_clear_error (&waiting.error);
  nsc_import_result_free (waiting.result);
  g_main_loop_unref (waiting.loop);
}

static void
test_no_file (ProjectFixture *project, gconstpointer unused)
{
  g_autoptr (NscImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (nsc_import_run (project->store, nsc_table_find ("sectors"), "/nonexistent.csv", NULL, NULL, NULL,
                                  &result, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, "/nonexistent.csv: "));
  g_assert_cmpuint (result->n_refused, ==, 0);
  g_clear_pointer (&result, nsc_import_result_free);
  g_clear_error (&error);

  g_assert_false (nsc_import_run (project->store, nsc_table_find ("sectors"), project->folder, NULL, NULL, NULL,
                                  &result, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_INPUT);
  g_assert_true (g_str_has_prefix (error->message, project->folder));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (ProjectFixture *project, gconstpointer unused);
  } tests[] = {
    { "/exchange/import/project-is-no-table", test_project_is_no_table },
    { "/exchange/import/by-id", test_by_id },
    { "/exchange/import/by-key", test_by_key },
    { "/exchange/import/conflicts", test_conflicts },
    { "/exchange/import/merged-period", test_merged_period },
    { "/exchange/import/given-ids", test_given_ids },
    { "/exchange/import/hostile", test_hostile },
    { "/exchange/import/duplicates", test_duplicates },
    { "/exchange/import/references", test_references },
    { "/exchange/import/values", test_values },
    { "/exchange/import/skip-invalid", test_skip_invalid },
    { "/exchange/import/many-refused", test_many_refused },
    { "/exchange/import/headers", test_headers },
    { "/exchange/import/map", test_map },
    { "/exchange/import/date-styles", test_date_styles },
    { "/exchange/import/tree", test_tree },
    { "/exchange/import/tree-refused", test_tree_refused },
    { "/exchange/import/blank-rows", test_blank_rows },
    { "/exchange/import/dry-run", test_dry_run },
    { "/exchange/import/dry-run-file", test_dry_run_file },
    { "/exchange/import/undo", test_undo },
    { "/exchange/import/undo-tree", test_undo_tree },
    { "/exchange/import/same-is-no-step", test_same_is_no_step },
    { "/exchange/import/progress", test_progress },
    { "/exchange/import/async", test_async },
    { "/exchange/import/no-file", test_no_file },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ProjectFixture, NULL, set_up, tests[i].func, project_fixture_tear_down);
  return g_test_run ();
}
