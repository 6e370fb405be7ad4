/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-mark-selection.h"

typedef struct
{
  NscMarkSelection *selection;
  guint n_changed;
} Fixture;

static void
changed_cb (NscMarkSelection *selection, gpointer user_data)
{
  ((Fixture *) user_data)->n_changed++;
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  self->selection = nsc_mark_selection_new ();
  self->n_changed = 0;
  g_signal_connect (self->selection, "changed", G_CALLBACK (changed_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  g_assert_finalize_object (self->selection);
}

static void
check (Fixture *self, const gint64 *keys, guint n, gint64 lead, guint n_changed)
{
  guint n_found;
  g_autofree gint64 *found = nsc_mark_selection_dup_keys (self->selection, &n_found);

  g_assert_cmpmem (found, n_found * sizeof *found, keys, n * sizeof *keys);
  g_assert_cmpuint (nsc_mark_selection_get_n_keys (self->selection), ==, n);
  g_assert_cmpint (nsc_mark_selection_get_lead (self->selection), ==, lead);
  g_assert_cmpuint (self->n_changed, ==, n_changed);
}

static void
test_choose (Fixture *self, gconstpointer unused)
{
  check (self, NULL, 0, 0, 0);
  nsc_mark_selection_choose (self->selection, 0);
  check (self, NULL, 0, 0, 0);
  nsc_mark_selection_choose (self->selection, -5);
  nsc_mark_selection_choose (self->selection, -5);
  check (self, (const gint64[]) { -5 }, 1, -5, 1);
  nsc_mark_selection_choose (self->selection, 7);
  check (self, (const gint64[]) { 7 }, 1, 7, 2);
  g_assert_true (nsc_mark_selection_contains (self->selection, 7));
  g_assert_false (nsc_mark_selection_contains (self->selection, -5));
  nsc_mark_selection_choose (self->selection, 0);
  check (self, NULL, 0, 0, 3);
}

static void
test_toggle (Fixture *self, gconstpointer unused)
{
  nsc_mark_selection_toggle (self->selection, 9);
  nsc_mark_selection_toggle (self->selection, 3);
  nsc_mark_selection_toggle (self->selection, 5);
  check (self, (const gint64[]) { 3, 5, 9 }, 3, 5, 3);

  /* Another one goes on to lead only where the one that led is let go of. */
  nsc_mark_selection_toggle (self->selection, 3);
  check (self, (const gint64[]) { 5, 9 }, 2, 5, 4);
  nsc_mark_selection_toggle (self->selection, 5);
  check (self, (const gint64[]) { 9 }, 1, 9, 5);
  nsc_mark_selection_toggle (self->selection, 9);
  check (self, NULL, 0, 0, 6);
}

static void
test_extend (Fixture *self, gconstpointer unused)
{
  nsc_mark_selection_choose (self->selection, 4);
  nsc_mark_selection_extend (self->selection, (const gint64[]) { 4, 6, 6 }, 3, 6);
  check (self, (const gint64[]) { 4, 6 }, 2, 6, 2);
  g_assert_cmpint (nsc_mark_selection_get_anchor (self->selection), ==, 4);

  /* Another lead is a change by itself, and the same again is none. */
  nsc_mark_selection_set (self->selection, (const gint64[]) { 6, 4 }, 2, 4);
  nsc_mark_selection_set (self->selection, (const gint64[]) { 4, 6 }, 2, 4);
  check (self, (const gint64[]) { 4, 6 }, 2, 4, 3);
  nsc_mark_selection_set (self->selection, NULL, 0, 0);
  g_assert_cmpint (nsc_mark_selection_get_anchor (self->selection), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name_) g_test_add ("/mark-selection/" #name_, Fixture, NULL, set_up, test_##name_, tear_down)
  TEST (choose);
  TEST (toggle);
  TEST (extend);
#undef TEST

  return g_test_run ();
}
