#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest as far as it can be judged without the runtime that it needs."""

import json
import re
import sys
from pathlib import Path

from tap import Tap

APPLICATION_ID = "io.github.normscape.Normscape"
PERMISSIONS = {"--socket=wayland", "--socket=fallback-x11", "--share=ipc", "--device=dri"}
# What the build may ask for and the runtime lacks, or has without what we need, by the module that brings it.
MODULES = {
    "gsl": "gsl",
    "igraph": "igraph",
    "poppler-glib": "poppler",
    "sqlite3": "sqlite",
    "uchardet": "uchardet",
    "xlsxwriter": "libxlsxwriter",
}
# The keys that flatpak-builder's schema has, of those that we may want; another is a slip, which it would pass over.
KEYS = {
    "manifest": {"id", "runtime", "runtime-version", "sdk", "command", "finish-args", "cleanup", "modules"},
    "module": {"name", "buildsystem", "config-opts", "build-options", "cleanup", "sources"},
    "build-options": {"cflags"},
    "archive": {"type", "url", "sha256"},
    "git": {"type", "url", "tag", "commit"},
    "dir": {"type", "path", "skip"},
}


def strange_keys(manifest):
    parts = [("manifest", manifest)]
    for module in manifest["modules"]:
        parts += [("module", module), ("build-options", module.get("build-options", {}))]
        parts += [(source["type"], source) for source in module["sources"]]
    return [f"{kind}: {key}" for kind, part in parts for key in part.keys() - KEYS.get(kind, set())]


def is_pinned(source):
    if source["type"] == "dir":
        return source["path"] == ".."
    if source["type"] == "archive":
        return source["url"].startswith("https://") and re.fullmatch("[0-9a-f]{64}", source.get("sha256", ""))
    return (source["type"] == "git" and source["url"].startswith("https://")
            and re.fullmatch("[0-9a-f]{40}", source.get("commit", "")))


def main():
    tap = Tap()
    manifest_path, root = Path(sys.argv[1]), Path(sys.argv[2])
    manifest = json.loads(manifest_path.read_text(encoding="utf-8"))
    modules = {module["name"]: module for module in manifest["modules"]}
    asked = {name for build in [root / "meson.build", *(root / "src").rglob("meson.build")]
             for name in re.findall(r"dependency\('([^']+)'", build.read_text(encoding="utf-8"))}

    tap.equal("id, which is the file's name", (manifest["id"], manifest_path.stem), (APPLICATION_ID, APPLICATION_ID))
    tap.equal("runtime and SDK", (manifest["runtime"], manifest["sdk"], manifest["runtime-version"]),
              ("org.gnome.Platform", "org.gnome.Sdk", "51"))
    tap.equal("command", manifest["command"], "normscape")
    tap.equal("permissions", set(manifest["finish-args"]), PERMISSIONS)
    tap.check("every key is one of the schema", strange_keys(manifest))
    tap.check("every module has a build system and sources",
              [name for name, module in modules.items() if not module.get("buildsystem") or not module.get("sources")])
    tap.check("every source is pinned",
              [f"{name}: {source}" for name, module in modules.items() for source in module["sources"]
               if not is_pinned(source)])
    tap.check("libraries that the runtime lacks have a module",
              [name for name in asked & MODULES.keys() if MODULES[name] not in modules])
    tap.check("the tests, which need more programs than the SDK has, are left out",
              {"-Dtests=false"} - set(modules["normscape"]["config-opts"]))
    tap.equal("the program comes last", manifest["modules"][-1]["name"], "normscape")
    tap.finish()


main()
