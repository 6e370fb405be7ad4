/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-help-topic.h"

#include "nsc-help-resources.h"

#include <string.h>

#define RESOURCE_FOLDER "/io/github/normscape/Normscape/help"

/* What is being read. Text is gathered for the innermost element that holds words. */
typedef struct
{
  NscHelpTopic *topic;
  GString *words;   /* of the element that is open, NULL: none */
  gboolean in_code; /* blanks stand as they are */
  guint n_steps;    /* of the list that is open */
  int steps;        /* depth of open <steps> */
  int list;         /* likewise <list> */
  int note;         /* likewise <note> */
} Reading;

/* ---- words within a paragraph ---- */

typedef struct
{
  const char *element;
  const char *begin, *end;
} Style;

static const Style styles[] = {
  { "gui", "<b>", "</b>" },    { "key", "<b>", "</b>" },   { "em", "<i>", "</i>" },
  { "file", "<tt>", "</tt>" }, { "cmd", "<tt>", "</tt>" },
};

static const Style *
find_style (const char *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i].element, element))
      return &styles[i];
  return NULL;
}

static gboolean
is_block (const char *element)
{
  return g_str_equal (element, "p") || g_str_equal (element, "title") || g_str_equal (element, "desc") ||
         g_str_equal (element, "code");
}

static gboolean
is_frame (const char *element)
{
  static const char *const frames[] = { "page", "info", "section", "steps", "list", "item", "note", "keyseq", NULL };

  return g_strv_contains (frames, element);
}

static void
block_free (gpointer data)
{
  NscHelpBlock *block = data;

  g_free (block->markup);
  g_free (block);
}

static void
add_block (Reading *reading, NscHelpKind kind, char *markup)
{
  NscHelpBlock *block = g_new0 (NscHelpBlock, 1);

  block->kind = kind;
  block->markup = markup;
  if (kind == NSC_HELP_STEP)
    block->number = ++reading->n_steps;
  g_ptr_array_add (reading->topic->blocks, block);
}

static NscHelpKind
kind_of_paragraph (const Reading *reading)
{
  if (reading->steps > 0)
    return NSC_HELP_STEP;
  if (reading->list > 0)
    return NSC_HELP_BULLET;
  return reading->note > 0 ? NSC_HELP_NOTE : NSC_HELP_PARAGRAPH;
}

/* ---- callbacks of the parser ---- */

static int *
find_depth (Reading *reading, const char *element)
{
  if (g_str_equal (element, "steps"))
    return &reading->steps;
  if (g_str_equal (element, "list"))
    return &reading->list;
  return g_str_equal (element, "note") ? &reading->note : NULL;
}

static void
begin_link (Reading *reading, const char **names, const char **values)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "xref"))
      {
        g_autofree char *target = g_markup_escape_text (values[i], -1);

        g_string_append_printf (reading->words, "<a href=\"help:%s\">", target);
        return;
      }
  g_string_append (reading->words, "<a href=\"help:\">");
}

static void
start_element (GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer user_data,
               GError **error)
{
  Reading *reading = user_data;
  int *depth = find_depth (reading, element);

  if (depth != NULL)
    {
      (*depth)++;
      reading->n_steps = 0;
    }
  else if (is_block (element))
    {
      reading->words = g_string_new (NULL);
      reading->in_code = g_str_equal (element, "code");
    }
  else if (reading->words != NULL && find_style (element) != NULL)
    {
      /* The keys of a sequence are pressed together. */
      if (g_str_equal (element, "key") && g_str_has_suffix (reading->words->str, "</b>"))
        g_string_append_c (reading->words, '+');
      g_string_append (reading->words, find_style (element)->begin);
    }
  else if (reading->words != NULL && g_str_equal (element, "link"))
    begin_link (reading, names, values);
  else if (!is_frame (element))
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT, "<%s> has no place here", element);
}

