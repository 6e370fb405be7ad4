/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What nearly every file of src/ui includes, read by the compiler once for all. A file still names what it uses. */
#include <adwaita.h>
