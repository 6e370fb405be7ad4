/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-schema-private.h"

/* Step 2: stories, which are figures in an order with what is said to them. What step 1 says of released steps, checks
 * and batches holds here. The names of reports are not the schema's to check: there will be more of them. */

#define PROVENANCE                                                                                                     \
  "  source TEXT NOT NULL,\n"                                                                                          \
  "  confidence TEXT NOT NULL CONSTRAINT confidence CHECK (confidence = 'official' OR confidence = 'secondary'"        \
  " OR confidence = 'paper' OR confidence = 'unstated' OR confidence = 'unverified'),\n"                               \
  "  batch INTEGER\n"

#define STORIES                                                                                                        \
  "TABLE stories (\n"                                                                                                  \
  "  row INTEGER PRIMARY KEY CONSTRAINT row CHECK (row > 0),\n"                                                        \
  "  id TEXT NOT NULL UNIQUE CONSTRAINT id CHECK (id <> ''),\n"                                                        \
  "  title_en TEXT NOT NULL CONSTRAINT title_en CHECK (title_en <> ''),\n"                                             \
  "  title_zh TEXT NOT NULL,\n" PROVENANCE ") STRICT;\n"

#define STORY_STEPS                                                                                                    \
  "TABLE story_steps (\n"                                                                                              \
  "  row INTEGER PRIMARY KEY CONSTRAINT row CHECK (row > 0),\n"                                                        \
  "  id TEXT NOT NULL UNIQUE CONSTRAINT id CHECK (id <> ''),\n"                                                        \
  "  story INTEGER NOT NULL REFERENCES stories (row),\n"                                                               \
  "  position INTEGER NOT NULL CONSTRAINT position CHECK (position >= 0),\n"                                           \
  "  report TEXT NOT NULL CONSTRAINT report CHECK (report <> ''),\n"                                                   \
  "  options TEXT NOT NULL,\n"                                                                                         \
  "  reveal TEXT NOT NULL CONSTRAINT reveal CHECK (reveal = 'none' OR reveal = 'rows'"                                 \
  " OR reveal = 'series' OR reveal = 'years'),\n"                                                                      \
  "  note_en TEXT NOT NULL,\n"                                                                                         \
  "  note_zh TEXT NOT NULL,\n" PROVENANCE ") STRICT;\n"

/* clang-format off */
const char nsc_schema_stories[] =
  "CREATE " STORIES
  "CREATE " STORY_STEPS
  "CREATE INDEX story_steps_story ON story_steps (story);\n"
  "CREATE UNIQUE INDEX story_steps_key ON story_steps (story, position);\n";

const char nsc_schema_stories_stand_in[] =
  "CREATE TEMP " STORIES
  "CREATE TEMP " STORY_STEPS;
/* clang-format on */
