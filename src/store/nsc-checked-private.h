/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which files were looked through, and in which state: a small file in the user's state folder, so that a project that
 * nobody else has touched opens at once. What cannot be read or written there is as if it were not remembered. */

#include "nsc-header-private.h"

G_BEGIN_DECLS

gboolean nsc_checked_remembers (const char *path, const NscHeader *header);
void nsc_checked_remember (const char *path, const NscHeader *header);

G_END_DECLS
