/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-issue-key.h"

#include "nsc-mark-key.h"

gint64
nsc_issue_key_of_issue (const char *issue)
{
  return nsc_mark_key_new ("issue", issue, NULL);
}

gint64
nsc_issue_key_of_mentions (const char *issue, const char *publisher)
{
  return nsc_mark_key_new ("mentions", issue, publisher, NULL);
}

gint64
nsc_issue_key_of_year (const char *issue, const char *publisher, guint year)
{
  char text[16];

  g_snprintf (text, sizeof text, "%u", year);
  return nsc_mark_key_new ("year", issue, publisher, text, NULL);
}

gint64
nsc_issue_key_of_documents (const char *publisher, guint year)
{
  char text[16];

  g_snprintf (text, sizeof text, "%u", year);
  return nsc_mark_key_new ("documents", publisher, text, NULL);
}
