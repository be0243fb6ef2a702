# SPDX-License-Identifier: GPL-3.0-or-later
"""An installation puts exactly these files in place, and a removal leaves no trace of them.

Usage: test-install.py PROJECT BUILD PREFIX MESON GLIB_COMPILE_SCHEMAS UPDATE_ICON_CACHE
"""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import tap

ROOT, BUILD, PREFIX = (Path(argument) for argument in sys.argv[1:4])
MESON, COMPILE_SCHEMAS, UPDATE_ICON_CACHE = sys.argv[4:]
LOG = BUILD / "meson-logs" / "install-log.txt"
ID = "io.github.htap_inventory.HtapInventory"
SCHEMAS = Path("share/glib-2.0/schemas")
ICONS = Path("share/icons/hicolor")

EXPECTED = {
    "bin/htap-inventory",
    "bin/htap-inventory-cli",
    f"share/applications/{ID}.desktop",
    f"share/applications/{ID}.Demo.desktop",
    f"share/dbus-1/services/{ID}.service",
    f"share/gnome-shell/search-providers/{ID}.search-provider.ini",
    f"share/metainfo/{ID}.metainfo.xml",
    f"{SCHEMAS}/{ID}.gschema.xml",
    f"{ICONS}/scalable/apps/{ID}.svg",
    f"{ICONS}/symbolic/apps/{ID}-symbolic.svg",
    *(f"share/locale/{language}/LC_MESSAGES/htap-inventory.mo"
      for language in (ROOT / "po" / "LINGUAS").read_text().split()),
}


def run(*command, **options) -> str:
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, **options)
    assert done.returncode == 0, f"{command} said:\n{done.stdout}"
    return done.stdout


@contextmanager
def installed():
    """Installs into a fresh folder; gives that folder, and the prefix in it."""
    with tempfile.TemporaryDirectory() as name:
        stage = Path(name)
        kept = stage / "log-of-the-last-real-installation"
        if LOG.exists():
            shutil.copy2(LOG, kept)
        try:
            run(MESON, "install", "-C", BUILD, "--no-rebuild", "--destdir", stage / "root")
            yield stage / "root", stage / "root" / PREFIX.relative_to("/")
        finally:
            LOG.unlink(missing_ok=True)
            if kept.exists():
                shutil.copy2(kept, LOG)


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}


def make_caches(prefix: Path) -> None:
    """What the installation does at the end, but not below a DESTDIR."""
    run(COMPILE_SCHEMAS, "--strict", prefix / SCHEMAS)
    run(UPDATE_ICON_CACHE, "-q", "-t", "-f", prefix / ICONS)
    assert (prefix / SCHEMAS / "gschemas.compiled").is_file()
    assert (prefix / ICONS / "icon-theme.cache").is_file()


def test_exactly_the_expected_files_are_installed():
    with installed() as (_, prefix):
        found = files(prefix)
        assert found == EXPECTED, f"missing {EXPECTED - found}, unexpected {found - EXPECTED}"


def test_programs_can_be_run_and_nothing_else():
    with installed() as (_, prefix):
        for name in files(prefix):
            mode = (prefix / name).stat().st_mode & 0o777
            assert mode == (0o755 if name.startswith("bin/") else 0o644), f"{name}: {mode:o}"


def test_bus_service_starts_the_installed_program():
    with installed() as (root, prefix):
        lines = (prefix / f"share/dbus-1/services/{ID}.service").read_text().splitlines()
        assert f"Name={ID}" in lines
        command = next(line for line in lines if line.startswith("Exec=")).removeprefix("Exec=")
        program, *options = command.split()
        assert options == ["--gapplication-service"]
        assert os.access(root / Path(program).relative_to("/"), os.X_OK), program


def test_installed_program_knows_its_version():
    with installed() as (_, prefix):
        for name in ("htap-inventory", "htap-inventory-cli"):
            assert run(prefix / "bin" / name, "--version").startswith(f"{name} ")


def test_nothing_installed_names_the_folder_it_was_built_in():
    """The locations of the texts and of the program are below the prefix, which may be there."""
    with installed() as (_, prefix):
        for name in files(prefix):
            if not name.startswith("bin/"):
                content = (prefix / name).read_bytes().replace(os.fsencode(PREFIX), b"")
                assert os.fsencode(ROOT) not in content, name


def test_ids_agree():
    """Every file that is found by the application's id has that id in it, and no other."""
    with installed() as (_, prefix):
        known = (ID.encode(), f"/{ID.replace('.', '/')}/".encode())
        for name in files(prefix):
            if ID in name and not name.endswith(".svg"):
                assert any(form in (prefix / name).read_bytes() for form in known), name
        for program in ("htap-inventory", "htap-inventory-cli"):
            assert ID.encode() in (prefix / "bin" / program).read_bytes(), program


def test_ninja_uninstall_leaves_no_file():
    with installed() as (root, _):
        run(MESON, "--internal", "uninstall", cwd=BUILD)  # what `ninja uninstall` runs
        left = files(root)
        assert not left, left


def test_removal_takes_the_caches_and_folders_too():
    with installed() as (root, prefix):
        make_caches(prefix)
        run(ROOT / "build-aux" / "uninstall", BUILD)
        left = sorted(str(path.relative_to(root)) for path in root.rglob("*"))
        assert not left, left


def test_removal_spares_the_neighbours():
    with installed() as (root, prefix):
        schema = prefix / SCHEMAS / "org.example.Neighbour.gschema.xml"
        schema.write_text('<schemalist><schema id="org.example.Neighbour" path="/org/example/"/>'
                          '</schemalist>')
        icon = prefix / ICONS / "scalable" / "apps" / "org.example.Neighbour.svg"
        shutil.copy(ROOT / "data" / "icons" / f"{ID}.svg", icon)
        make_caches(prefix)
        run(ROOT / "build-aux" / "uninstall", BUILD)
        assert files(prefix) == {
            str(schema.relative_to(prefix)), f"{SCHEMAS}/gschemas.compiled",
            str(icon.relative_to(prefix)), f"{ICONS}/icon-theme.cache",
        }
        for cache in (f"{SCHEMAS}/gschemas.compiled", f"{ICONS}/icon-theme.cache"):
            content = (prefix / cache).read_bytes()
            assert b"htap" not in content and b"Neighbour" in content, cache


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
