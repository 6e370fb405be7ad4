/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-question.h"

#include "nsc-distribution-report.h"

#include "nsc-error.h"

#include <glib/gi18n-lib.h>

static gboolean
read_initiatives (NscDistributionQuestion *self, const char *text, GError **error)
{
  /* An empty text has no parts at all. */
  self->initiatives = g_strsplit (text, ",", -1);
  if (*self->initiatives == NULL)
    {
      g_set_error_literal (error, NSC_ERROR, NSC_ERROR_USAGE, _ ("--initiative is empty; give an id"));
      return FALSE;
    }
  for (guint i = 0; self->initiatives[i] != NULL; i++)
    {
      if (*self->initiatives[i] == '\0')
        {
          g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE,
                       _ ("--initiative=%s: an id between the commas is empty; give ids such as A,B"), text);
          return FALSE;
        }
      for (guint k = 0; k < i; k++)
        if (g_str_equal (self->initiatives[i], self->initiatives[k]))
          {
            g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE, _ ("--initiative=%1$s: %2$s is there twice; give it once"),
                         text, self->initiatives[i]);
            return FALSE;
          }
    }
  return TRUE;
}

static gboolean
read_dimension (NscDistributionQuestion *self, const char *text, GError **error)
{
  const char *const *dimensions = nsc_distribution_report_dimensions ();
  g_autofree char *choices = g_strjoinv (", ", (char **) dimensions);

  for (guint i = 0; dimensions[i] != NULL; i++)
    if (g_str_equal (dimensions[i], text))
      {
        self->by = (NscDimension) i;
        return TRUE;
      }
  g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE, _ ("--by=%1$s: use one of %2$s"), text, choices);
  return FALSE;
}

static gboolean
read_options (NscDistributionQuestion *self, NscOptions *options, GError **error)
{
  self->language = g_strdup (nsc_options_get_language (options));
  self->exclude_country = g_strdup (nsc_options_get (options, "exclude-country"));
  self->cumulative = nsc_options_is_on (options, "cumulative");
  self->include_unverified = nsc_options_is_on (options, "include-unverified");
  if (!read_dimension (self, nsc_options_get (options, "by"), error) ||
      !read_initiatives (self, nsc_options_get (options, "initiative"), error) ||
      !nsc_options_read_as_of (options, &self->as_of, error))
    return FALSE;
  if (self->cumulative && self->by != NSC_DIMENSION_YEAR)
    {
      g_set_error_literal (error, NSC_ERROR, NSC_ERROR_USAGE,
                           _ ("--cumulative: members add up over years alone; use it with --by=year"));
      return FALSE;
    }
  return TRUE;
}

gboolean
nsc_distribution_question_read (NscDistributionQuestion *self, NscOptions *options, GError **error)
{
  *self = (NscDistributionQuestion) { 0 };
  if (read_options (self, options, error))
    return TRUE;
  nsc_distribution_question_clear (self);
  return FALSE;
}

void
nsc_distribution_question_clear (NscDistributionQuestion *self)
{
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->initiatives, g_strfreev);
  g_clear_pointer (&self->exclude_country, g_free);
}
