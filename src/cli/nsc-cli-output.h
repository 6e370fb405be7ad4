/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The files that a verb writes: all of them or none. A project is no output, least of all the one that is read. Main
 * thread only. */

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _NscCliOutput NscCliOutput;

/* Whether a verb that reads PROJECT may write to PATH; NSC_ERROR_OUTPUT where PATH is a project by its ending, or the
 * very file that is read, whatever it is called. */
gboolean nsc_cli_output_check (const char *project, const char *path, GError **error);

/* PROJECT is the file that is read. */
NscCliOutput *nsc_cli_output_new (const char *project);

/* Frees it; what was not committed leaves nothing behind. */
void nsc_cli_output_free (NscCliOutput *self);

/* Writes LENGTH bytes of DATA beside PATH. NSC_ERROR_OUTPUT, NSC_ERROR_FULL. */
gboolean nsc_cli_output_add (NscCliOutput *self, const char *path, gconstpointer data, gsize length, GError **error);

/* Puts every file in its place. */
gboolean nsc_cli_output_commit (NscCliOutput *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscCliOutput, nsc_cli_output_free)

G_END_DECLS
