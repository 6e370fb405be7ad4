/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The example that comes with the program, in a folder of its own, and the figures that people see of it. */

#include "nsc-axis.h"
#include "nsc-report.h"
#include "nsc-scene.h"
#include "nsc-store.h"

typedef struct
{
  char *folder;
  NscStore *store;
  NscReader *reader;
} ExampleFixture;

typedef struct
{
  const char *report;
  const char *pairs[5]; /* of options, NULL-terminated */
} ExampleFigure;

void example_fixture_set_up (ExampleFixture *self, gconstpointer unused);
void example_fixture_tear_down (ExampleFixture *self, gconstpointer unused);

/* Calls CHECK with FIGURE in LANGUAGE. */
void example_fixture_check (ExampleFixture *self,
                            const ExampleFigure *figure,
                            const char *language,
                            void (*check) (NscFigure *figure));

/* Calls CHECK with each of the figures in each language. */
void example_fixture_each (ExampleFixture *self, void (*check) (NscFigure *figure));

/* Whether one of the figures is of REPORT. */
gboolean example_fixture_shows (const char *report);

/* No name of a row in SCENE has lost its end, and no word of one is torn apart. */
void example_fixture_check_names (const NscScene *scene);
