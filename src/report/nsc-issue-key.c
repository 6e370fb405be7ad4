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

static gint64
key_of_year (const char *kind, const char *issue, const char *publisher, guint year)
{
  char text[16];

  g_snprintf (text, sizeof text, "%u", year);
  return nsc_mark_key_new (kind, issue, publisher, text, NULL);
}

gint64
nsc_issue_key_of_year (const char *issue, const char *publisher, guint year)
{
  return key_of_year ("year", issue, publisher, year);
}

gint64
nsc_issue_key_of_silence (const char *issue, const char *publisher, guint year)
{
  return key_of_year ("silence", issue, publisher, year);
}
