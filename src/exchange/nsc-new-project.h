/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Makes project files: with the reference countries, which every project starts with, and with an example where it is
 * asked for, all through the same import as anybody's files. Blocks; any thread. */

#include "nsc-store.h"

G_BEGIN_DECLS

/* The names of the examples that come with the program, NULL-terminated. */
const char *const *nsc_new_project_list_examples (void);

/* The title that an example gives its project, in English; NULL for a name that is none. */
const char *nsc_new_project_get_example_title (const char *example);

/* Makes the project file at PATH. TITLE may be NULL for that of the example, or the base name of the file. EXAMPLE may
 * be NULL. An existing file is refused and stays as it is; after any other failure no file is left. NSC_ERROR_NOT_FOUND
 * for an unknown example, NSC_ERROR_OUTPUT where the file cannot be made. */
gboolean nsc_new_project_make (
    const char *path, const char *title, const char *example, GCancellable *cancellable, GError **error);

/* The same, and opens it for writing; where only that fails, the file is there, whole. */
NscStore *nsc_new_project_create (
    const char *path, const char *title, const char *example, GCancellable *cancellable, GError **error);

G_END_DECLS
