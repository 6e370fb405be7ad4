/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-error.h"
#include "nsc-table-sniff.h"

#include <glib/gstdio.h>

static void
check (const char *header, const char *file_name, const char *expected)
{
  g_auto (GStrv) columns = g_strsplit (header, ",", -1);
  const NscTable *table = nsc_table_sniff ((const char *const *) columns, g_strv_length (columns), file_name);

  g_assert_cmpstr (table != NULL ? table->name : "none", ==, expected);
}

static void
test_headers (void)
{
  check ("code,name_en,name_zh,region,subregion,un_group", NULL, "countries");
  check ("id,name_en,name_zh,source,confidence", NULL, "sectors");
  check ("id,name_en,name_zh,kind,country,sector,source,confidence", NULL, "actors");
  check ("id,name_en,name_zh,kind,lead_type,lead_actor,launched,ended,source,confidence", NULL, "initiatives");
  check ("initiative,actor,role,joined,left,source,confidence", NULL, "signatories");
  check ("Actor, INITIATIVE ,my note", NULL, "signatories");
  check ("initiative,as_of,category,count,source,confidence", NULL, "totals");
  check ("id,title_en,title_zh,date,publisher,process,symbol,kind", NULL, "documents");
  check ("id,label_en,label_zh,topic_zh,parent,implementer,relevance,uncertainty", NULL, "issues");
  check ("issue,publisher,date,document", NULL, "mentions");
  check ("session,actor", NULL, "none");
  check ("a,b,c", "actors.csv", "none");
}

/* Every table knows itself. */
static void
test_own (void)
{
  const NscTable *const *tables = nsc_table_list ();

  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) columns = g_ptr_array_new ();

      for (guint c = 0; c < tables[i]->n_columns; c++)
        g_ptr_array_add (columns, (gpointer) tables[i]->columns[c].name);
      g_assert_true (nsc_table_sniff ((const char *const *) columns->pdata, columns->len, NULL) == tables[i]);
    }
}

static void
test_file_names (void)
{
  check ("id,name_en", NULL, "sectors");
  check ("id,name_en", "/home/me/Actors.csv", "actors");
  check ("id,name_en", "paris_call_actors.csv", "actors");
  check ("id,name_en", "factors.csv", "sectors");
  check ("initiative,actor", "actors.csv", "signatories");
}

static void
test_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("normscape-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "members.csv", NULL);

  g_assert_true (g_file_set_contents (path, "initiative;actor\nx;y\n", -1, NULL));
  g_assert_true (nsc_table_sniff_file (path, NULL, &error) == nsc_table_find ("signatories"));
  g_assert_no_error (error);

  g_assert_true (g_file_set_contents (path, "x;y\n", -1, NULL));
  g_assert_null (nsc_table_sniff_file (path, NULL, &error));
  g_assert_no_error (error);

  g_assert_true (g_file_set_contents (path, "", -1, NULL));
  g_assert_null (nsc_table_sniff_file (path, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_INPUT);
  g_assert_true (g_str_has_prefix (error->message, path));

  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/table-sniff/headers", test_headers);
  g_test_add_func ("/exchange/table-sniff/own", test_own);
  g_test_add_func ("/exchange/table-sniff/file-names", test_file_names);
  g_test_add_func ("/exchange/table-sniff/file", test_file);
  return g_test_run ();
}
