/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-story-presenting.h"

#include "nsc-story.h"

#include "nsc-inquiry.h"

#include "nsc-error-door.h"
#include "nsc-figure-style.h"
#include "nsc-presenting.h"

#include "nsc-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *id, *language;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->id);
  g_free (question->language);
  g_free (question);
}

static gpointer
read_story (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;

  return nsc_story_load (reader, question->id, question->language, error);
}

static NscSlide *
make_slide (const NscStoryStep *step)
{
  /* Translators: a figure and what of it is shown. */
  g_autofree char *title =
      *step->words != '\0' ? g_strdup_printf (_ ("%1$s: %2$s"), step->title, step->words) : g_strdup (step->title);

  if (step->trouble != NULL)
    return nsc_slide_new_troubled (step->trouble, title, step->note);
  return nsc_slide_new (step->report->name, step->options, step->reveal, title, step->note);
}

static void
present (NscWindow *window, const NscStory *story)
{
  g_autoptr (GListStore) slides = g_list_store_new (NSC_TYPE_SLIDE);

  for (guint i = 0; i < story->steps->len; i++)
    {
      g_autoptr (NscSlide) slide = make_slide (g_ptr_array_index (story->steps, i));

      g_list_store_append (slides, slide);
    }
  nsc_presenting_start (window, G_LIST_MODEL (slides), 0, NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStory) story = nsc_inquiry_finish (result, &error);

  if (nsc_window_get_project (window) != NSC_PROJECT (source))
    return;
  if (story != NULL && story->steps->len == 0)
    g_set_error (&error, NSC_ERROR, NSC_ERROR_NOT_FOUND, _ ("“%s” has no figures yet; add one to it first."),
                 story->title);
  if (error != NULL)
    nsc_error_door_show (GTK_WIDGET (window), error);
  else
    present (window, story);
}

void
nsc_story_presenting_start (NscWindow *window, const char *id)
{
  Question *question;

  g_return_if_fail (NSC_IS_WINDOW (window) && nsc_window_get_project (window) != NULL);

  question = g_new0 (Question, 1);
  question->id = g_strdup (id);
  question->language = g_strdup (nsc_figure_style_get_language ());
  nsc_inquiry_start (nsc_window_get_project (window), read_story, question, question_free,
                     (GDestroyNotify) nsc_story_free, NULL, read_cb, g_object_ref (window));
}
