/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What nearly every file of src includes, read by the compiler once a folder. A file still names what it uses. */
#include <gio/gio.h>
