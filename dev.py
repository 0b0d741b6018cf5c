"""The developer's one command: make the environment, then run, test, check or measure the program.

Standard library only: it runs on Debian's bare python3, without pip and without python3-venv.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
EXAMPLE = ROOT / "build" / "example"
OLDEST, NEWEST = (3, 11), (3, 13)

# Debian's names. Qt needs the first list for pictures without a display, the second for a window.
OFFSCREEN = ["libdbus-1-3", "libegl1", "libfontconfig1", "libgl1", "libglib2.0-0", "libxkbcommon0"]
WINDOW = ["libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxkbcommon-x11-0"]
# The judges of the tests and the yardsticks of the benchmarks; the fonts have the widths of Calibri and Arial.
JUDGES = ["fonts-crosextra-carlito", "fonts-liberation", "libreoffice-writer", "pandoc", "poppler-utils", "qpdf"]
HANDS = ["python3-uno"]  # edits in LibreOffice, as a reviewer's hands
POWER = ["strace"]  # cuts the power between two calls of the system
KEYS = ["xauth", "xdotool", "xvfb"]  # real keys in a real window
SIGNATURES = ["openssl", "osslsigncode"]  # those of Windows' programs
WINE = ["debootstrap"]  # makes a Debian of its own for Wine

CHECKS = [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"], ["lint-imports", "--no-logo"]]


class Refusal(Exception):
    """The machine lacks something only a person can give; the message says what to do."""


def main(arguments: Sequence[str]) -> int:
    """Run the verb of the command line; give its exit code."""
    options = parsed(arguments)
    try:
        require_supported_python()
        return int(options.verb(options))
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"Failed ({error.returncode}): {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; what a verb does not know itself is for what it calls."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    run = verbs.add_parser("run", help="open the program on a concept; without a display, picture and export it")
    run.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a concept (default: the example)")
    run.set_defaults(verb=do_run)
    test = verbs.add_parser("test", help="run the tests; further arguments are for pytest", allow_abbrev=False)
    test.add_argument("--all-pythons", action="store_true", help="on every supported Python found")
    test.set_defaults(verb=do_test)
    check = verbs.add_parser("check", help="ruff, mypy --strict and import-linter")
    check.set_defaults(verb=do_check)
    bench = verbs.add_parser("bench", help="measure the program beside its yardsticks", allow_abbrev=False)
    bench.set_defaults(verb=do_bench)
    pictures = verbs.add_parser("pictures", help="take the pictures of the Handbuch anew", allow_abbrev=False)
    pictures.set_defaults(verb=do_pictures)
    windows = verbs.add_parser("windows", help="build the setup for Windows and try it under Wine", add_help=False)
    windows.set_defaults(verb=do_windows)
    options, rest = parser.parse_known_args(arguments)
    options.rest = rest
    if rest and options.verb not in {do_test, do_bench, do_pictures, do_windows}:
        parser.error(f"unknown arguments: {' '.join(rest)}")
    return options


# --- the verbs


def do_run(options: argparse.Namespace) -> int:
    """Open the program on a concept; without a display do the same work offscreen."""
    display = has_display()
    provide_packages(OFFSCREEN + WINDOW if display else OFFSCREEN)
    python = environment(base_python(), ROOT / ".venv", "run")
    file = options.file.absolute() if options.file else example_concept(python)
    if display:
        return program(python, file)
    return picture_and_export(python, file)


def do_test(options: argparse.Namespace) -> int:
    """Run the tests on the running Python, with --all-pythons also on the others found."""
    provide_packages(OFFSCREEN + WINDOW + JUDGES + HANDS + POWER + KEYS + SIGNATURES)
    environments = [(base_python(), ROOT / ".venv")]
    if options.all_pythons:
        environments += other_pythons()
    codes = []
    for base, folder in environments:
        python = environment(base, folder, "test")
        print(f"Tests on {version_of(base)}", flush=True)
        codes.append(call([python, "-m", "pytest", *options.rest], QT_QPA_PLATFORM="offscreen"))
    return max(codes)


def do_check(_options: argparse.Namespace) -> int:
    """Run every check, even after one has failed."""
    provide_packages([])
    python = environment(base_python(), ROOT / ".venv", "test")
    failed = []
    for tool, *arguments in CHECKS:
        name = " ".join([tool, *arguments])
        print(f"== {name}", flush=True)
        if call([python.parent / tool, *arguments]):
            failed.append(name)
    print(f"Failed: {', '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0


def do_bench(options: argparse.Namespace) -> int:
    """Print the table of figures, each beside its yardstick."""
    provide_packages(OFFSCREEN + WINDOW + JUDGES + KEYS)
    python = environment(base_python(), ROOT / ".venv", "test")
    return call([python, "-m", "bench", *options.rest])


def do_pictures(options: argparse.Namespace) -> int:
    """Take the pictures of the Handbuch and of the README anew from the program as it is, all or those named."""
    provide_packages(OFFSCREEN)
    python = environment(base_python(), ROOT / ".venv", "test")
    return call([python, "-m", "tests.pictures", *options.rest])


def do_windows(options: argparse.Namespace) -> int:
    """Build the setup for Windows and try it under Wine; `windows --help` tells of the parts of it."""
    npm = [] if shutil.which("npm") else ["npm"]  # fetches the compiler of the setup; Node.js's own brings one along
    provide_packages(OFFSCREEN + WINDOW + KEYS + SIGNATURES + WINE + npm)
    python = environment(base_python(), ROOT / ".venv", "test")
    tools = environment(base_python(), ROOT / "build" / "windows" / "tools", "windows-tools")
    return call([python, "-m", "windows", "--tools", tools, *options.rest])


# --- the program


def program(python: Path, *arguments: object, **variables: str) -> int:
    """Run the program from this checkout."""
    return call([python, "-m", "ikonzept_desktop", *map(str, arguments)], **variables)


def example_concept(python: Path) -> Path:
    """Make the example concept in build/example/ unless it is there."""
    file = EXAMPLE / "Integrationskonzept.ikonzept"
    if not file.exists():
        EXAMPLE.mkdir(parents=True, exist_ok=True)
        if program(python, "example", file):
            raise Refusal("The example concept could not be made.")
    return file


def picture_and_export(python: Path, file: Path) -> int:
    """Show without a display what a person would see: the window, the Word draft, the PDF."""
    EXAMPLE.mkdir(parents=True, exist_ok=True)
    light, dark = EXAMPLE / "window-light.png", EXAMPLE / "window-dark.png"
    word, pdf = EXAMPLE / f"{file.stem}.docx", EXAMPLE / f"{file.stem}.pdf"
    print(f"No display here: working offscreen into {EXAMPLE.relative_to(ROOT)}/", flush=True)
    steps: list[tuple[object, ...]] = [
        ("picture", file, light),
        ("picture", file, dark, "--dark"),
        ("export", file, "--word", word, "--pdf", pdf),
    ]
    for step in steps:
        if code := program(python, *step, QT_QPA_PLATFORM="offscreen"):
            return code
    for made, what in ((light, "window, light"), (dark, "window, dark"), (word, "Word draft"), (pdf, "PDF")):
        print(f"  {what}: {made.relative_to(ROOT)}")
    return 0


def has_display() -> bool:
    """Tell whether a window can be shown."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# --- the Python environment


