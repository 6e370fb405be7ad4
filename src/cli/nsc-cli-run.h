/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The whole of normscape-cli but for the end of the process: finds the verb and runs it. Main thread only. */

/* ARGV as main has it. Gives the exit status; what was printed may still be in the buffers of the streams. */
int nsc_cli_run (int argc, char *argv[]);
