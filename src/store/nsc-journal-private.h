/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The -wal beside a project that is open for writing: steps are collected in it, so that others read meanwhile and a
 * step that is refused never touches the project. The connection's thread. */

#include "nsc-connection-private.h"

G_BEGIN_DECLS

/* From here on CONNECTION, whose file was found whole, writes by way of the journal. No byte of the file is changed. */
gboolean nsc_journal_begin (NscConnection *connection, GError **error);

/* Brings what is in the journal into the file and takes it away. TRUE also where another process still has the file
 * open, which then does that. */
gboolean nsc_journal_end (NscConnection *connection, GError **error);

G_END_DECLS
