/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-codebook.h"

#include "nsc-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 row;
  char *id;
  char *label;
  char *parent;    /* id or "" */
  gint64 position; /* G_MAXINT64: none */
  GPtrArray *children;
  gboolean seen;
} Issue;

struct _NscCodebook
{
  char *language;
  GPtrArray *issues; /* of Issue, in the order of the file */
  GPtrArray *order;  /* those that were asked for, in the order of the codebook */
  NscRowIndex index;
};

static void
issue_free (gpointer data)
{
  Issue *issue = data;

  g_free (issue->id);
  g_free (issue->label);
  g_free (issue->parent);
  g_ptr_array_unref (issue->children);
  g_free (issue);
}

static gboolean
keep_issue (const NscRecord *record, gpointer data, GError **error)
{
  NscCodebook *self = data;
  const char *position = nsc_record_get_by_name (record, "position");
  Issue *issue = g_new0 (Issue, 1);

  issue->row = nsc_record_get_row (record);
  issue->id = g_strdup (nsc_record_get_id (record));
  issue->label = g_strdup (nsc_record_get_name (record, self->language));
  issue->parent = g_strdup (nsc_record_get_by_name (record, "parent"));
  issue->position = *position != '\0' ? g_ascii_strtoll (position, NULL, 10) : G_MAXINT64;
  issue->children = g_ptr_array_new ();
  g_ptr_array_add (self->issues, issue);
  return TRUE;
}

static int
compare_siblings (gconstpointer a, gconstpointer b)
{
  const Issue *left = *(const Issue *const *) a, *right = *(const Issue *const *) b;

  if (left->position != right->position)
    return left->position < right->position ? -1 : 1;
  return (left->row > right->row) - (left->row < right->row);
}

/* Gives every issue its children and returns those that have no parent. */
static GPtrArray *
make_tree (NscCodebook *self, GHashTable *by_id)
{
  GPtrArray *roots = g_ptr_array_new ();

  for (guint i = 0; i < self->issues->len; i++)
    {
      Issue *issue = g_ptr_array_index (self->issues, i);
      Issue *parent = g_hash_table_lookup (by_id, issue->parent);

      g_ptr_array_add (parent != NULL ? parent->children : roots, issue);
    }
  for (guint i = 0; i < self->issues->len; i++)
    g_ptr_array_sort (((Issue *) g_ptr_array_index (self->issues, i))->children, compare_siblings);
  g_ptr_array_sort (roots, compare_siblings);
  return roots;
}

/* The issue and all below it that have not been seen; without recursion, since a file may be deep. */
static void
walk (NscCodebook *self, Issue *root)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();

  g_ptr_array_add (waiting, root);
  while (waiting->len > 0)
    {
      Issue *issue = g_ptr_array_steal_index (waiting, waiting->len - 1);

      if (issue->seen)
        continue;
      issue->seen = TRUE;
      g_ptr_array_add (self->order, issue);
      for (guint i = issue->children->len; i > 0; i--)
        g_ptr_array_add (waiting, g_ptr_array_index (issue->children, i - 1));
    }
}

static gboolean
order_issues (NscCodebook *self, const char *parent, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) roots = NULL;
  Issue *root;

  for (guint i = 0; i < self->issues->len; i++)
    g_hash_table_insert (by_id, ((Issue *) g_ptr_array_index (self->issues, i))->id,
                         g_ptr_array_index (self->issues, i));
  roots = make_tree (self, by_id);
  root = parent != NULL ? g_hash_table_lookup (by_id, parent) : NULL;
  if (parent != NULL && root == NULL)
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND,
                   _ ("--issues=%s: the project has no such issue; “list PROJECT issues” shows their ids"), parent);
      return FALSE;
    }
  if (root != NULL)
    walk (self, root);
  else
    {
      for (guint i = 0; i < roots->len; i++)
        walk (self, g_ptr_array_index (roots, i));
      /* Issues that are below each other hang from no root. */
      for (guint i = 0; i < self->issues->len; i++)
        walk (self, g_ptr_array_index (self->issues, i));
    }
  for (guint i = 0; i < self->order->len; i++)
    nsc_row_index_set (&self->index, ((Issue *) g_ptr_array_index (self->order, i))->row, i);
  return TRUE;
}

NscCodebook *
nsc_codebook_new (
    NscReader *reader, const char *parent, const char *language, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscCodebook) self = g_new0 (NscCodebook, 1);

  self->language = g_strdup (language);
  self->issues = g_ptr_array_new_with_free_func (issue_free);
  self->order = g_ptr_array_new ();
  if (!nsc_reader_scan_records (reader, nsc_table_find ("issues"), keep_issue, self, cancellable, error) ||
      !order_issues (self, parent, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
nsc_codebook_free (NscCodebook *self)
{
  if (self == NULL)
    return;
  g_free (self->language);
  g_ptr_array_unref (self->order);
  g_ptr_array_unref (self->issues);
  nsc_row_index_clear (&self->index);
  g_free (self);
}

guint
nsc_codebook_get_n_issues (const NscCodebook *self)
{
  return self->order->len;
}

const char *
nsc_codebook_get_id (const NscCodebook *self, guint issue)
{
  return ((const Issue *) g_ptr_array_index (self->order, issue))->id;
}

const char *
nsc_codebook_get_label (const NscCodebook *self, guint issue)
{
  return ((const Issue *) g_ptr_array_index (self->order, issue))->label;
}

const NscRowIndex *
nsc_codebook_get_index (const NscCodebook *self)
{
  return &self->index;
}
