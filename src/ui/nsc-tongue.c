/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-tongue.h"

#include "nsc-words.h"

const char *
nsc_tongue_get (void)
{
  /* The first of the person's languages decides, as it does for the words of the interface. */
  return nsc_words_language_for_locale (g_get_language_names ()[0]);
}

const char *
nsc_tongue_get_own_name (const char *language)
{
  if (g_str_equal (language, "en"))
    return "English";
  if (g_str_equal (language, "zh_CN"))
    return "中文";
  return language;
}
