/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* When a window makes backups of its project: after it was opened, of what others may have done with it, and when it is
 * closed, of what was done meanwhile. Without anybody waiting; what keeps one from being made is said. Main thread
 * only. */

#include "nsc-window.h"

G_BEGIN_DECLS

/* WINDOW has just got its project. */
void nsc_project_backup_begin (NscWindow *window);

/* PROJECT is about to be closed by nsc_inquiry_close_async, which waits for the backup. */
void nsc_project_backup_end (NscProject *project);

/* Tells in WINDOW, which goes when that is read, what kept the last backup of PROJECT from being made. FALSE where
 * there is nothing to tell that was not told when it was opened. */
gboolean nsc_project_backup_tell (NscWindow *window, NscProject *project);

G_END_DECLS
