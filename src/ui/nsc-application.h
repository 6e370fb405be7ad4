/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The program: one process, a window per project. Opens the files it is given; with --example the example project;
 * without either the project that was open last, where the person wants that, else a window that offers to open one.
 * Main thread only. */

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_APPLICATION_ID "io.github.normscape.Normscape"

#define NSC_TYPE_APPLICATION (nsc_application_get_type ())
G_DECLARE_FINAL_TYPE (NscApplication, nsc_application, NSC, APPLICATION, AdwApplication)

/* FLAGS are joined to those that the program needs; tests ask for G_APPLICATION_NON_UNIQUE. */
NscApplication *nsc_application_new (GApplicationFlags flags);

/* The program's settings, NULL where their schema is not installed. Owned by the application. */
GSettings *nsc_application_get_settings (NscApplication *self);

/* Those of the program that runs; NULL also where it is another, such as a test. */
GSettings *nsc_application_get_default_settings (void);

/* Each window makes its file whole first, and may ask what is to become of words that were not saved; the program ends
 * with the last. */
void nsc_application_close_windows (NscApplication *self);

G_END_DECLS
