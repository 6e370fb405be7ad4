/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Work on another thread for an object of this one, such as a widget. */

#include <gio/gio.h>

G_BEGIN_DECLS

/* g_task_run_in_thread, except that the thread never lets go of TASK's source object last: the context that TASK
 * answers in does. A widget that was removed while FUNC was at work must not be taken down beside the main loop. */
void nsc_task_run_in_thread (GTask *task, GTaskThreadFunc func);

G_END_DECLS
