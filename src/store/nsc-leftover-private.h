/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a crash leaves beside a file is played into it by SQLite, which does not ask whether it belongs to it: after
 * files were moved or copied by hand, another project's pages would take the place of its own. The sums that are kept
 * of all rows tell. Blocking; any thread that may use the connection. */

#include "nsc-connection-private.h"

G_BEGIN_DECLS

/* Looks at the rows as CONNECTION sees them, through the -wal beside FILE: NSC_ERROR_DAMAGED where FILE alone is whole
 * and with it is not. */
gboolean nsc_leftover_check_wal (NscConnection *connection, const char *file, GError **error);

/* Plays the -journal that a crash has left beside FILE into a copy of it, since there is no way back: NSC_ERROR_DAMAGED
 * where that is not whole then. That of a program which is at work is let be. */
gboolean nsc_leftover_try_journal (const char *file, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
