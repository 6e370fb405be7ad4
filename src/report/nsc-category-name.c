/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-category-name.h"

#include "nsc-code-words.h"

#include <string.h>

/* The dimensions whose groups have names of their own. */
static const struct
{
  const char *dimension;
  const char *table;
} named[] = {
  { "country=", "countries" },
  { "sector=", "sectors" },
};

char *
nsc_category_name (NscReader *reader, const char *category, const char *language, GError **error)
{
  const char *equals = strchr (category, '=');
  const char *code = equals != NULL ? equals + 1 : category;

  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    if (g_str_has_prefix (category, named[i].dimension))
      {
        const NscTable *table = nsc_table_find (named[i].table);
        gint64 row = nsc_reader_find_id (reader, table, code, error);
        g_autoptr (NscRecord) record = row > 0 ? nsc_reader_get_record (reader, table, row, error) : NULL;

        if (record != NULL)
          return g_strdup (nsc_record_get_name (record, language));
        /* A code that the project does not know is readable as it is. */
        return row == 0 ? g_strdup (code) : NULL;
      }
  return nsc_code_words (language, code);
}
