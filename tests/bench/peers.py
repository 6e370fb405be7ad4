# SPDX-License-Identifier: GPL-3.0-or-later
"""What a scholar would use instead: scripts of other programs, and the data that their own generator makes."""

import functools
import shutil
import subprocess

from measuring import tell

PYTHON, R = ["python3", "-c"], ["Rscript", "--vanilla", "-e"]
PANDAS = [*PYTHON, "import pandas"]
# How many rows the scripts of the job import have.
ROWS_OF_THE_IMPORT = 1_000_000
# By job: a peer's name, what shows that it is there, and its script with what follows the folder of data.
PEERS = {
    "figure": [
        ("gnuplot", ["gnuplot", "--version"], ["sh", "a_gnuplot.sh"], []),
        ("matplotlib", [*PYTHON, "import matplotlib"], ["python3", "a_mpl.py"], []),
        ("ggplot2", [*R, "library(ggplot2); library(svglite)"], ["Rscript", "--vanilla", "a_ggplot.R"], []),
    ],
    "agenda": [
        ("pandas", PANDAS, ["python3", "b_pandas.py"], ["{size}"]),
        ("data.table", [*R, "library(RSQLite); library(data.table)"], ["Rscript", "--vanilla", "b_agenda.R"],
         ["{size}", "dt"]),
        ("sqlite3", ["sqlite3", "--version"], ["sh", "b_sql.sh"], ["{size}"]),
    ],
    "import": [
        ("pandas", PANDAS, ["python3", "h_pandas.py"], []),
        ("Python's csv", [*PYTHON, "import csv"], ["python3", "h_csv.py"], []),
    ],
}


@functools.cache
def make_data(bench):
    """The data of the scripts; None where their generator cannot run."""
    data, sizes = bench.folder / "peers", bench.options.sizes
    if all((data / name).exists() for name in ["signatories.csv", *(f"codings_{size}.db" for size in sizes)]):
        return data
    if subprocess.run([*PYTHON, "import numpy"], capture_output=True).returncode:
        tell("The peers' data are not there: their generator needs numpy.")
        return None
    tell("Making the peers' data.")
    bench.run("python3", bench.options.peers / "gen.py", data, *sizes)
    return data


def add_peers(bench, job, kind, ours, size=None):
    """Beside OURS what the peers' scripts of this KIND of job take, where they are asked for."""
    if not bench.options.peers:
        return
    data = make_data(bench)
    for name, probe, (*runner, script), words in PEERS[kind]:
        its = None
        if data and shutil.which(probe[0]) and subprocess.run(probe, capture_output=True).returncode == 0:
            tell(f"Measuring {name}.")
            its = bench.measure(*runner, bench.options.peers / script, data, *(word.format(size=size) for word in words))
        bench.add(job, ours, name, "peer", its)
