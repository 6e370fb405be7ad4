/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A temporary folder for a test, and its end. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

/* A new empty folder, to be freed. */
char *test_folder_new (void);

/* Removes the folder with all that is in it; asserts that it is gone. */
void test_folder_remove (const char *folder);

G_END_DECLS
