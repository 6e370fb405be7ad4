/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-store-place-private.h"

#include "nsc-place-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* SQLite compares the file at the path with the one that it has open. */
static gboolean
has_moved (NscConnection *writer)
{
  int moved = 0;

  return sqlite3_file_control (writer->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

NscStorePlace
nsc_store_place_look (const char *place, NscConnection *writer, gboolean is_written)
{
  if (g_access (place, F_OK) != 0)
    return NSC_STORE_PLACE_GONE;
  if (writer != NULL && has_moved (writer))
    return NSC_STORE_PLACE_REPLACED;
  return is_written && !nsc_place_look (place).can_write ? NSC_STORE_PLACE_LOCKED : NSC_STORE_PLACE_FINE;
}

char *
nsc_store_place_words (NscStorePlace state, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);

  switch (state)
    {
    case NSC_STORE_PLACE_GONE:
      return g_strdup_printf (_ ("“%s” was moved or deleted; save a copy to keep its records"), shown);
    case NSC_STORE_PLACE_REPLACED:
      return g_strdup_printf (_ ("Another file has taken the place of “%s”; save a copy to keep its records"), shown);
    case NSC_STORE_PLACE_LOCKED:
      return g_strdup_printf (_ ("“%s” or its folder can no longer be written; save a copy to go on"), shown);
    case NSC_STORE_PLACE_FINE:
    default:
      return NULL;
    }
}
