/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-page-list.h"

#include "nsc-agenda-page.h"
#include "nsc-growth-page.h"
#include "nsc-records-page.h"
#include "nsc-signatories-page.h"
#include "nsc-sources-page.h"
#include "nsc-stories-page.h"

#include <glib/gi18n-lib.h>

const NscPageEntry *
nsc_page_list_get (void)
{
  static const NscPageEntry entries[] = {
    { "signatories", N_ ("Explore"), N_ ("Signatories"), "nsc-signatories-symbolic", nsc_signatories_page_get_type },
    { "growth", N_ ("Explore"), N_ ("Growth"), "nsc-growth-symbolic", nsc_growth_page_get_type },
    { "agenda", N_ ("Explore"), N_ ("Agenda"), "nsc-agenda-symbolic", nsc_agenda_page_get_type },
    { "stories", N_ ("Explore"), N_ ("Stories"), "nsc-stories-symbolic", nsc_stories_page_get_type },
    { "records", N_ ("Project"), N_ ("Records"), "nsc-records-symbolic", nsc_records_page_get_type },
    { "sources", N_ ("Project"), N_ ("Sources"), "nsc-sources-symbolic", nsc_sources_page_get_type },
    { 0 },
  };

  return entries;
}
