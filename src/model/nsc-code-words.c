/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-code-words.h"

#include "nsc-text.h"
#include "nsc-words.h"

typedef struct
{
  const char *code;
  const char *words; /* msgid */
} Entry;

static const Entry entries[] = {
  /* kinds of actors and of leads */
  { "state", N_ ("State") },
  { "company", N_ ("Company") },
  { "igo", N_ ("Intergovernmental organisation") },
  { "ngo", N_ ("Non-governmental organisation") },
  { "academia", N_ ("Academia") },
  { "public_body", N_ ("Public body") },
  /* roles in initiatives */
  { "founder", N_ ("Founder") },
  { "signatory", N_ ("Signatory") },
  { "member", N_ ("Member") },
  { "partner", N_ ("Partner") },
  { "associate", N_ ("Associate") },
  { "participant", N_ ("Participant") },
  { "observer", N_ ("Observer") },
  { "private_sector", N_ ("Private sector") },
  { "civil_society", N_ ("Civil society") },
  { "public_authority", N_ ("Public authority") },
  { "unclassified", N_ ("Unclassified") },
  /* kinds of initiatives, of which some are kinds of documents too */
  { "alliance", N_ ("Alliance") },
  { "igo_process", N_ ("Process of an intergovernmental organisation") },
  { "ngo_process", N_ ("Process of non-governmental organisations") },
  { "state_process", N_ ("Process of states") },
  { "un_process", N_ ("UN process") },
  /* kinds of documents */
  { "charter", N_ ("Charter") },
  { "draft_resolution", N_ ("Draft resolution") },
  { "endorsement", N_ ("Endorsement") },
  { "joint_statement", N_ ("Joint statement") },
  { "news", N_ ("News") },
  { "norm_paper", N_ ("Norm paper") },
  { "recommendation", N_ ("Recommendation") },
  { "resolution", N_ ("Adopted resolution") },
  { "speech", N_ ("Speech") },
  { "statement", N_ ("Statement") },
  { "submission", N_ ("Submission") },
  { "treaty", N_ ("Treaty") },
  { "un_report", N_ ("UN report") },
  { "white_paper", N_ ("White paper") },
  /* who is to implement an issue, and how much it matters and is open */
  { "state_only", N_ ("States only") },
  { "state_and_company", N_ ("States and companies") },
  { "high", N_ ("High") },
  { "low", N_ ("Low") },
  /* confidences */
  { "official", N_ ("Official") },
  { "secondary", N_ ("Secondary") },
  { "paper", N_ ("Study") },
  { "unstated", N_ ("Unstated") },
  { "unverified", N_ ("Unverified") },
  /* figures of stories and how they are revealed */
  { "distribution", N_ ("Signatories by group") },
  { "diversity", N_ ("Concentration and diversity of signatories") },
  { "growth", N_ ("Members over time") },
  { "agenda", N_ ("Who was first with an issue") },
  { "salience", N_ ("How often issues are mentioned") },
  { "none", N_ ("All at once") },
  { "rows", N_ ("Row by row") },
  { "series", N_ ("Series by series") },
  { "years", N_ ("Year by year") },
  /* groups that no record names */
  { "unknown", N_ ("Unknown") },
  { "undated", N_ ("Joining date unknown") },
  { "international", N_ ("International") },
  /* answers of reports */
  { "yes", N_ ("Yes") },
  { "no", N_ ("No") },
  { "first", N_ ("First publisher") },
  { "second", N_ ("Second publisher") },
  { "tie", N_ ("Same year") },
  { "first_only", N_ ("First publisher only") },
  { "second_only", N_ ("Second publisher only") },
  { "exact", N_ ("All orders") },
  { "permutation", N_ ("Random orders") },
  /* regional groups of the United Nations */
  { "African States", N_ ("African States") },
  { "Asia-Pacific States", N_ ("Asia-Pacific States") },
  { "Eastern European States", N_ ("Eastern European States") },
  { "Latin American and Caribbean States", N_ ("Latin American and Caribbean States") },
  { "Western European and other States", N_ ("Western European and other States") },
  /* regions and subregions, UN M49 */
  { "Africa", N_ ("Africa") },
  { "Americas", N_ ("Americas") },
  { "Antarctica", N_ ("Antarctica") },
  { "Asia", N_ ("Asia") },
  { "Europe", N_ ("Europe") },
  { "Oceania", N_ ("Oceania") },
  { "Australia and New Zealand", N_ ("Australia and New Zealand") },
  { "Caribbean", N_ ("Caribbean") },
  { "Central America", N_ ("Central America") },
  { "Central Asia", N_ ("Central Asia") },
  { "Eastern Africa", N_ ("Eastern Africa") },
  { "Eastern Asia", N_ ("Eastern Asia") },
  { "Eastern Europe", N_ ("Eastern Europe") },
  { "Latin America and the Caribbean", N_ ("Latin America and the Caribbean") },
  { "Melanesia", N_ ("Melanesia") },
  { "Micronesia", N_ ("Micronesia") },
  { "Middle Africa", N_ ("Middle Africa") },
  { "Northern Africa", N_ ("Northern Africa") },
  { "Northern America", N_ ("Northern America") },
  { "Northern Europe", N_ ("Northern Europe") },
  { "Polynesia", N_ ("Polynesia") },
  { "South America", N_ ("South America") },
  { "South-eastern Asia", N_ ("South-eastern Asia") },
  { "Southern Africa", N_ ("Southern Africa") },
  { "Southern Asia", N_ ("Southern Asia") },
  { "Southern Europe", N_ ("Southern Europe") },
  { "Sub-Saharan Africa", N_ ("Sub-Saharan Africa") },
  { "Western Africa", N_ ("Western Africa") },
  { "Western Asia", N_ ("Western Asia") },
  { "Western Europe", N_ ("Western Europe") },
};

char *
nsc_code_words (const char *language, const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (g_str_equal (entries[i].code, code))
      return g_strdup (nsc_words_get (language, entries[i].words));
  return nsc_text_from_code (code);
}
