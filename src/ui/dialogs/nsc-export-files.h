/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The files of an export: the picture where the person wants it and the table beside it, both or neither. What stands
 * in the table's place is replaced where it is a table with the same columns, as of an earlier export; any other file
 * is left alone, and the table gets another name. These functions wait for the disk: worker threads only. */

#include "nsc-render.h"
#include "nsc-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  char *picture;
  char *table;             /* NULL: none is wanted */
  gboolean replaces_table; /* an earlier one */
  gboolean renamed_table;  /* since the file of the figure's name is another's */
} NscExportFiles;

/* PATH as the person gave it: without an ending that figures have it gets FORMAT's, and then the name must be free,
 * since nobody was asked about it. SHEET is the table, NULL where none is wanted. */
NscExportFiles *nsc_export_files_new (const char *path, NscFormat format, NscSheet *sheet);
void nsc_export_files_free (NscExportFiles *self);

/* The picture in the format of its ending. NSC_ERROR_OUTPUT, NSC_ERROR_FULL, G_IO_ERROR_CANCELLED; then nothing was
 * written. */
gboolean nsc_export_files_write (const NscExportFiles *self,
                                 const NscScene *scene,
                                 const NscRenderOptions *options,
                                 NscSheet *sheet,
                                 GCancellable *cancellable,
                                 GError **error);

/* By its name in the settings: "pdf". */
NscFormat nsc_export_files_get_format (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscExportFiles, nsc_export_files_free)

G_END_DECLS
