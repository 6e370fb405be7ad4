/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-error-door.h"

#include "nsc-error.h"

#include "ui-fixture.h"

static void
test_places (void)
{
  static const struct
  {
    NscError code;
    NscErrorPlace place;
  } expected[] = {
    { NSC_ERROR_USAGE, NSC_ERROR_PLACE_DIALOG },     { NSC_ERROR_INPUT, NSC_ERROR_PLACE_DIALOG },
    { NSC_ERROR_NOT_FOUND, NSC_ERROR_PLACE_DIALOG }, { NSC_ERROR_CONFLICT, NSC_ERROR_PLACE_DIALOG },
    { NSC_ERROR_OUTPUT, NSC_ERROR_PLACE_DIALOG },    { NSC_ERROR_NOTHING_TO_UNDO, NSC_ERROR_PLACE_TOAST },
    { NSC_ERROR_DAMAGED, NSC_ERROR_PLACE_BANNER },   { NSC_ERROR_READ_ONLY, NSC_ERROR_PLACE_BANNER },
    { NSC_ERROR_BUSY, NSC_ERROR_PLACE_BANNER },      { NSC_ERROR_FULL, NSC_ERROR_PLACE_BANNER },
    { NSC_ERROR_STORAGE, NSC_ERROR_PLACE_BANNER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (NSC_ERROR, (int) expected[i].code, "x");

      g_assert_cmpint (nsc_error_door_place (error), ==, expected[i].place);
    }
}

/* Who cancelled knows it. */
static void
test_cancelled (void)
{
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "x");
  g_autoptr (GError) dismissed = g_error_new_literal (GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED, "x");
  g_autoptr (GError) missing = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "x");

  g_assert_cmpint (nsc_error_door_place (cancelled), ==, NSC_ERROR_PLACE_NONE);
  g_assert_cmpint (nsc_error_door_place (dismissed), ==, NSC_ERROR_PLACE_NONE);
  g_assert_cmpint (nsc_error_door_place (missing), ==, NSC_ERROR_PLACE_DIALOG);
}

static void
test_headings (void)
{
  for (int code = NSC_ERROR_USAGE; code <= NSC_ERROR_STORAGE; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (NSC_ERROR, code, "x");

      g_assert_cmpstr (nsc_error_door_heading (error), !=, "Something Went Wrong");
    }
}

/* What an error says is no markup. */
static void
test_page (void)
{
  g_autoptr (GError) error = g_error_new_literal (NSC_ERROR, NSC_ERROR_NOT_FOUND, "R&D <1> is gone");
  AdwStatusPage *page = g_object_ref_sink (ADW_STATUS_PAGE (adw_status_page_new ()));

  nsc_error_door_fill_page (page, error);
  g_assert_cmpstr (adw_status_page_get_title (page), ==, nsc_error_door_heading (error));
  g_assert_cmpstr (adw_status_page_get_description (page), ==, "R&amp;D &lt;1&gt; is gone");
  g_object_unref (page);
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);

  g_test_add_func ("/error-door/places", test_places);
  g_test_add_func ("/error-door/cancelled", test_cancelled);
  g_test_add_func ("/error-door/headings", test_headings);
  g_test_add_func ("/error-door/page", test_page);

  return g_test_run ();
}
