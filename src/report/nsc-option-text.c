/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-option-text.h"

#include "nsc-assignments.h"
#include "nsc-error.h"

#include <glib/gi18n-lib.h>

static const NscOptionSpec *
find_spec (const NscOptionSpec *specs, const char *name)
{
  for (; specs->name != NULL; specs++)
    if (g_str_equal (specs->name, name))
      return specs;
  return NULL;
}

static gboolean
take (const NscReport *report, NscOptions *options, const NscAssignment *assignment, GError **error)
{
  const NscOptionSpec *spec = find_spec (report->options, assignment->name);

  if (spec == NULL)
    spec = find_spec (nsc_report_common_options (), assignment->name);
  if (spec == NULL)
    g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT, _ ("The figure “%2$s” has no option “%1$s”; leave it out"),
                 assignment->name, report->name);
  else if (g_str_equal (assignment->name, "language"))
    g_set_error_literal (error, NSC_ERROR, NSC_ERROR_INPUT,
                         _ ("The language is chosen when the figure is shown; leave it out"));
  else if (spec->argument == NULL && !g_str_equal (assignment->value, "yes"))
    g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT, _ ("“%1$s” can only be yes; write %1$s=yes, or leave it out"),
                 assignment->name);
  else if (*assignment->value == '\0')
    g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT, _ ("“%s” has no value; give one, or leave it out"),
                 assignment->name);
  else
    {
      nsc_options_set (options, assignment->name, assignment->value);
      return TRUE;
    }
  return FALSE;
}

static gboolean
check_complete (const NscReport *report, NscOptions *options, GError **error)
{
  for (const NscOptionSpec *spec = report->options; spec->name != NULL; spec++)
    if (spec->required && nsc_options_get (options, spec->name) == NULL)
      {
        g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT, _ ("The figure “%2$s” needs the option “%1$s”; add it"),
                     spec->name, report->name);
        return FALSE;
      }
  return TRUE;
}

static void
print (GString *text, const NscOptionSpec *specs, NscOptions *options)
{
  for (; specs->name != NULL; specs++)
    {
      const char *value = nsc_options_get (options, specs->name);

      if (value != NULL && !g_str_equal (specs->name, "language"))
        nsc_assignments_append (text, specs->name, value);
    }
}

NscOptions *
nsc_option_text_parse (const NscReport *report, const char *text, GError **error)
{
  g_autoptr (GPtrArray) assignments = NULL;
  g_autoptr (GHashTable) options = NULL;

  g_return_val_if_fail (report != NULL && text != NULL, NULL);

  assignments = nsc_assignments_parse (text, error);
  if (assignments == NULL)
    return NULL;
  options = nsc_options_new ();
  for (guint i = 0; i < assignments->len; i++)
    if (!take (report, options, g_ptr_array_index (assignments, i), error))
      return NULL;
  return check_complete (report, options, error) ? g_steal_pointer (&options) : NULL;
}

char *
nsc_option_text_print (const NscReport *report, NscOptions *options)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (report != NULL && options != NULL, NULL);

  print (text, report->options, options);
  print (text, nsc_report_common_options (), options);
  return g_string_free_and_steal (g_steal_pointer (&text));
}
