"""`python -m windows`, behind `python3 dev.py windows`: the setup built, and then tried under Wine."""

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from windows import building, fetching, locking
from windows.payload import PayloadError
from windows.steps import Missing, step


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what is asked for and give the exit status; what is missing or wrong is told in a line or a few."""
    asked = _parser().parse_intermixed_args(arguments)
    began = time.monotonic()
    try:
        done = _VERBS[asked.what](asked)
    except (Missing, PayloadError) as error:
        print(error, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"Failed ({error.returncode}): {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 1
    except subprocess.TimeoutExpired as error:
        print(f"Not done after {error.timeout:.0f} s: {error.cmd}\n{error.output or ''}", file=sys.stderr)
        return 1
    print(f"{'All of it went well' if done else 'Not all of it went well'}, {time.monotonic() - began:.0f} s.")
    return 0 if done else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py windows", description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "what",
        nargs="?",
        choices=("setup", "payload", "tests", "ci", "lock"),
        default="setup",
        help="setup: build it and try it under Wine (default); payload: what it lays down, without Wine; "
        "tests: the headless tests under Wine's CPython, all rooms or those named; "
        "ci: payload, and setup where a change asks for it and Wine can be had; "
        "lock: requirements/windows.txt made anew of run.txt",
    )
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help="of tests: model, publication, reading …")
    parser.add_argument("--quick", action="store_true", help="pack less tightly: for trials, not to be given away")
    parser.add_argument("--untried", action="store_true", help="build the setup, and leave it at that")
    parser.add_argument("--python", type=Path, metavar="ARCHIVE", help="another CPython 3.12 for Windows, as a .zip")
    parser.add_argument(
        "--tools",
        type=lambda path: Path(path).absolute(),
        default=Path(sys.executable),
        help="a Python with requirements/windows-tools.txt",
    )
    return parser


def _lock(_asked: argparse.Namespace) -> bool:
    with step("The wheels of run.txt for Windows") as current:
        current.say(f"{locking.make_lock(building.BUILD / 'fetched' / 'all')} packages in requirements/windows.txt")
    return True


def _payload(asked: argparse.Namespace) -> bool:
    building.lay_down(building.BUILD / "payload", building.version(), asked.tools, asked.python)
    return True


def _setup(asked: argparse.Namespace) -> bool:
    from windows import deciding
    from windows.cycle.cycle import run_cycle
    from windows.wine.chroot import cache_folder
    from windows.wine.runner import wine_place

    present = deciding.digest(fetching.ROOT)
    with wine_place() as wine:
        built = building.build(wine, asked.tools, python=asked.python, quick=asked.quick)
        if asked.untried:
            return True
        older = building.build_older(wine, built)
    print("== The life of the setup under Wine", flush=True)
    with wine_place() as fresh:
        log = run_cycle(fresh, built, older, building.BUILD / "trial")
    print(log.verdict())
    if log.green() and asked.python is None:
        deciding.remember(cache_folder(), present)
    return log.green()


def _tests(asked: argparse.Namespace) -> bool:
    from windows.cycle.verdicts import Log
    from windows.suite import running
    from windows.wine.runner import wine_place

    if unknown := set(asked.rooms) - running.ROOMS.keys():
        raise Missing(f"No room of tests: {', '.join(sorted(unknown))}. There are {', '.join(running.ROOMS)}.")
    rooms = {name: tests for name, tests in running.ROOMS.items() if not asked.rooms or name in asked.rooms}
    log = Log()
    with wine_place() as wine:
        with step("The tests, a CPython for Windows and its packages, brought under Wine"):
            running.bring(wine, asked.tools, building.BUILD)
        running.run_rooms(wine, log, rooms)
    print(log.verdict())
    return log.green()


def _ci(asked: argparse.Namespace) -> bool:
    """Do the cheap part always, and the rest where it is worth its minutes."""
    from windows import deciding
    from windows.wine import chroot

    folder = chroot.cache_folder()
    green = deciding.green_digests(folder)
    why = deciding.is_wanted(deciding.digest(fetching.ROOT), green, deciding.said_by_environment())
    if not why:
        print("The setup is not tried: what it hangs on was green, or nobody wants it", flush=True)
        return _payload(asked)
    try:
        chroot.made(folder)
    except (Missing, subprocess.TimeoutExpired) as error:  # as where Debian's packages cannot be had: no fault of ours
        print(f"The setup is not tried: {why}, but Wine cannot be had. {error}", flush=True)
        return _payload(asked)
    print(f"The setup is built and tried: {why}.", flush=True)
    return _setup(asked)


_VERBS = {"setup": _setup, "payload": _payload, "tests": _tests, "ci": _ci, "lock": _lock}

if __name__ == "__main__":
    sys.exit(main())
