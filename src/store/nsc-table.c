/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-table.h"

#include "nsc-words.h"

#define COLUMN(name_, label_, kind_, flags_)                                                                           \
  { .name = name_, .label = label_, .kind = NSC_COLUMN_##kind_, .flags = flags_ }
#define REFERENCE(name_, label_, target_, flags_)                                                                      \
  { .name = name_, .label = label_, .kind = NSC_COLUMN_REFERENCE, .flags = flags_, .target = target_ }
#define CHOICE(name_, label_, choices_, flags_, blank_)                                                                \
  { .name = name_, .label = label_, .kind = NSC_COLUMN_CHOICE, .flags = flags_, .choices = choices_, .blank = blank_ }

#define ID COLUMN ("id", N_ ("Id"), ID, NSC_COLUMN_PLAIN)
#define PROVENANCE                                                                                                     \
  COLUMN ("source", N_ ("Source"), TEXT, NSC_COLUMN_PLAIN),                                                            \
      CHOICE ("confidence", N_ ("Confidence"), confidences, NSC_COLUMN_PLAIN, "unstated")

static const char *const confidences[] = { "official", "secondary", "paper", "unstated", "unverified", NULL };
static const char *const actor_kinds[] = { "state", "company", "igo", "ngo", "academia", "public_body", NULL };
static const char *const lead_types[] = { "state", "igo", "company", "ngo", NULL };

/* Those of nsc_report_list; a test holds them together. */
static const char *const reports[] = { "distribution", "diversity", "growth", "agenda", "salience", NULL };
static const char *const reveals[] = { "none", "rows", "series", "years", NULL };

static const NscColumn countries[] = {
  COLUMN ("code", N_ ("Code"), ID, NSC_COLUMN_REQUIRED | NSC_COLUMN_GROUP),
  COLUMN ("name_en", N_ ("English name"), TEXT, NSC_COLUMN_REQUIRED),
  COLUMN ("name_zh", N_ ("Chinese name"), TEXT, NSC_COLUMN_PLAIN),
  COLUMN ("region", N_ ("Region"), TEXT, NSC_COLUMN_GROUP),
  COLUMN ("subregion", N_ ("Subregion"), TEXT, NSC_COLUMN_GROUP),
  COLUMN ("un_group", N_ ("UN regional group"), TEXT, NSC_COLUMN_GROUP),
  PROVENANCE,
};

static const NscColumn sectors[] = {
  COLUMN ("id", N_ ("Id"), ID, NSC_COLUMN_GROUP),
  COLUMN ("name_en", N_ ("English name"), TEXT, NSC_COLUMN_REQUIRED),
  COLUMN ("name_zh", N_ ("Chinese name"), TEXT, NSC_COLUMN_PLAIN),
  COLUMN ("colour", N_ ("Colour"), COLOUR, NSC_COLUMN_PLAIN),
  PROVENANCE,
};

static const NscColumn actors[] = {
  ID,
  COLUMN ("name_en", N_ ("English name"), TEXT, NSC_COLUMN_REQUIRED),
  COLUMN ("name_zh", N_ ("Chinese name"), TEXT, NSC_COLUMN_PLAIN),
  CHOICE ("kind", N_ ("Kind"), actor_kinds, NSC_COLUMN_PLAIN, NULL),
  REFERENCE ("country", N_ ("Home country"), "countries", NSC_COLUMN_PLAIN),
  REFERENCE ("sector", N_ ("Sector"), "sectors", NSC_COLUMN_PLAIN),
  COLUMN ("colour", N_ ("Colour"), COLOUR, NSC_COLUMN_PLAIN),
  PROVENANCE,
};

static const NscColumn initiatives[] = {
  ID,
  COLUMN ("name_en", N_ ("English name"), TEXT, NSC_COLUMN_REQUIRED),
  COLUMN ("name_zh", N_ ("Chinese name"), TEXT, NSC_COLUMN_PLAIN),
  COLUMN ("kind", N_ ("Kind"), TEXT, NSC_COLUMN_PLAIN),
  CHOICE ("lead_type", N_ ("Type of lead"), lead_types, NSC_COLUMN_PLAIN, NULL),
  REFERENCE ("lead_actor", N_ ("Lead"), "actors", NSC_COLUMN_PLAIN),
  COLUMN ("launched", N_ ("Launched"), DATE, NSC_COLUMN_BEGINS),
  COLUMN ("ended", N_ ("Ended"), DATE, NSC_COLUMN_ENDS),
  PROVENANCE,
};

static const NscColumn signatories[] = {
  ID,
  REFERENCE ("initiative", N_ ("Initiative"), "initiatives", NSC_COLUMN_REQUIRED | NSC_COLUMN_KEY),
  REFERENCE ("actor", N_ ("Actor"), "actors", NSC_COLUMN_REQUIRED | NSC_COLUMN_KEY),
  COLUMN ("role", N_ ("Role"), TEXT, NSC_COLUMN_GROUP),
  COLUMN ("joined", N_ ("Joined"), DATE, NSC_COLUMN_KEY | NSC_COLUMN_BEGINS),
  COLUMN ("left", N_ ("Left"), DATE, NSC_COLUMN_ENDS),
  PROVENANCE,
};

static const NscColumn totals[] = {
  ID,
  REFERENCE ("initiative", N_ ("Initiative"), "initiatives", NSC_COLUMN_REQUIRED | NSC_COLUMN_KEY),
  COLUMN ("as_of", N_ ("As of"), DATE, NSC_COLUMN_REQUIRED | NSC_COLUMN_KEY),
  COLUMN ("category", N_ ("Category"), TEXT, NSC_COLUMN_REQUIRED | NSC_COLUMN_KEY),
  COLUMN ("count", N_ ("Count"), INTEGER, NSC_COLUMN_REQUIRED),
  PROVENANCE,
};

static const NscColumn documents[] = {
  ID,
  COLUMN ("title_en", N_ ("English title"), TEXT, NSC_COLUMN_REQUIRED),
  COLUMN ("title_zh", N_ ("Chinese title"), TEXT, NSC_COLUMN_PLAIN),
  COLUMN ("date", N_ ("Date"), DATE, NSC_COLUMN_PLAIN),
  REFERENCE ("publisher", N_ ("Publisher"), "actors", NSC_COLUMN_PLAIN),
  REFERENCE ("process", N_ ("Process"), "initiatives", NSC_COLUMN_PLAIN),
  COLUMN ("symbol", N_ ("Symbol"), TEXT, NSC_COLUMN_PLAIN),
  COLUMN ("kind", N_ ("Kind"), TEXT, NSC_COLUMN_PLAIN),
  PROVENANCE,
};

static const NscColumn issues[] = {
  ID,
  COLUMN ("label_en", N_ ("English label"), TEXT, NSC_COLUMN_REQUIRED),
  COLUMN ("label_zh", N_ ("Chinese label"), TEXT, NSC_COLUMN_PLAIN),
  COLUMN ("topic_zh", N_ ("Chinese topic"), TEXT, NSC_COLUMN_PLAIN),
  REFERENCE ("parent", N_ ("Parent"), "issues", NSC_COLUMN_PLAIN),
  COLUMN ("position", N_ ("Position"), INTEGER, NSC_COLUMN_PLAIN),
  COLUMN ("implementer", N_ ("Implementer"), TEXT, NSC_COLUMN_PLAIN),
  COLUMN ("relevance", N_ ("Relevance"), TEXT, NSC_COLUMN_PLAIN),
  COLUMN ("uncertainty", N_ ("Uncertainty"), TEXT, NSC_COLUMN_PLAIN),
  PROVENANCE,
};

static const NscColumn mentions[] = {
  ID,
  REFERENCE ("issue", N_ ("Issue"), "issues", NSC_COLUMN_REQUIRED | NSC_COLUMN_KEY),
  REFERENCE ("publisher", N_ ("Publisher"), "actors", NSC_COLUMN_REQUIRED | NSC_COLUMN_KEY),
  COLUMN ("date", N_ ("Date"), DATE, NSC_COLUMN_KEY),
  REFERENCE ("document", N_ ("Document"), "documents", NSC_COLUMN_KEY),
  PROVENANCE,
};

static const NscColumn stories[] = {
  ID,
  COLUMN ("title_en", N_ ("English title"), TEXT, NSC_COLUMN_REQUIRED),
  COLUMN ("title_zh", N_ ("Chinese title"), TEXT, NSC_COLUMN_PLAIN),
  PROVENANCE,
};

static const NscColumn story_steps[] = {
  ID,
  REFERENCE ("story", N_ ("Story"), "stories", NSC_COLUMN_REQUIRED | NSC_COLUMN_KEY),
  COLUMN ("position", N_ ("Position"), INTEGER, NSC_COLUMN_REQUIRED | NSC_COLUMN_KEY),
  CHOICE ("report", N_ ("Figure"), reports, NSC_COLUMN_REQUIRED, NULL),
  COLUMN ("options", N_ ("Options"), TEXT, NSC_COLUMN_OPTIONS),
  CHOICE ("reveal", N_ ("Revealed by"), reveals, NSC_COLUMN_PLAIN, "none"),
  COLUMN ("note_en", N_ ("English note"), TEXT, NSC_COLUMN_PLAIN),
  COLUMN ("note_zh", N_ ("Chinese note"), TEXT, NSC_COLUMN_PLAIN),
  PROVENANCE,
};

#define TABLE(name_, title_, singular_, natural_key_)                                                                  \
  static const NscTable name_##_table = {                                                                              \
    .name = #name_,                                                                                                    \
    .title = title_,                                                                                                   \
    .singular = singular_,                                                                                             \
    .columns = name_,                                                                                                  \
    .n_columns = G_N_ELEMENTS (name_),                                                                                 \
    .natural_key = natural_key_,                                                                                       \
  }