static void
end_block (Reading *reading, const char *element, const char *above)
{
  char *markup = g_strstrip (g_string_free (g_steal_pointer (&reading->words), FALSE));

  reading->in_code = FALSE;
  if (g_str_equal (element, "desc"))
    g_set_str (&reading->topic->description, markup);
  else if (g_str_equal (element, "title") && g_strcmp0 (above, "page") == 0)
    g_set_str (&reading->topic->title, markup);
  else
    {
      NscHelpKind kind = kind_of_paragraph (reading);

      if (g_str_equal (element, "title"))
        kind = NSC_HELP_HEADING;
      else if (g_str_equal (element, "code"))
        kind = NSC_HELP_CODE;
      add_block (reading, kind, g_steal_pointer (&markup));
    }
  g_free (markup);
}

static void
end_element (GMarkupParseContext *context, const char *element, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  int *depth = find_depth (reading, element);
  const GSList *stack = g_markup_parse_context_get_element_stack (context);

  if (depth != NULL)
    (*depth)--;
  else if (is_block (element))
    end_block (reading, element, stack->next != NULL ? stack->next->data : NULL);
  else if (reading->words != NULL && find_style (element) != NULL)
    g_string_append (reading->words, find_style (element)->end);
  else if (reading->words != NULL && g_str_equal (element, "link"))
    g_string_append (reading->words, "</a>");
}

/* Lines of the file end where its editor likes: every run of blanks is one, and none stands between Chinese letters. */
static void
text (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  g_autofree char *escaped = NULL;

  if (reading->words == NULL)
    return;
  escaped = g_markup_escape_text (text, (gssize) length);
  if (reading->in_code)
    {
      g_string_append (reading->words, escaped);
      return;
    }
  for (const char *p = escaped; *p != '\0';)
    {
      gsize blank = strspn (p, " \t\n");

      if (blank > 0)
        {
          gunichar before = reading->words->len > 0
                                ? g_utf8_get_char (g_utf8_prev_char (reading->words->str + reading->words->len))
                                : 0;
          gboolean line = memchr (p, '\n', blank) != NULL;

          p += blank;
          if (!line || (!g_unichar_iswide (before) && !g_unichar_iswide (g_utf8_get_char (p))))
            g_string_append_c (reading->words, ' ');
          continue;
        }
      blank = strcspn (p, " \t\n");
      g_string_append_len (reading->words, p, (gssize) blank);
      p += blank;
    }
}

/* ---- public ---- */

const char *const *
nsc_help_topic_list (void)
{
  static const char *const topics[] = { "first-start", "window",      "signatories", "agenda",
                                        "evidence",    "own-project", "records",     "confidence",
                                        "paper",       "classroom",   NULL };

  return topics;
}

NscHelpTopic *
nsc_help_topic_parse (const char *text_of_page, gssize length, GError **error)
{
  static const GMarkupParser parser = { start_element, end_element, text, NULL, NULL };
  g_autoptr (NscHelpTopic) topic = g_new0 (NscHelpTopic, 1);
  Reading reading = { .topic = topic };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  gboolean done;

  topic->blocks = g_ptr_array_new_with_free_func (block_free);
  done = g_markup_parse_context_parse (context, text_of_page, length, error) &&
         g_markup_parse_context_end_parse (context, error);
  if (reading.words != NULL)
    g_string_free (reading.words, TRUE);
  if (!done)
    return NULL;
  if (topic->title == NULL || topic->description == NULL)
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_MISSING_ATTRIBUTE, "a page has a title and a description");
      return NULL;
    }
  return g_steal_pointer (&topic);
}

NscHelpTopic *
nsc_help_topic_load (const char *id, const char *language, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!g_strv_contains (nsc_help_topic_list (), id))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "there is no topic %s", id);
      return NULL;
    }
  /* The original has no language in Mallard's folders. */
  path = g_strdup_printf (RESOURCE_FOLDER "/%s/%s.page", g_str_equal (language, "en") ? "C" : language, id);
  bytes = g_resource_lookup_data (nsc_help_get_resource (), path, 0, error);
  if (bytes == NULL)
    return NULL;
  return nsc_help_topic_parse (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error);
}

void
nsc_help_topic_free (NscHelpTopic *self)
{
  g_free (self->title);
  g_free (self->description);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_free (self);
}
