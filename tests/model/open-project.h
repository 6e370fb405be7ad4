/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A project as a window has it open: its file is made by the fixture of the store, and it tells of steps. Made and
 * taken down by who tests; on the main thread. */

#include "nsc-project.h"

#include "test-project.h"

G_BEGIN_DECLS

typedef struct
{
  TestProject files;
  NscProject *project;
} OpenProject;

/* With some records. */
void open_project_set_up (OpenProject *self);

void open_project_tear_down (OpenProject *self);

/* Spins until the project has told of the steps made so far. */
void open_project_wait (OpenProject *self);

/* Its row. */
gint64 open_project_add_actor (OpenProject *self, const char *id, const char *name, const char *country);

G_END_DECLS