def environment(base: Path, folder: Path, lock: str) -> Path:
    """Give the Python of an environment that holds the packages of a lock ("test" includes "run").

    It is made anew when a lock or the Python has changed since, and completed when only the tests' packages lack.
    """
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / "ikonzept-stamp.txt"
    found = stamp.read_text(encoding="utf-8") if stamp.exists() and python.exists() else ""
    if found in {stamp_text(base, lock), stamp_text(base, "test")}:
        return python
    if found != stamp_text(base, "run"):
        make_environment(base, folder)
    stamp.unlink(missing_ok=True)
    print(f"Installing the packages of requirements/{lock}.txt …", flush=True)
    pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "--no-deps"]
    subprocess.run([python, *pip, "--only-binary", ":all:", "-r", lock_file(lock)], check=True, cwd=ROOT)
    stamp.write_text(stamp_text(base, lock), encoding="utf-8")
    return python


def make_environment(base: Path, folder: Path) -> None:
    """Make an empty virtual environment, in place of one that fits no longer."""
    if not can_make_environments(base):
        raise Refusal(f"{base} cannot make virtual environments (its module ensurepip is missing).")
    print(f"Making the environment {folder.relative_to(ROOT)} with {version_of(base)} …", flush=True)
    if folder.exists():
        shutil.rmtree(folder)
    subprocess.run([base, "-m", "venv", folder], check=True)


