/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A temporary folder for a test, what is in it, and its end. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

/* A new empty folder, to be freed. */
char *test_folder_new (void);

/* How many files and folders are in it. */
guint test_folder_count (const char *folder);

/* Removes the folder with all that is in it; asserts that it is gone. */
void test_folder_remove (const char *folder);

G_END_DECLS
