/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-initiative-options.h"

#include <glib/gi18n-lib.h>

static gboolean
is_offered (const NscHeldInitiative *initiative, guint least_members, guint least_totals)
{
  return (least_members > 0 && initiative->n_members >= least_members) ||
         (least_totals > 0 && initiative->n_totals >= least_totals);
}

const NscHeldInitiative *
nsc_initiative_options_find_first (const NscHoldings *holdings, guint least_members, guint least_totals)
{
  for (guint i = 0; i < holdings->initiatives->len; i++)
    if (is_offered (g_ptr_array_index (holdings->initiatives, i), least_members, least_totals))
      return g_ptr_array_index (holdings->initiatives, i);
  return NULL;
}

void
nsc_initiative_options_offer (NscOptionForm *form, const NscHoldings *holdings, guint least_members, guint least_totals)
{
  nsc_option_form_begin (form, "initiative");
  for (guint i = 0; i < holdings->initiatives->len; i++)
    {
      const NscHeldInitiative *initiative = g_ptr_array_index (holdings->initiatives, i);

      if (is_offered (initiative, least_members, least_totals))
        nsc_option_form_add (form, "initiative", initiative->id, initiative->name);
    }
  nsc_option_form_end (form, "initiative", NULL);
}

void
nsc_initiative_options_adapt (NscOptionForm *form, const NscHoldings *holdings)
{
  g_auto (GStrv) chosen = g_strsplit (nsc_option_form_get (form, "initiative"), ",", -1);
  guint n_unverified = 0;

  for (guint i = 0; chosen[i] != NULL; i++)
    {
      const NscHeldInitiative *initiative = nsc_holdings_find_initiative (holdings, chosen[i]);

      n_unverified += initiative != NULL ? initiative->n_unverified : 0;
    }
  nsc_option_form_set_n_unverified (form, n_unverified);
  if (!nsc_option_form_has (form, "exclude-country"))
    return;
  nsc_option_form_begin (form, "exclude-country");
  nsc_option_form_add (form, "exclude-country", "", _ ("None"));
  for (guint i = 0; i < holdings->countries->len; i++)
    {
      const NscHeldCountry *country = g_ptr_array_index (holdings->countries, i);

      for (guint k = 0; chosen[k] != NULL; k++)
        {
          const NscHeldInitiative *initiative = nsc_holdings_find_initiative (holdings, chosen[k]);

          if (initiative == NULL || !g_hash_table_contains (initiative->countries, &country->row))
            continue;
          nsc_option_form_add (form, "exclude-country", country->code, country->name);
          break;
        }
    }
  nsc_option_form_end (form, "exclude-country", NULL);
}