def can_make_environments(base: Path) -> bool:
    """Tell whether an interpreter has what `python -m venv` needs."""
    return subprocess.run([base, "-c", "import ensurepip"], capture_output=True, check=False).returncode == 0


def stamp_text(base: Path, lock: str) -> str:
    """Say which Python, which locks and which of them an environment stands for; the first two depend on each other."""
    locks = ("run", "test") if lock in {"run", "test"} else (lock,)
    digests = [hashlib.sha256(lock_file(name).read_bytes()).hexdigest() for name in locks]
    return "\n".join([version_of(base), sysconfig.get_platform(), *digests, lock])


def lock_file(name: str) -> Path:
    """Give the file of pinned, hashed packages of that name."""
    return ROOT / "requirements" / f"{name}.txt"


def base_python() -> Path:
    """Give the running Python, outside any virtual environment."""
    return Path(getattr(sys, "_base_executable", sys.executable))


def other_pythons() -> list[tuple[Path, Path]]:
    """Find the supported Pythons on the PATH but the running one, each with the folder of its environment."""
    found = []
    for minor in range(OLDEST[1], NEWEST[1] + 1):
        name = f"python3.{minor}"
        path = shutil.which(name)
        if minor != sys.version_info.minor and path and version_of(Path(path)) == f"Python 3.{minor}":
            found.append((Path(path), ROOT / "build" / f"venv-3.{minor}"))
    return found


def version_of(python: Path) -> str:
    """Give "Python 3.11" for an interpreter; "" for one that does not start."""
    if python == base_python():
        return f"Python {sys.version_info.major}.{sys.version_info.minor}"
    code = "import sys; print('Python %d.%d' % sys.version_info[:2])"
    return subprocess.run([python, "-c", code], capture_output=True, text=True, check=False).stdout.strip()


def require_supported_python() -> None:
    """Raise Refusal on a Python the locks do not cover."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        raise Refusal(f"Python 3.{OLDEST[1]} to 3.{NEWEST[1]} is needed; this is {sys.version.split()[0]}.")


# --- the packages of the system


def provide_packages(names: Sequence[str]) -> None:
    """Install what is missing of Debian's packages; elsewhere the system is trusted to have its libraries."""
    if not shutil.which("dpkg-query"):
        return
    base = base_python()
    if base.is_relative_to("/usr/bin") and not can_make_environments(base):  # Debian keeps that in a package of its own
        names = [*names, f"python3.{sys.version_info.minor}-venv"]
    installed = installed_packages()
    missing = sorted(name for name in names if name not in installed)
    if missing:
        install_packages(missing)


def installed_packages() -> set[str]:
    """Give the names of the installed packages and of those they stand in for."""
    form = "${db:Status-Status}\t${Package}, ${Provides}\n"
    query = subprocess.run(["dpkg-query", "-W", f"-f={form}"], capture_output=True, text=True, check=True)
    lines = (line.split("\t") for line in query.stdout.splitlines())
    names = ", ".join(names for state, names in lines if state == "installed")
    return {name.split()[0] for name in names.split(",") if name.strip()}


def install_packages(names: Sequence[str]) -> None:
    """Install Debian packages as root; raises Refusal with the line to run for anyone else."""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *names]
    if getattr(os, "geteuid", lambda: None)() != 0:
        raise Refusal(f"System packages are missing. Please run: sudo {' '.join(install)}")
    print(f"Installing {' '.join(names)} …", flush=True)
    variables = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], install):
        subprocess.run(command, check=True, env=variables, stdout=subprocess.DEVNULL)


def call(command: Sequence[str | Path], **variables: str) -> int:
    """Run a command at the top of the checkout; give its exit code."""
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **variables}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
