/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What SQLite reports of a file and what we find in it ourselves, in the codes and sentences of NscError: what is wrong
 * with which file, and what to do about it. Any thread that may use the connection. */

#include "nsc-error.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Sets ERROR from a result code; DB, where there is one, may know more. PATH is the file that people see. Gives FALSE,
 * for the caller to return. */
gboolean nsc_fault_set (GError **error, sqlite3 *db, int code, const char *path);

/* Sets ERROR to SENTENCE, whose one argument is the name of PATH. Gives FALSE. */
gboolean nsc_fault_refuse (GError **error, NscError code, const char *sentence, const char *path);

/* The same for a file of which a part is lost or changed: NSC_ERROR_DAMAGED. */
gboolean nsc_fault_refuse_damaged (GError **error, const char *path);

G_END_DECLS
