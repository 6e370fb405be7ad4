/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-type-attributes.h"

#include "nsc-typesetter.h"

#include <string.h>

/* Takes ATTRIBUTE, which is of TEXT from START to END. */
static void
insert (PangoAttrList *self, PangoAttribute *attribute, const char *text, const char *start, const char *end)
{
  attribute->start_index = (guint) (start - text);
  attribute->end_index = (guint) (end - text);
  pango_attr_list_insert (self, attribute);
}

static void
keep_together (PangoAttrList *self, const char *text, const char *start, const char *end)
{
  insert (self, pango_attr_allow_breaks_new (FALSE), text, start, end);
}

/* Only the digits: a tabular hyphen or bracket would tear a date apart. */
static void
add_tabular_digits (PangoAttrList *self, const char *text)
{
  for (const char *p = text; *p != '\0';)
    {
      gsize n = strspn (p, "0123456789");

      if (n > 0)
        insert (self, pango_attr_font_features_new ("tnum=1"), text, p, p + n);
      p += MAX (n, 1u);
    }
}

static void
add_chinese_marks (PangoAttrList *self, const char *text, NscFace face)
{
  gunichar before = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (nsc_typesetter_is_chinese_mark (before, c))
        insert (self, pango_attr_family_new (nsc_face_get_family_list (face, TRUE)), text, p, g_utf8_next_char (p));
      before = c;
    }
}

static gboolean
is_han (gunichar c)
{
  return c >= 0x2e80 && g_unichar_iswide (c) && g_unichar_isalpha (c);
}

/* A number stays with the word that counts it. */
static void
add_counted_words (PangoAttrList *self, const char *text)
{
  for (const char *p = strchr (text, ' '); p != NULL; p = strchr (p + 1, ' '))
    if (p > text && g_ascii_isdigit (p[-1]) && is_han (g_utf8_get_char (p + 1)))
      keep_together (self, text, p, g_utf8_next_char (p + 1));
}

/* These belong to the word before them. */
static void
add_particles (PangoAttrList *self, const char *text)
{
  static const char *const particles[] = { "的", "了", "们" };

  for (gsize i = 0; i < G_N_ELEMENTS (particles); i++)
    for (const char *p = strstr (text, particles[i]); p != NULL; p = strstr (p + 1, particles[i]))
      if (p > text)
        keep_together (self, text, g_utf8_prev_char (p), g_utf8_next_char (p));
}

PangoAttrList *
nsc_type_attributes_new (const char *text, guint lead, gboolean chinese, NscFace face)
{
  PangoAttrList *self = pango_attr_list_new ();

  add_tabular_digits (self, text);
  if (lead > 0)
    insert (self, pango_attr_weight_new (PANGO_WEIGHT_BOLD), text, text, text + lead);
  if (chinese)
    {
      add_chinese_marks (self, text, face);
      add_counted_words (self, text);
      add_particles (self, text);
    }
  return self;
}

void
nsc_type_attributes_keep_together (PangoAttrList *self, const char *text, const char *phrase)
{
  gsize length = strlen (phrase);

  for (const char *p = strstr (text, phrase); p != NULL; p = strstr (p + length, phrase))
    keep_together (self, text, p, p + length);
}
