/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A question to an open project, answered on a worker thread: takes a reader there, asks, gives it back. Counts the
 * questions under way, since a project can only be closed when every reader is back. Start, finish and close on the
 * main thread; the function of the question runs on the worker. */

#include "nsc-project.h"

G_BEGIN_DECLS

/* The answer, or NULL with ERROR set. */
typedef gpointer (*NscInquiryFunc) (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error);

/* DATA is freed with FREE_DATA when the question is done; an answer that nobody takes is freed with FREE_ANSWER. */
void nsc_inquiry_start (NscProject *project,
                        NscInquiryFunc func,
                        gpointer data,
                        GDestroyNotify free_data,
                        GDestroyNotify free_answer,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
gpointer nsc_inquiry_finish (GAsyncResult *result, GError **error);

/* ---- the last question of an object ---- */

/* OWNER gets the answer, which it has to free with FREE_ANSWER then, or NULL with ERROR set. */
typedef void (*NscInquiryTakeFunc) (gpointer owner, gpointer answer, const GError *error);

/* Asks for OWNER, a GObject that keeps what can cancel its question in a member: CANCELLABLE is the place of that, NULL
 * while nothing is asked. A question that was under way is cancelled. TAKE is called with CANCELLABLE NULL again, and
 * not at all where OWNER is gone by then or has cancelled: no late answer reaches it. */
void nsc_inquiry_ask (gpointer owner,
                      GCancellable **cancellable,
                      NscProject *project,
                      NscInquiryFunc func,
                      gpointer data,
                      GDestroyNotify free_data,
                      GDestroyNotify free_answer,
                      NscInquiryTakeFunc take);

/* Cancels what is under way, if anything. */
void nsc_inquiry_cancel (GCancellable **cancellable);

/* ---- the end ---- */

/* Closes the project's store without blocking, after the last question under way is answered. Cancel those first. */
void nsc_inquiry_close_async (NscProject *project, GAsyncReadyCallback callback, gpointer user_data);
gboolean nsc_inquiry_close_finish (GAsyncResult *result, GError **error);

G_END_DECLS
