/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A small project with a row or more in most tables, and what it says, for the targets. */

#include "nsc-store.h"

/* Fills the empty project with some steps. */
void small_project_fill (NscStore *store, const char *folder);

/* Imports TEXT into TABLE as a file of FOLDER, which must do. */
void small_project_import (NscStore *store, const char *folder, const char *table, const char *text);

/* A new file with those rows, closed; PATH is to be freed. */
char *small_project_make (const char *folder, const char *name);

/* All tables as CSV, one after the other; NULL with an error. To be freed. */
char *small_project_export (NscStore *store, GError **error);
