/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the bare programs share that are measured against: a project that is only read, with nothing between SQLite and
 * them. A program has one project and one thread; whatever fails ends it with SQLite's own words. */

#include <sqlite3.h>

_Noreturn void floor_fail (void);

void floor_open (const char *path);

/* Owned by the caller. */
sqlite3_stmt *floor_prepare (const char *sql);
