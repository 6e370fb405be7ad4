/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What tests of widgets need: a window to show them in, keys and a pointer, and waiting on conditions. */

#include "nsc-project.h"

#include <adwaita.h>

void ui_fixture_init (int *argc, char ***argv);

/* Shows WIDGET in a window and waits until it is drawn. */
GtkWidget *ui_fixture_show (GtkWidget *widget, int width, int height);

/* Destroys the window and waits until it is gone; fails the test where something keeps it. */
void ui_fixture_close (GtkWidget *window);

/* Presses KEY on WIDGET as its own shortcuts know it; FALSE where it does nothing. */
gboolean ui_fixture_press (GtkWidget *widget, guint key);
gboolean ui_fixture_press_with (GtkWidget *widget, guint key, GdkModifierType modifiers);

void ui_fixture_point (GtkWidget *widget, double x, double y);
void ui_fixture_click (GtkWidget *widget, double x, double y);

/* Runs the main loop until TEST is true of DATA; fails the test after a minute, which is long even for a busy machine,
 * or as many seconds as are set. */
typedef gboolean (*UiFixtureTest) (gpointer data);
void ui_fixture_wait (UiFixtureTest test, gpointer data);
void ui_fixture_set_patience (guint seconds);

/* The first widget of TYPE below ROOT, or NULL. */
gpointer ui_fixture_find (GtkWidget *root, GType type);

/* Whether a label that is to be seen below ROOT has WORDS in it. */
gboolean ui_fixture_shows (GtkWidget *root, const char *words);

/* The button below ROOT with that label, underlines included, or NULL. */
GtkWidget *ui_fixture_find_button (GtkWidget *root, const char *label);

/* A project in a folder of its own: the example, or without records. */
NscProject *ui_fixture_open_project (gboolean example);
void ui_fixture_close_project (NscProject *project);

/* Saves RECORD as a person does who edits it, and waits until it is saved; fails the test where it cannot be. */
void ui_fixture_save (NscProject *project, NscRecord *record);
