/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-creation-private.h"

#include "nsc-digest-private.h"
#include "nsc-error.h"
#include "nsc-part.h"
#include "nsc-place-private.h"
#include "nsc-recorder-private.h"
#include "nsc-safe-file.h"
#include "nsc-schema-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

static gboolean
refuse (GError **error, int reason, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  if (reason == EEXIST)
    g_set_error (error, NSC_ERROR, NSC_ERROR_OUTPUT,
                 _ ("%s: there is already a file of that name; choose another, or remove that file first"), name);
  else if (reason == ENOSPC || reason == EDQUOT)
    g_set_error (error, NSC_ERROR, NSC_ERROR_FULL,
                 _ ("%s: no room is left on the device; make room or choose another place"), name);
  else
    g_set_error (error, NSC_ERROR, NSC_ERROR_OUTPUT, _ ("%1$s: cannot be made (%2$s); choose another folder"), name,
                 g_strerror (reason));
  return FALSE;
}

static gboolean
fill (NscConnection *connection, const char *title, GError **error)
{
  g_autofree char *uid = g_uuid_string_random ();
  g_autoptr (NscDigest) digest = nsc_digest_new ();
  NscCell cells[] = { nsc_cell_integer (1), nsc_cell_text (uid), nsc_cell_text (title) };
  g_autoptr (NscStatement) insert = NULL;
  const NscLayout *layout;

  if (!nsc_schema_make (connection, nsc_schema_newest (), error))
    return FALSE;
  layout = nsc_layout_get (connection, "project", error);
  if (layout == NULL)
    return FALSE;
  insert = nsc_statement_take (connection, layout->insert, error);
  if (insert == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    nsc_statement_bind_cell (insert, (int) i + 1, &cells[i]);
  nsc_digest_add_row (digest, layout, cells);
  return nsc_statement_run (insert, error) && nsc_digest_flush (digest, connection, error);
}

static gboolean
write_file (const char *file, const char *path, const NscCreation *creation, GError **error)
{
  g_autoptr (NscConnection) connection = nsc_connection_open (file, path, NSC_CONNECTION_WRITE, error);

  if (connection == NULL || !nsc_connection_begin (connection, error))
    return FALSE;
  if (!fill (connection, creation->title, error))
    {
      nsc_connection_rollback (connection);
      return FALSE;
    }
  return nsc_connection_commit (connection, error) &&
         (creation->func == NULL ||
          nsc_recorder_run (connection, creation->step, creation->func, creation->data, creation->cancellable, error));
}

/* From elsewhere, as SQLite cannot be trusted to work there. */
static gboolean
copy_to_place (const char *file, const char *path, GError **error)
{
  g_autoptr (NscPart) part = nsc_part_new (path);
  GError *trouble = NULL;

  if (part == NULL)
    return refuse (error, errno, path);
  if (!nsc_part_fill (part, file, &trouble))
    return nsc_safe_file_explain (path, trouble, error);
  return nsc_part_move_new (part, path) || refuse (error, errno, path);
}

gboolean
nsc_creation_run (const char *path, const NscCreation *creation, GError **error)
{
  gboolean is_shared = nsc_place_look (path).is_shared;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *place = is_shared ? g_build_filename (g_get_tmp_dir (), name, NULL) : g_strdup (path);
  g_autoptr (NscPart) part = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return refuse (error, EEXIST, path);
  part = nsc_part_new (place);
  if (part == NULL)
    return refuse (error, errno, path);
  if (!write_file (nsc_part_get_path (part), path, creation, error))
    return FALSE;
  if (is_shared)
    return copy_to_place (nsc_part_get_path (part), path, error);
  return nsc_part_move_new (part, path) || refuse (error, errno, path);
}
