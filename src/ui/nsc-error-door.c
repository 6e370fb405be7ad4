/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-error-door.h"

#include "nsc-window.h"

#include "nsc-error.h"

#include <glib/gi18n-lib.h>

static void
show_dialog (GtkWidget *widget, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (nsc_error_door_heading (error), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, widget);
}

NscErrorPlace
nsc_error_door_place (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    return NSC_ERROR_PLACE_NONE;
  if (error->domain != NSC_ERROR)
    return NSC_ERROR_PLACE_DIALOG;
  switch ((NscError) error->code)
    {
    case NSC_ERROR_NOTHING_TO_UNDO:
      return NSC_ERROR_PLACE_TOAST;
    case NSC_ERROR_DAMAGED:
    case NSC_ERROR_READ_ONLY:
    case NSC_ERROR_BUSY:
    case NSC_ERROR_FULL:
    case NSC_ERROR_STORAGE:
      return NSC_ERROR_PLACE_BANNER;
    case NSC_ERROR_USAGE:
    case NSC_ERROR_INPUT:
    case NSC_ERROR_NOT_FOUND:
    case NSC_ERROR_CONFLICT:
    case NSC_ERROR_OUTPUT:
    case NSC_ERROR_NOT_A_PROJECT:
    case NSC_ERROR_NEWER:
    case NSC_ERROR_RECOVERY:
    default:
      return NSC_ERROR_PLACE_DIALOG;
    }
}

const char *
nsc_error_door_heading (const GError *error)
{
  if (error->domain == NSC_ERROR)
    switch ((NscError) error->code)
      {
      case NSC_ERROR_USAGE:
      case NSC_ERROR_INPUT:
        return _ ("This Does Not Fit");
      case NSC_ERROR_NOT_FOUND:
        return _ ("Not Found");
      case NSC_ERROR_CONFLICT:
        return _ ("This Contradicts the Records");
      case NSC_ERROR_OUTPUT:
      case NSC_ERROR_FULL:
        return _ ("Could Not Write");
      case NSC_ERROR_NOTHING_TO_UNDO:
        return _ ("Nothing to Undo");
      case NSC_ERROR_NOT_A_PROJECT:
        return _ ("Not a Project");
      case NSC_ERROR_DAMAGED:
        return _ ("The Project Is Damaged");
      case NSC_ERROR_NEWER:
        return _ ("Made by a Newer Version");
      case NSC_ERROR_RECOVERY:
        return _ ("The Project Must Be Recovered");
      case NSC_ERROR_READ_ONLY:
        return _ ("The Project Cannot Be Changed");
      case NSC_ERROR_BUSY:
        return _ ("The Project Is in Use");
      case NSC_ERROR_STORAGE:
        return _ ("Trouble With the Storage");
      default:
        break;
      }
  return _ ("Something Went Wrong");
}

void
nsc_error_door_fill_page (AdwStatusPage *page, const GError *error)
{
  g_autofree char *message = NULL;

  g_return_if_fail (ADW_IS_STATUS_PAGE (page) && error != NULL);

  message = g_markup_escape_text (error->message, -1);
  adw_status_page_set_title (page, nsc_error_door_heading (error));
  adw_status_page_set_description (page, message);
}

void
nsc_error_door_show (GtkWidget *widget, const GError *error)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, NSC_TYPE_WINDOW);
  NscErrorPlace place = nsc_error_door_place (error);

  if (place == NSC_ERROR_PLACE_NONE)
    return;
  if (window == NULL || place == NSC_ERROR_PLACE_DIALOG)
    show_dialog (widget, error);
  else if (place == NSC_ERROR_PLACE_TOAST)
    nsc_window_add_toast (NSC_WINDOW (window), adw_toast_new (error->message));
  else if (error->code == NSC_ERROR_FULL || error->code == NSC_ERROR_READ_ONLY || error->code == NSC_ERROR_STORAGE)
    nsc_window_set_trouble_of_file (NSC_WINDOW (window), error->message);
  else
    nsc_window_set_trouble (NSC_WINDOW (window), error->message);
}

void
nsc_error_door_show_over (GtkWidget *widget, const GError *error)
{
  if (nsc_error_door_place (error) != NSC_ERROR_PLACE_NONE)
    show_dialog (widget, error);
}
