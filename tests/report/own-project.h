/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A project in a folder of its own, filled by hand, for the fixtures of reports. Closed and removed by who opened it.
 * One thread. */

#include "nsc-report.h"
#include "nsc-store.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path;
  NscStore *store;
  NscReader *reader;
} OwnProject;

void own_project_open (OwnProject *self, NscStepFunc fill);
void own_project_close (OwnProject *self);

/* Inserts a record of TABLE; its N values are "column=value", fewer where one is NULL. */
gboolean own_project_insert (NscWriter *writer, const char *table, const char *const *values, guint n, GError **error);

/* OPTIONS with those of TEXT, such as "by=role as-of=2018". */
void own_project_read_options (NscOptions *options, const char *text);

G_END_DECLS
