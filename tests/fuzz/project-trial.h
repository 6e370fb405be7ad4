/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Everything that is done with a project file that may come from anybody, asserting what must hold of any bytes: it is
 * answered with a sentence; reading writes nothing; and what is said to be whole is what was written. */

#include <glib.h>

/* Opens PATH for reading, then for writing, looks through it and lists everything. Its folder is its own. WHOLE,
 * NULL-terminated, is what it may say where nothing is found wrong with it; NULL where that is not known. */
void project_trial_run (const char *path, const char *const *whole);
