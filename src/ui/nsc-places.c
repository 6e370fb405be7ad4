/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-places.h"

/* Not translated: a person may read another language tomorrow. */
#define PROGRAM_NAME "Normscape"

static int
newest_first (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (nsc_places_get_opened (*(GtkRecentInfo **) b),
                              nsc_places_get_opened (*(GtkRecentInfo **) a));
}

GFile *
nsc_places_dup_example (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "normscape", "Cyber Norms" NSC_PROJECT_ENDING, NULL);
}

void
nsc_places_remember (GFile *file, const char *title)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *program = g_strconcat (g_get_prgname (), " %u", NULL);
  GtkRecentData data = {
    .display_name = (char *) title,
    .mime_type = (char *) NSC_PROJECT_MIME_TYPE,
    .app_name = (char *) PROGRAM_NAME,
    .app_exec = program,
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

void
nsc_places_forget (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  /* Not being in the list is as good as being taken from it. */
  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

GDateTime *
nsc_places_get_opened (GtkRecentInfo *info)
{
  GDateTime *stamp = NULL, *added = gtk_recent_info_get_added (info);

  if (gtk_recent_info_has_application (info, PROGRAM_NAME) &&
      gtk_recent_info_get_application_info (info, PROGRAM_NAME, NULL, NULL, &stamp) && stamp != NULL &&
      g_date_time_compare (stamp, added) > 0)
    return stamp;
  return added;
}

GPtrArray *
nsc_places_list_recent (guint max)
{
  GPtrArray *infos = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  g_autoptr (GList) items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *l = items; l != NULL; l = l->next)
    {
      GtkRecentInfo *info = l->data;

      if (g_strcmp0 (gtk_recent_info_get_mime_type (info), NSC_PROJECT_MIME_TYPE) == 0)
        g_ptr_array_add (infos, info);
      else
        gtk_recent_info_unref (info);
    }
  g_ptr_array_sort (infos, newest_first);
  if (infos->len > max)
    g_ptr_array_set_size (infos, (int) max);
  return infos;
}

GFile *
nsc_places_dup_last_project (void)
{
  g_autoptr (GPtrArray) infos = nsc_places_list_recent (G_MAXUINT);

  for (guint i = 0; i < infos->len; i++)
    if (gtk_recent_info_exists (g_ptr_array_index (infos, i)))
      return g_file_new_for_uri (gtk_recent_info_get_uri (g_ptr_array_index (infos, i)));
  return NULL;
}

gboolean
nsc_places_is_project (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return g_str_has_suffix (folded, NSC_PROJECT_ENDING);
}

GFile *
nsc_places_dup_with_ending (GFile *file)
{
  g_autofree char *uri = NULL;
  g_autofree char *longer = NULL;

  if (nsc_places_is_project (file))
    return g_object_ref (file);
  uri = g_file_get_uri (file);
  longer = g_strconcat (uri, NSC_PROJECT_ENDING, NULL);
  return g_file_new_for_uri (longer);
}

gboolean
nsc_places_is_table (GFile *file)
{
  static const char *const endings[] = { ".csv", ".tsv" };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (folded, endings[i]))
      return TRUE;
  return FALSE;
}
