r"""What is the user's on the drive: concepts, settings, backups, and what lies about them; all of it is to be kept.

One concept lies in the program's own folder: somebody has saved it there by mistake.
"""

from collections.abc import Iterable, Iterator

from windows.cycle.life import APP, CONCEPT, LOCAL, ROAMING
from windows.cycle.traces import Traces, elsewhere, traces_of
from windows.wine.runner import PROFILE, Wine

DOCUMENTS = rf"{PROFILE}\Documents"
ASTRAY = rf"{APP}\Entwurf für den Kreis.ikonzept"
LOCK = rf"{DOCUMENTS}\.Konzept für den Kreis.ikonzept.lock"
"""What the program lays beside a concept that it has open for writing."""
PLACES = (DOCUMENTS, ROAMING, LOCAL, ASTRAY)


def plant(wine: Wine) -> None:
    """Put settings, a backup and a working copy where the program keeps them, and a concept where none belongs."""
    concept = wine.host(CONCEPT)
    wine.write(rf"{ROAMING}\settings.json", '{"writer_name": "Jörg Prüfer"}\n')
    wine.send(concept, rf"{LOCAL}\data\backups\Konzept für den Kreis\2015-03-12T104200.000000Z.ikonzept")
    wine.send(concept, rf"{LOCAL}\data\arbeitskopien\0123456789abcdef\Auf dem Laufwerk.ikonzept")
    wine.write(rf"{LOCAL}\data\arbeitskopien\0123456789abcdef\herkunft.json", "{}\n")
    wine.send(concept, ASTRAY)


def users_things(wine: Wine) -> Traces:
    """Give the files that are the user's."""
    drive = wine.host("C:\\")
    mine = [wine.host(path).relative_to(drive).as_posix() for path in PLACES]
    found = traces_of(drive).files
    return Traces({path: digest for path, digest in found.items() if not elsewhere([path], mine)})


def kept(wine: Wine, before: Traces) -> Iterator[str]:
    """Check that every file of the user is as it was."""
    _, gone, changed = users_things(wine).since(before)
    yield from (f"Gone: {path}" for path in gone)
    yield from (f"Changed: {path}" for path in changed)
    if not before.files:
        yield "There was nothing of the user's to be kept."


def said_by_lock(wine: Wine) -> bytes:
    """Give what the program says in the lock beside the concept; nothing where there is none."""
    lock = wine.host(LOCK)
    return lock.read_bytes() if lock.exists() else b""


def opened_since(wine: Wine, before: bytes) -> Iterable[str]:
    """Check that the program has opened the concept for writing since its lock said something else."""
    said = said_by_lock(wine)
    if not said or said == before:
        yield f"The program never opened {CONCEPT}: its lock is {'as it was' if said else 'not there'}."
