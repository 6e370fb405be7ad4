/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The error domain of every layer below the window. A message is a whole sentence for a person: what is wrong,
 * where, and what to do. The code says what kind of trouble it is, so that the command line can choose an exit
 * status and the window a place to show it. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

#define NSC_ERROR (nsc_error_quark ())

typedef enum
{
  NSC_ERROR_USAGE,           /* an option or a word of the command line is off */
  NSC_ERROR_INPUT,           /* a value or a file was refused; nothing was written */
  NSC_ERROR_NOT_FOUND,       /* no record, table or file of that name */
  NSC_ERROR_CONFLICT,        /* the change contradicts what is recorded or would leave records without a target */
  NSC_ERROR_OUTPUT,          /* the output cannot be written */
  NSC_ERROR_NOTHING_TO_UNDO, /* there is no step to undo or redo */
  NSC_ERROR_NOT_A_PROJECT,   /* the file is empty or another program's */
  NSC_ERROR_DAMAGED,         /* the file is a project but not whole */
  NSC_ERROR_NEWER,           /* the file was made by a newer version */
  NSC_ERROR_RECOVERY,        /* only a writer can recover the file */
  NSC_ERROR_READ_ONLY,       /* the file or its folder cannot be written */
  NSC_ERROR_BUSY,            /* another program holds the file */
  NSC_ERROR_FULL,            /* no room left on the device */
  NSC_ERROR_STORAGE,         /* any other trouble of the storage */
} NscError;

GQuark nsc_error_quark (void);

G_END_DECLS
