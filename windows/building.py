"""From the registries to the finished setup: every step of the build, in order.

What a step makes lies in build/windows/ and is made anew with every build; what was fetched stays there as long as it
is what the locks pin.
"""

import os
import shutil
import tomllib
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from windows import (
    bill,
    bytecode,
    components,
    cpython,
    fetching,
    imports,
    launcher,
    licences,
    older,
    payload,
    setup,
    signing,
    sums,
)
from windows.agreement import EXE, Built, Runner
from windows.components import Source, Text
from windows.fetching import ROOT
from windows.steps import Missing, Step, step

BUILD = ROOT / "build" / "windows"
SITE = "python/Lib/site-packages"
SEARCH = f"{Path(cpython.DLL).stem}._pth"
PYTHON_PATHS = ("Lib", "DLLs", "Lib\\site-packages", "..\\app")
"""Where modules are looked for, from python\\ on: nowhere else (the file SEARCH says so)."""
LICENCES, BILL = "Lizenzen.txt", "iKonzept.cdx.json"
OLDER = "0.0.1"
INSTALLED, SETUP = 150_000_000, 45_000_000
"""Bytes that the installed program and the setup may have."""
_UNINSTALLER = 4_500_000
"""Bytes that the setup lays down beside the payload: its uninstaller, and the list by which that works."""