TABLE (countries, N_ ("Countries"), N_ ("country"), FALSE);
TABLE (sectors, N_ ("Sectors"), N_ ("sector"), FALSE);
TABLE (actors, N_ ("Actors"), N_ ("actor"), FALSE);
TABLE (initiatives, N_ ("Initiatives"), N_ ("initiative"), FALSE);
TABLE (signatories, N_ ("Signatories"), N_ ("signatory"), TRUE);
TABLE (totals, N_ ("Reported totals"), N_ ("reported total"), TRUE);
TABLE (documents, N_ ("Documents"), N_ ("document"), FALSE);
TABLE (issues, N_ ("Issues"), N_ ("issue"), FALSE);
TABLE (mentions, N_ ("Mentions"), N_ ("mention"), TRUE);
TABLE (stories, N_ ("Stories"), N_ ("story"), FALSE);
TABLE (story_steps, N_ ("Steps of stories"), N_ ("step of a story"), TRUE);

static const NscTable *const tables[] = {
  &countries_table, &sectors_table, &actors_table,   &initiatives_table, &signatories_table, &totals_table,
  &documents_table, &issues_table,  &mentions_table, &stories_table,     &story_steps_table, NULL,
};

const NscTable *const *
nsc_table_list (void)
{
  return tables;
}

const NscTable *
nsc_table_find (const char *name)
{
  for (guint i = 0; tables[i] != NULL; i++)
    if (g_str_equal (tables[i]->name, name))
      return tables[i];
  return NULL;
}

int
nsc_table_find_column (const NscTable *self, const char *name)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (g_str_equal (self->columns[i].name, name))
      return (int) i;
  return -1;
}

guint
nsc_table_name_column (const NscTable *self)
{
  static const char *const names[] = { "name_en", "title_en", "label_en" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int column = nsc_table_find_column (self, names[i]);

      if (column >= 0)
        return (guint) column;
    }
  return NSC_TABLE_ID_COLUMN;
}
