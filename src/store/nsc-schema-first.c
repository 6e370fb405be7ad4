/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-schema-private.h"

/* Step 1. Released steps are never edited: a file that went through them must equal one that is made today. A check is
 * named after its column, so that a refusal can name it. Every table of records ends with the number of the batch that
 * brought the row, NULL where none did. Choices are compared one by one: for IN with more than two SQLite makes a table
 * each time, which was measured to take a third of an import. */

#define ROW "  row INTEGER PRIMARY KEY CONSTRAINT row CHECK (row > 0),\n"

#define PROVENANCE                                                                                                     \
  "  source TEXT NOT NULL,\n"                                                                                          \
  "  confidence TEXT NOT NULL CONSTRAINT confidence CHECK (confidence = 'official' OR confidence = 'secondary'"        \
  " OR confidence = 'paper' OR confidence = 'unstated' OR confidence = 'unverified'),\n"                               \
  "  batch INTEGER\n"

#define COLOUR_PATTERN "'#[0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F]'"

#define IS_DATE(column)                                                                                                \
  column " GLOB '[0-9][0-9][0-9][0-9]' OR " column " GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR " column                \
         " GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"

/* clang-format off */
const char nsc_schema_first[] =
  "CREATE TABLE project (\n"
  "  row INTEGER PRIMARY KEY CONSTRAINT row CHECK (row = 1),\n"
  "  uid TEXT NOT NULL,\n"
  "  title TEXT NOT NULL\n"
  ") STRICT;\n"

  "CREATE TABLE countries (\n" ROW
  "  code TEXT NOT NULL UNIQUE CONSTRAINT code CHECK (code <> ''),\n"
  "  name_en TEXT NOT NULL CONSTRAINT name_en CHECK (name_en <> ''),\n"
  "  name_zh TEXT NOT NULL,\n"
  "  region TEXT NOT NULL,\n"
  "  subregion TEXT NOT NULL,\n"
  "  un_group TEXT NOT NULL,\n"
  PROVENANCE
  ") STRICT;\n"

  "CREATE TABLE sectors (\n" ROW
  "  id TEXT NOT NULL UNIQUE CONSTRAINT id CHECK (id <> ''),\n"
  "  name_en TEXT NOT NULL CONSTRAINT name_en CHECK (name_en <> ''),\n"
  "  name_zh TEXT NOT NULL,\n"
  "  colour TEXT NOT NULL CONSTRAINT colour CHECK (colour = '' OR colour GLOB " COLOUR_PATTERN "),\n"
  PROVENANCE
  ") STRICT;\n"

  "CREATE TABLE actors (\n" ROW
  "  id TEXT NOT NULL UNIQUE CONSTRAINT id CHECK (id <> ''),\n"
  "  name_en TEXT NOT NULL CONSTRAINT name_en CHECK (name_en <> ''),\n"
  "  name_zh TEXT NOT NULL,\n"
  "  kind TEXT NOT NULL CONSTRAINT kind CHECK (kind = '' OR kind = 'state' OR kind = 'company' OR kind = 'igo'"
  " OR kind = 'ngo' OR kind = 'academia' OR kind = 'public_body'),\n"
  "  country INTEGER REFERENCES countries (row),\n"
  "  sector INTEGER REFERENCES sectors (row),\n"
  "  colour TEXT NOT NULL CONSTRAINT colour CHECK (colour = '' OR colour GLOB " COLOUR_PATTERN "),\n"
  PROVENANCE
  ") STRICT;\n"
  "CREATE INDEX actors_country ON actors (country);\n"
  "CREATE INDEX actors_sector ON actors (sector);\n"

  "CREATE TABLE initiatives (\n" ROW
  "  id TEXT NOT NULL UNIQUE CONSTRAINT id CHECK (id <> ''),\n"
  "  name_en TEXT NOT NULL CONSTRAINT name_en CHECK (name_en <> ''),\n"
  "  name_zh TEXT NOT NULL,\n"
  "  kind TEXT NOT NULL,\n"
  "  lead_type TEXT NOT NULL CONSTRAINT lead_type CHECK (lead_type = '' OR lead_type = 'state' OR lead_type = 'igo'"
  " OR lead_type = 'company' OR lead_type = 'ngo'),\n"
  "  lead_actor INTEGER REFERENCES actors (row),\n"
  "  launched TEXT NOT NULL CONSTRAINT launched CHECK (launched = '' OR " IS_DATE ("launched") "),\n"
  "  ended TEXT NOT NULL CONSTRAINT ended CHECK (ended = '' OR " IS_DATE ("ended") "),\n"
  PROVENANCE
  ") STRICT;\n"
  "CREATE INDEX initiatives_lead_actor ON initiatives (lead_actor);\n"

  "CREATE TABLE signatories (\n" ROW
  "  id TEXT NOT NULL UNIQUE CONSTRAINT id CHECK (id <> ''),\n"
  "  initiative INTEGER NOT NULL REFERENCES initiatives (row),\n"
  "  actor INTEGER NOT NULL REFERENCES actors (row),\n"
  "  role TEXT NOT NULL,\n"
  "  joined TEXT NOT NULL CONSTRAINT joined CHECK (joined = '' OR " IS_DATE ("joined") "),\n"
  "  \"left\" TEXT NOT NULL CONSTRAINT \"left\" CHECK (\"left\" = '' OR " IS_DATE ("\"left\"") "),\n"
  PROVENANCE
  ") STRICT;\n"
  "CREATE INDEX signatories_initiative ON signatories (initiative);\n"
  "CREATE INDEX signatories_actor ON signatories (actor);\n"
  "CREATE UNIQUE INDEX signatories_key ON signatories (initiative, actor, joined);\n"

  "CREATE TABLE totals (\n" ROW
  "  id TEXT NOT NULL UNIQUE CONSTRAINT id CHECK (id <> ''),\n"
  "  initiative INTEGER NOT NULL REFERENCES initiatives (row),\n"
  "  as_of TEXT NOT NULL CONSTRAINT as_of CHECK (" IS_DATE ("as_of") "),\n"
  "  category TEXT NOT NULL CONSTRAINT category CHECK (category <> ''),\n"
  "  \"count\" INTEGER NOT NULL CONSTRAINT \"count\" CHECK (\"count\" >= 0),\n"
  PROVENANCE
  ") STRICT;\n"
  "CREATE INDEX totals_initiative ON totals (initiative);\n"
  "CREATE UNIQUE INDEX totals_key ON totals (initiative, as_of, category);\n"

  "CREATE TABLE documents (\n" ROW
  "  id TEXT NOT NULL UNIQUE CONSTRAINT id CHECK (id <> ''),\n"
  "  title_en TEXT NOT NULL CONSTRAINT title_en CHECK (title_en <> ''),\n"
  "  title_zh TEXT NOT NULL,\n"
  "  \"date\" TEXT NOT NULL CONSTRAINT \"date\" CHECK (\"date\" = '' OR " IS_DATE ("\"date\"") "),\n"
  "  publisher INTEGER REFERENCES actors (row),\n"
  "  process INTEGER REFERENCES initiatives (row),\n"
  "  symbol TEXT NOT NULL,\n"
  "  kind TEXT NOT NULL,\n"
  PROVENANCE
  ") STRICT;\n"
  "CREATE INDEX documents_publisher ON documents (publisher);\n"
  "CREATE INDEX documents_process ON documents (process);\n"

  "CREATE TABLE issues (\n" ROW
  "  id TEXT NOT NULL UNIQUE CONSTRAINT id CHECK (id <> ''),\n"
  "  label_en TEXT NOT NULL CONSTRAINT label_en CHECK (label_en <> ''),\n"
  "  label_zh TEXT NOT NULL,\n"
  "  topic_zh TEXT NOT NULL,\n"
  "  parent INTEGER REFERENCES issues (row),\n"
  "  position INTEGER CONSTRAINT position CHECK (position >= 0),\n"
  "  implementer TEXT NOT NULL,\n"
  "  relevance TEXT NOT NULL,\n"
  "  uncertainty TEXT NOT NULL,\n"
  PROVENANCE
  ") STRICT;\n"
  "CREATE INDEX issues_parent ON issues (parent);\n"

  "CREATE TABLE mentions (\n" ROW
  "  id TEXT NOT NULL UNIQUE CONSTRAINT id CHECK (id <> ''),\n"
  "  issue INTEGER NOT NULL REFERENCES issues (row),\n"
  "  publisher INTEGER NOT NULL REFERENCES actors (row),\n"
  "  \"date\" TEXT NOT NULL CONSTRAINT \"date\" CHECK (\"date\" = '' OR " IS_DATE ("\"date\"") "),\n"
  "  document INTEGER REFERENCES documents (row),\n"
  PROVENANCE
  ") STRICT;\n"
  "CREATE INDEX mentions_issue ON mentions (issue);\n"
  "CREATE INDEX mentions_publisher ON mentions (publisher);\n"
  "CREATE INDEX mentions_document ON mentions (document);\n"
  "CREATE UNIQUE INDEX mentions_key ON mentions (issue, publisher, date, ifnull (document, 0));\n"

  "CREATE TABLE history (\n"
  "  id INTEGER PRIMARY KEY,\n"
  "  kind TEXT NOT NULL CHECK (kind IN ('create', 'add', 'edit', 'delete', 'import')),\n"
  "  subject_table TEXT NOT NULL,\n"
  "  subject TEXT NOT NULL,\n"
  "  added INTEGER NOT NULL,\n"
  "  changed INTEGER NOT NULL,\n"
  "  deleted INTEGER NOT NULL,\n"
  "  made INTEGER NOT NULL,\n"
  "  undone INTEGER NOT NULL CHECK (undone IN (0, 1)),\n"
  "  parts INTEGER NOT NULL,\n"
  "  bytes INTEGER NOT NULL,\n"
  "  hash INTEGER NOT NULL\n"
  ") STRICT;\n"

  "CREATE TABLE history_part (\n"
  "  step INTEGER NOT NULL REFERENCES history (id),\n"
  "  number INTEGER NOT NULL,\n"
  "  kind TEXT NOT NULL CHECK (kind IN ('changeset', 'batch', 'rows')),\n"
  "  data BLOB NOT NULL,\n"
  "  hash INTEGER NOT NULL,\n"
  "  PRIMARY KEY (step, number)\n"
  ") STRICT;\n"

  "CREATE TABLE digest (\n"
  "  subject_table TEXT NOT NULL,\n"
  "  chunk INTEGER NOT NULL,\n"
  "  hash INTEGER NOT NULL,\n"
  "  PRIMARY KEY (subject_table, chunk)\n"
  ") STRICT, WITHOUT ROWID;\n";
/* clang-format on */
