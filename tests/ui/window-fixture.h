/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The real window: one program for all tests of a process, a window with the example, its pages, records and
 * dialogs, and closing as a person does. Main thread only. */

#include "nsc-window.h"

#include "ui-fixture.h"

/* Registers the program, which a process does once. */
void window_fixture_init (int *argc, char ***argv);

NscApplication *window_fixture_get_application (void);

/* Runs the tests and lets go of the program. */
int window_fixture_run (void);

/* A window that is drawn. */
NscWindow *window_fixture_show (void);

/* Without a compositor the window's border is part of its size. */
#define WINDOW_FIXTURE_BORDER 5

/* Waits until it is as wide within its border and is drawn so: the display resizes it when it has time to. */
void window_fixture_wait_for_width (NscWindow *window, int width);
void window_fixture_resize (NscWindow *window, int width, int height);

void window_fixture_wait_for_project (NscWindow *window);
void window_fixture_open_example (NscWindow *window);

/* Waits until the figure of the page is drawn, where it has one. */
void window_fixture_wait_for_figure (NscWindow *window);

/* Closes it as a person does, and waits until its file is whole. */
void window_fixture_close (NscWindow *window);

/* A record more in its project, as a step that can be undone. */
void window_fixture_add_sector (NscWindow *window, const char *name);

/* The dialog that is to be seen, or NULL. */
AdwDialog *window_fixture_get_dialog (NscWindow *window);
AdwDialog *window_fixture_wait_for_dialog (NscWindow *window);

/* Without asking, and waits until it is gone. */
void window_fixture_close_dialog (NscWindow *window);
