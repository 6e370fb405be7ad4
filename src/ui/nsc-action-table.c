/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-action-table.h"

#include <glib/gi18n-lib.h>

#define GENERAL N_ ("General")
#define PROJECT N_ ("Project")
#define FIGURE N_ ("Figure and table")
#define RECORDS N_ ("Records")
#define STORIES N_ ("Stories")

static const NscActionKey keys[] = {
  { PROJECT, N_ ("New project"), "win.new-project", { "<Control>n" } },
  { PROJECT, N_ ("Open a project"), "win.open", { "<Control>o" } },
  { PROJECT, N_ ("Save a copy"), "win.save-copy", { "<Control><Shift>s" } },
  { PROJECT, N_ ("Import a table"), "win.import", { "<Control>i" } },
  { PROJECT, N_ ("Remove a recent project from the list"), NULL, { "Delete" } },
  { PROJECT, N_ ("Undo"), "win.undo", { "<Control>z" } },
  { PROJECT, N_ ("Redo"), "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { FIGURE, N_ ("Show the figure"), "win.view::figure", { "<Control>1" } },
  { FIGURE, N_ ("Show the table"), "win.view::table", { "<Control>2" } },
  { FIGURE, N_ ("Export"), "win.export", { "<Control>e" } },
  { FIGURE, N_ ("Copy what is shown"), "win.copy", { "<Control>c" } },
  { FIGURE, N_ ("Print the figure"), "win.print", { "<Control>p" } },
  { FIGURE, N_ ("Present"), "win.present", { "F5" } },
  { FIGURE, N_ ("Add to a story"), "win.add-to-story", { "<Control>d" } },
  { FIGURE, N_ ("Show or hide options and evidence"), "win.toggle-pane", { "F9" } },
  { FIGURE, N_ ("Zoom in"), "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { FIGURE, N_ ("Zoom out"), "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { FIGURE, N_ ("Fit the width"), "win.zoom-reset", { "<Control>0", "<Control>KP_0" } },
  { FIGURE, N_ ("Show all of the figure"), "win.zoom-whole", { "<Control>9" } },
  { FIGURE, N_ ("Scroll the figure"), NULL, { "<Control>Up", "<Control>Down" } },
  { FIGURE, N_ ("Move between marks"), NULL, { "Up", "Down", "Left", "Right" } },
  { FIGURE, N_ ("First and last mark"), NULL, { "Home", "End" } },
  { FIGURE, N_ ("Choose more marks"), NULL, { "<Shift>Up", "<Shift>Down", "<Shift>Left", "<Shift>Right" } },
  { FIGURE, N_ ("Choose up to the first or last mark"), NULL, { "<Shift>Home", "<Shift>End" } },
  { FIGURE, N_ ("Choose all marks"), NULL, { "<Control>a" } },
  { FIGURE, N_ ("Open the records behind a mark"), NULL, { "Return" } },
  { FIGURE, N_ ("Let go of the mark"), NULL, { "Escape" } },
  { STORIES, N_ ("Move the step up or down"), NULL, { "<Alt>Up", "<Alt>Down" } },
  { STORIES, N_ ("Edit the step"), NULL, { "Return" } },
  { STORIES, N_ ("Save the step"), NULL, { "<Control>s", "<Control>Return" } },
  { STORIES, N_ ("Remove the step"), NULL, { "Delete" } },
  { RECORDS, N_ ("Add a record"), "win.add-record", { "<Control><Shift>n" } },
  { RECORDS, N_ ("Edit the record"), NULL, { "Return" } },
  { RECORDS, N_ ("Previous and next record"), NULL, { "<Control>Page_Up", "<Control>Page_Down" } },
  { RECORDS, N_ ("Save the record"), NULL, { "<Control>s", "<Control>Return" } },
  { RECORDS, N_ ("Save the record and add another"), NULL, { "<Control><Shift>s" } },
  { RECORDS, N_ ("Edit the cell"), NULL, { "F2" } },
  { RECORDS, N_ ("Duplicate the record"), NULL, { "<Control>d" } },
  { RECORDS, N_ ("Delete the record"), NULL, { "Delete" } },
  { RECORDS, N_ ("Show or hide the history"), NULL, { "F9" } },
  { RECORDS, N_ ("Find"), "win.find", { "<Control>f" } },
  { RECORDS, N_ ("Back to the sources"), NULL, { "<Alt>Left" } },
  { GENERAL, N_ ("Signatories"), "win.page::signatories", { "<Alt>1" } },
  { GENERAL, N_ ("Growth"), "win.page::growth", { "<Alt>2" } },
  { GENERAL, N_ ("Agenda"), "win.page::agenda", { "<Alt>3" } },
  { GENERAL, N_ ("Stories"), "win.page::stories", { "<Alt>4" } },
  { GENERAL, N_ ("Records"), "win.page::records", { "<Alt>5" } },
  { GENERAL, N_ ("Sources"), "win.page::sources", { "<Alt>6" } },
  { GENERAL, N_ ("Next part of the window"), "win.part::next", { "F6" } },
  { GENERAL, N_ ("Previous part of the window"), "win.part::previous", { "<Shift>F6" } },
  { GENERAL, N_ ("Main menu"), NULL, { "F10" } },
  { GENERAL, N_ ("Preferences"), "app.preferences", { "<Control>comma" } },
  { GENERAL, N_ ("Help"), "app.help", { "F1" } },
  { GENERAL, N_ ("Keyboard shortcuts"), "app.shortcuts", { "<Control>question" } },
  { GENERAL, N_ ("Close the window"), "window.close", { "<Control>w" } },
  { GENERAL, N_ ("Quit"), "app.quit", { "<Control>q" } },
  { 0 },
};

const NscActionKey *
nsc_action_table_get (void)
{
  return keys;
}

void
nsc_action_table_install (GtkApplication *application)
{
  for (const NscActionKey *key = keys; key->title != NULL; key++)
    if (key->action != NULL)
      gtk_application_set_accels_for_action (application, key->action, key->accels);
}
