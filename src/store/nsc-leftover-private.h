/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a crash leaves beside a file is played into it by SQLite, which does not ask whether it belongs to it: after
 * files were moved or copied by hand, another project's pages would take the place of its own. The sums that are kept
 * of all rows tell. Blocking; any thread. */

#include <gio/gio.h>

G_BEGIN_DECLS

/* Looks at the rows through the -wal beside FILE: NSC_ERROR_DAMAGED where FILE alone is whole and with it is not. PATH
 * is what messages call it. */
gboolean nsc_leftover_check_wal (const char *file, const char *path, GCancellable *cancellable, GError **error);

/* The same with the -journal that a crash has left: it is played into a copy, since there is no way back. That of a
 * program which is at work is let be. */
gboolean nsc_leftover_try_journal (const char *file, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
