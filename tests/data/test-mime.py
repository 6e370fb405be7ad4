#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Desktops know a project by its name and by its content."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from tap import Tap

PROJECT = "application/vnd.normscape"
APPLICATION_ID = 0x4E534350


def write_database(path, application_id):
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA application_id = {application_id}")
        connection.execute("CREATE TABLE t (x)")
    connection.close()


def content_type(path, environment):
    output = subprocess.run(["gio", "info", "--attributes=standard::content-type", path], env=environment, check=True,
                            capture_output=True, text=True).stdout
    return output.split("standard::content-type:")[1].strip()


def description(language, environment):
    """What a file manager calls a project."""
    return subprocess.run([sys.executable, "-c", "from gi.repository import Gio\n"
                           f"print(Gio.content_type_get_description('{PROJECT}'))"], env=environment | {"LC_ALL": language},
                          check=True, capture_output=True, text=True).stdout.strip()


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        packages = folder / "share" / "mime" / "packages"
        packages.mkdir(parents=True)
        shutil.copy(sys.argv[1], packages)
        shutil.copy("/usr/share/mime/packages/freedesktop.org.xml", packages)
        environment = dict(os.environ, XDG_DATA_HOME=str(folder / "share"), XDG_DATA_DIRS=str(folder / "share"))
        subprocess.run(["update-mime-database", folder / "share" / "mime"], check=True, env=environment)

        write_database(folder / "project", APPLICATION_ID)
        write_database(folder / "other", 1)
        shutil.copy(folder / "project", folder / "named.normscape")

        tap.equal("a project without its ending", content_type(folder / "project", environment), PROJECT)
        tap.equal("a project with its ending", content_type(folder / "named.normscape", environment), PROJECT)
        tap.equal("somebody else's database", content_type(folder / "other", environment), "application/vnd.sqlite3")
        tap.equal("its name in each language",
                  [description(f"{language}.UTF-8", environment) for language in ("en_US", "zh_CN")],
                  ["Normscape project", "规范图景项目"])
    tap.finish()


main()
