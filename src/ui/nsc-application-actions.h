/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The actions of the program as a whole: about, help, preferences, keyboard shortcuts, quit. Main thread only. */

#include "nsc-application.h"

G_BEGIN_DECLS

void nsc_application_actions_add (NscApplication *application);

G_END_DECLS
