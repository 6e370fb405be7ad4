/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-project.h"

#include "nsc-export.h"
#include "nsc-import.h"

#include <glib/gstdio.h>

static const struct
{
  const char *table;
  const char *text;
} files[] = {
  { "countries", "code,name_en,name_zh,region\nUS,United States,美国,Americas\nCN,China,中国,Asia\n" },
  { "sectors", "id,name_en,colour\ntelecom,Telecom,#00aaff\n" },
  { "actors", "id,name_en,kind,country,sector,confidence\nacme,Acme,company,US,telecom,official\n"
              "bolt,Bolt,company,CN,telecom,\nun_gge,UN GGE,igo,,,\nun_oewg,UN OEWG,igo,,,secondary\n" },
  { "initiatives",
    "id,name_en,lead_actor,launched\naccord,Accord,acme,2018-04-17\npact,\"Pact, \"\"new\"\"\",,2019\n" },
  { "signatories", "initiative,actor,role,joined,left\naccord,acme,founder,2018-04-17,\naccord,bolt,,2018,2020-01\n"
                   "pact,bolt,,,\n" },
  { "totals", "initiative,as_of,category,count\naccord,2020,all,12\naccord,2020,country=US,7\n" },
  { "documents", "id,title_en,date,publisher\nd1,First,2013-06-24,un_gge\nd2,Second,2021-03,un_oewg\n" },
  { "issues", "id,label_en,parent,position\nnorms,Norms,,1\nlaw,Law,norms,2\ncapacity,Capacity,norms,3\n" },
  { "mentions", "issue,publisher,date,document\nlaw,un_gge,2013,d1\nlaw,un_oewg,2021,d2\ncapacity,un_oewg,2021,d2\n"
                "norms,un_gge,2015,\n" },
  { "stories", "id,title_en\ntalk,Talk\n" },
  { "story_steps", "story,position,report,options\ntalk,1,distribution,\"initiative=accord by=country\"\n" },
};

void
small_project_import (NscStore *store, const char *folder, const char *table, const char *text)
{
  g_autofree char *path = g_build_filename (folder, "rows.csv", NULL);
  g_autoptr (NscImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  nsc_import_run (store, nsc_table_find (table), path, NULL, NULL, NULL, &result, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
}

void
small_project_fill (NscStore *store, const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    small_project_import (store, folder, files[i].table, files[i].text);
}

char *
small_project_make (const char *folder, const char *name)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStore) store = nsc_store_create (path, "Small", &error);

  g_assert_no_error (error);
  small_project_fill (store, folder);
  nsc_store_close (store, &error);
  g_assert_no_error (error);
  return path;
}

char *
small_project_export (NscStore *store, GError **error)
{
  g_autoptr (NscReader) reader = nsc_store_take_reader (store, error);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (reader == NULL)
    return NULL;
  for (const NscTable *const *table = nsc_table_list (); *table != NULL; table++)
    if (!nsc_export_to_stream (reader, *table, stream, NULL, error))
      return NULL;
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}
