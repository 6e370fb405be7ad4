/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-page-list.h"

const NscPageEntry *
nsc_page_list_get (void)
{
  static const NscPageEntry entries[] = {
    { 0 },
  };

  return entries;
}
