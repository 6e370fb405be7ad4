#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is installed: these files and no others, each accepted by the program of the system that reads it, and each naming
only what is there. Nothing of the real system is touched."""

import configparser
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import gi

gi.require_version("AppStream", "1.0")
from gi.repository import AppStream, Gio  # noqa: E402

from tap import Tap  # noqa: E402

ID = "io.github.normscape.Normscape"
VERBS = ["check", "create", "export", "figure", "history", "import", "list", "redo", "report", "undo"]
FILES = {
    "bin/normscape",
    "bin/normscape-cli",
    f"share/applications/{ID}.desktop",
    "share/bash-completion/completions/normscape-cli",
    f"share/dbus-1/services/{ID}.service",
    "share/fish/vendor_completions.d/normscape-cli.fish",
    f"share/glib-2.0/schemas/{ID}.gschema.xml",
    f"share/icons/hicolor/scalable/apps/{ID}.svg",
    f"share/icons/hicolor/scalable/mimetypes/{ID}-project.svg",
    f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
    "share/locale/zh_CN/LC_MESSAGES/normscape.mo",
    "share/man/man1/normscape.1",
    "share/man/man1/normscape-cli.1",
    *(f"share/man/man1/normscape-cli-{verb}.1" for verb in VERBS),
    f"share/metainfo/{ID}.metainfo.xml",
    f"share/mime/packages/{ID}.xml",
    "share/zsh/site-functions/_normscape-cli",
}


def key_file(path):
    found = configparser.ConfigParser(interpolation=None)
    found.optionxform = str
    found.read(path, encoding="utf-8")
    return found


def refusals(*command, **environment):
    """What a program says where it does not accept what it is given."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
                          env=dict(os.environ, **environment))
    return (done.stdout.splitlines() or ["nothing said"]) if done.returncode else []


def icons(share):
    return {path.stem for path in (share / "icons" / "hicolor").rglob("*.svg")}


def check_programs(tap, prefix):
    """Each reads the copy, in which it may write its caches."""
    share = prefix / "share"
    tap.check("the desktop file is valid", refusals("desktop-file-validate", share / "applications" / f"{ID}.desktop"))
    tap.check("desktops find it", refusals("update-desktop-database", share / "applications"))
    tap.check("software centres read the metainfo", refusals(
        "appstreamcli", "validate", "--no-net", "--pedantic", "--explain", share / "metainfo" / f"{ID}.metainfo.xml"))
    tap.check("the metainfo and the desktop file agree", refusals("appstreamcli", "validate-tree", "--no-net", prefix))
    tap.check("the settings are valid", refusals(
        "glib-compile-schemas", "--strict", "--dry-run", share / "glib-2.0" / "schemas"))
    tap.check("the type of projects is known", refusals(
        "update-mime-database", share / "mime", XDG_DATA_HOME=str(share), XDG_DATA_DIRS=str(share)))
    tap.check("the icons are indexed", refusals(
        "gtk4-update-icon-cache", "--force", "--ignore-theme-index", share / "icons" / "hicolor"))
    tap.check("the icons can be drawn", [
        problem for path in (share / "icons").rglob("*.svg") for size in ("16", "256")
        for problem in refusals("rsvg-convert", f"--width={size}", f"--height={size}", f"--output={prefix}/icon.png", path)])


def check_names(tap, prefix, installed_prefix):
    share = prefix / "share"
    desktop = key_file(share / "applications" / f"{ID}.desktop")["Desktop Entry"]
    service = key_file(share / "dbus-1" / "services" / f"{ID}.service")["D-BUS Service"]
    mime = ElementTree.parse(share / "mime" / "packages" / f"{ID}.xml").getroot()
    metainfo = ElementTree.parse(share / "metainfo" / f"{ID}.metainfo.xml").getroot()
    namespace = "{http://www.freedesktop.org/standards/shared-mime-info}"

    tap.equal("the bus starts the program as a service", (service["Name"], service["Exec"]),
              (ID, f"{installed_prefix}/bin/normscape --gapplication-service"))
    tap.equal("desktops start it by the bus", desktop["DBusActivatable"], "true")
    tap.equal("the type of projects", (desktop["MimeType"], [node.get("type") for node in mime], metainfo.findtext(
        "provides/mediatype")), ("application/vnd.normscape;", ["application/vnd.normscape"], "application/vnd.normscape"))
    named = {desktop["Icon"], metainfo.findtext("icon"), *(node.get("name") for node in mime.iter(namespace + "icon"))}
    tap.equal("the icons that are named, and the symbolic one, are there", icons(share), named | {f"{ID}-symbolic"})
    # Only files that begin with the id are let out of a Flatpak's sandbox.
    tap.check("the icons begin with the id", [name for name in icons(share) if not name.startswith(ID)])
    tap.equal("the programs that are named are there", {node.text for node in metainfo.iter("binary")},
              {path.name for path in (prefix / "bin").iterdir()})


def shown(path, locale):
    """What a software centre shows to a person of LOCALE."""
    metadata = AppStream.Metadata()
    metadata.set_locale(locale)
    metadata.parse_file(Gio.File.new_for_path(str(path)), AppStream.FormatKind.XML)
    component = metadata.get_component()
    yield component.get_name()
    yield component.get_summary()
    yield component.get_description()
    for screenshot in component.get_screenshots_all():
        yield screenshot.get_caption()
    for release in component.get_releases_plain().get_entries():
        yield release.get_description()


def check_metainfo(tap, path, root, version):
    """What software centres show."""
    metainfo = ElementTree.parse(path).getroot()
    releases = metainfo.findall("releases/release")
    tap.equal("the newest release is this version", releases[0].get("version"), version)
    tap.check("each release has notes", [release.get("version") for release in releases
                                         if not release.findall("description/*")])
    tap.check("the releases come the newest first", [] if [release.get("date") for release in releases] == sorted(
        (release.get("date") for release in releases), reverse=True) else ["by date they do not"])
    english, chinese = (list(shown(path, locale)) for locale in ("en_US", "zh_CN"))
    tap.equal("as much is said in Chinese as in English", [text.count("<") for text in chinese],
              [text.count("<") for text in english])
    tap.check("and in Chinese letters", [text for part in chinese for text in re.split("\\s*<[^>]+>\\s*", part)
                                         if text and not re.search("[\u4e00-\u9fff]", text)])
    tap.check("a screenshot has a caption and is in the repository", [
        image for shot in metainfo.iter("screenshot") for image in [shot.findtext("image")]
        if not shot.findtext("caption") or not (root / image.split("/main/")[1]).is_file()])
    tap.equal("the content is rated", metainfo.find("content_rating").get("type"), "oars-1.1")


def main():
    tap = Tap()
    build, root, installed_prefix, version = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["meson", "install", "-C", build, "--no-rebuild", "--quiet", "--destdir", folder], check=True,
                       stdout=subprocess.DEVNULL)
        prefix = Path(folder) / Path(installed_prefix).relative_to("/")
        found = {str(path.relative_to(prefix)) for path in prefix.rglob("*") if not path.is_dir()}
        tap.check("all that belongs to it is installed, and nothing else",
                  [f"missing: {path}" for path in sorted(FILES - found)] + [f"not expected: {path}" for path in sorted(found - FILES)])
        tap.check("nothing is installed elsewhere",
                  [path for path in Path(folder).rglob("*") if not path.is_dir() and prefix not in path.parents])
        check_names(tap, prefix, installed_prefix)
        check_metainfo(tap, prefix / "share" / "metainfo" / f"{ID}.metainfo.xml", root, version)
        check_programs(tap, prefix)
    tap.finish()


main()