def version() -> str:
    """Give the program's version, as pyproject.toml says it."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def build(runner: Runner, tools: Path, *, python: Path | None = None, quick: bool = False) -> Built:
    """Build the setup; raises Missing, PayloadError, CalledProcessError and TimeoutExpired.

    `tools` is a Python with the packages of requirements/windows-tools.txt, `python` an archive with CPython to be
    taken in place of the pinned one; a quick build packs less tightly.
    """
    number = version()
    laid = BUILD / "payload"
    sources = lay_down(laid, number, tools, python)
    with step("Bytecode, by the CPython of the payload under Wine") as current:
        current.say(bytecode.compile_all(runner, laid))
    with step("Licences and bill of materials") as current:
        _document(laid, number, tools, sources, current)
    with step("Size of what is installed") as current:
        current.say(bounded("installed, with its uninstaller", payload.folder_size(laid) + _UNINSTALLER, INSTALLED))
    with step(f"Setup, by Inno Setup's compiler under Wine{' (quickly)' if quick else ''}") as current:
        inno = fetching.fetch_inno_setup(BUILD / "fetched" / "inno")
        exe = setup.make(runner, inno, laid, number, BUILD / "out", quick=quick)
        current.say(f"{exe.relative_to(ROOT)}, SHA-256 {fetching.sha256(exe)}")
        size = exe.stat().st_size
        current.say(f"{size / 1e6:.1f} MB, quickly packed" if quick else bounded("setup", size, SETUP))
    beside = exe.with_name(f"{exe.stem}.cdx.json")
    shutil.copyfile(laid / BILL, beside)
    exe.with_name(f"{exe.name}.sha256").write_text(f"{fetching.sha256(exe)} *{exe.name}\n", encoding="ascii")
    return Built(number, exe, laid, beside)


def build_older(runner: Runner, built: Built) -> Built:
    """Pack an older payload, with the same runner, under a lower number: what an upgrade is tried on."""
    laid = BUILD / "older-payload"
    older.lay_down_older(built.payload, laid, OLDER)
    inno = fetching.fetch_inno_setup(BUILD / "fetched" / "inno")
    with step(f"Setup of an older payload, {OLDER}, to be upgraded") as current:
        exe = setup.make(runner, inno, laid, OLDER, BUILD / "older", quick=True)
        current.say(str(exe.relative_to(ROOT)))
    return Built(OLDER, exe, laid, built.bill)


def lay_down(laid: Path, number: str, tools: Path, python: Path | None = None) -> list[Source]:
    """Lay down everything but bytecode, licences and bill, and give what it is made of; Wine has no part in it."""
    shutil.rmtree(laid, ignore_errors=True)
    lines = payload.read_lines(payload.LINES.read_text(encoding="utf-8"))
    with step("Wheels for Windows, fetched and checked by hash") as current:
        wheels = fetching.fetch_wheels(BUILD / "fetched" / "wheels")
        current.say(f"{len(wheels)} packages of {fetching.WHEELS.relative_to(ROOT)}")
    payload.check_sources(lines, ["cpython", *wheels])
    with step("CPython, checked by hash and signatures") as current:
        archive = python or fetching.fetch_python(tools, BUILD / "fetched" / "python")
        tree = cpython.unpack(archive, BUILD / "cpython")
        sources = [_lay_down_python(laid, lines["cpython"], archive, tree, current)]
    with step("Payload, file by file after payload.txt") as current:
        for pin in fetching.read_pins(fetching.WHEELS):
            files = payload.lay_down_wheel(pin.name, wheels[pin.name], laid / SITE, lines[pin.name])
            below = [f"{SITE}/{file}" for file in files]
            sources.append(components.source_of_wheel(pin.name, pin.version, wheels[pin.name], below))
        _lay_down_ours(laid, number)
        everything = [*payload.files_of_tree(tree), *chain.from_iterable(map(payload.files_of_wheel, wheels.values()))]
        _check_imports(laid, everything, sources)
        current.say(f"{len(payload.files_of_tree(laid))} files")
    with step("Launcher with icon and version, by zig") as current:
        shutil.copyfile(launcher.compile_launcher(tools, number, BUILD / "launcher"), laid / EXE)
        signed = ", signed" if signing.sign(laid / EXE) else ""
        current.say(f"{EXE}, {(laid / EXE).stat().st_size} bytes{signed}")
    return sources


def bounded(name: str, size: int, bound: int) -> str:
    """Tell a size beside its bound; raises Missing where it is larger."""
    told = f"{name}: {size / 1e6:.1f} MB of {bound / 1e6:.0f} MB"
    if size > bound:
        raise Missing(f"Too large – {told}")
    return told


def _lay_down_python(laid: Path, lines: list[payload.Line], archive: Path, tree: Path, current: Step) -> Source:
    files = payload.lay_down_tree("cpython", tree, laid / "python", lines)
    current.say(f"CPython {cpython.version_of(tree)} of {archive.name}, SHA-256 {fetching.sha256(archive)}")
    current.say(cpython.check_signatures(tree, files, pinned=cpython.is_pinned(archive)))
    (laid / "python" / SEARCH).write_text("\n".join(PYTHON_PATHS) + "\n", encoding="utf-8")
    return Source(
        "cpython",
        cpython.version_of(tree),
        tuple(f"python/{file}" for file in files),
        (Text("LICENSE.txt", (tree / "LICENSE.txt").read_text(encoding="utf-8")),),
        title="CPython",
        sha256=fetching.sha256(archive),
    )


def _lay_down_ours(laid: Path, number: str) -> None:
    """Copy our package and our resources, and what says which version they are."""
    without = shutil.ignore_patterns("__pycache__")
    for folder in ("ikonzept_desktop", "resources"):
        shutil.copytree(ROOT / folder, laid / "app" / folder, ignore=without)
    about = laid / "app" / f"ikonzept_desktop-{number}.dist-info"
    about.mkdir()
    said = f"Metadata-Version: 2.4\nName: ikonzept-desktop\nVersion: {number}\nLicense-Expression: EUPL-1.2\n"
    (about / "METADATA").write_text(said, encoding="utf-8")


def _check_imports(laid: Path, everything: Iterable[str], sources: Iterable[Source]) -> None:
    """Hold what stays behind of all files of the sources against what our package imports."""
    coming = [file.removeprefix(f"{SITE}/").removeprefix("python/") for source in sources for file in source.files]
    imports.check_imports(laid / "app" / "ikonzept_desktop", everything, coming)


def _document(laid: Path, number: str, tools: Path, sources: list[Source], current: Step) -> None:
    """Write licences page and bill of materials into the payload, which holds nothing else but what they tell of."""
    told = [file.removeprefix("python/") for source in sources for file in source.files]
    payload.check_owned(laid / "python", [SEARCH, *told])
    said = components.said_of_all()
    inno = fetching.fetch_inno_setup(BUILD / "fetched" / "inno")
    version_of_inno = fetching.INNO_SETUP.partition("@")[2]
    licence = Text("license.txt", (inno / "license.txt").read_text(encoding="utf-8-sig", errors="replace"))
    installer = Source("inno-setup", version_of_inno, (), (licence,))
    resources = components.sources_of_resources(said, laid / "app" / "resources", "app/resources")
    found = components.components([*sources, installer, *resources], said)
    ours = Text("LICENSE", (ROOT / "LICENSE").read_text(encoding="utf-8"))
    page = licences.page(number, ours, found)
    (laid / LICENCES).write_text(page, encoding="utf-8-sig", newline="")  # the setup tells UTF-8 by the mark
    (laid / sums.NAME).write_text(sums.written(laid), encoding="utf-8", newline="\n")
    written = bill.written(bill.bill(number, found, laid, _now()))
    (laid / BILL).write_text(written, encoding="utf-8", newline="\n")
    bill.check(tools, laid / BILL)
    current.say(f"{len(found)} components, each with its licence's text; {BILL} is CycloneDX {bill.SPECIFICATION}")


def _now() -> datetime:
    """Give the time of the build; SOURCE_DATE_EPOCH, where it is set, for builds that are to be the same."""
    said = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(said), UTC) if said else datetime.now(UTC)
