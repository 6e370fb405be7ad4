/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A backup takes the place of the project that a window has open, or that could not be opened there. The window lets go
 * of it, the file is replaced, and it is opened again; a toast takes that back. Main thread only. */

#include "nsc-backup.h"

#include "nsc-window.h"

G_BEGIN_DECLS

/* FILE is the project of WINDOW, or what it could not open. */
void nsc_project_restoring_start (NscWindow *window, GFile *file, const NscBackup *backup);

G_END_DECLS
