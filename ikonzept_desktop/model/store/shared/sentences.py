"""What is told of a concept that lies elsewhere, in German: what happened, what is safe, what is to be done."""

import errno
from pathlib import Path

from ikonzept_desktop.atomic_file import FileHeldOpen
from ikonzept_desktop.model.store.shared.publishing import NotReadyError

_SAFE = "Ihr Text ist auf diesem Rechner gespeichert"
_LATER = f"{_SAFE} und kommt dorthin, sobald es geht."

SEEN_HERE = "Hier sehen Sie die Fassung vom Laufwerk."
"""What is added where the concept is open."""


def not_given_back(original: Path, error: Exception) -> str:
    """Say why a concept is not where it lies, yet."""
    name = original.name
    match error:
        case NotReadyError(__cause__=OSError(errno=errno.ENOSPC | errno.EDQUOT)):
            return (
                f"Auf diesem Rechner ist kein Platz mehr, um „{name}“ für sein Laufwerk bereitzulegen. {_LATER} "
                "Bitte geben Sie hier Platz frei."
            )
        case NotReadyError():
            return f"„{name}“ ließ sich auf diesem Rechner nicht für sein Laufwerk bereitlegen. {_LATER}"
        case FileHeldOpen():
            return f"„{name}“ ist auf dem Laufwerk in einem anderen Programm geöffnet. {_LATER}"
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            return f"Auf dem Laufwerk von „{name}“ ist kein Platz mehr. {_LATER} Bitte geben Sie dort Platz frei."
        case PermissionError():
            return f"„{name}“ darf auf dem Laufwerk nicht mehr geschrieben werden. {_SAFE}. Fragen Sie Ihre IT."
        case _:
            return f"Das Laufwerk von „{name}“ ist gerade nicht erreichbar. {_LATER}"


def goes_on_beside(original: Path, beside: Path) -> str:
    """Say that the user's words are in a file of their own from now on."""
    return (
        f"„{original.name}“ wurde inzwischen an anderer Stelle verändert; überschrieben ist dort nichts. "
        f"Ihre Fassung liegt daneben, und Sie schreiben in ihr weiter: „{beside.name}“."
    )


def lies_beside(original: Path, beside: Path) -> str:
    """Say that words of an earlier sitting are in a file of their own."""
    return (
        f"„{original.name}“ wurde an anderer Stelle verändert, ehe Ihr letzter Stand dorthin kam. "
        f"Ihr Stand ist nicht verloren: Er liegt als „{beside.name}“ in „{beside.parent}“."
    )


def lies_beside_spoilt(original: Path, beside: Path) -> str:
    """Say that the working copy of an earlier sitting is damaged, and where it is."""
    return (
        f"Die Arbeitskopie von „{original.name}“ auf diesem Rechner ist beschädigt. Sie liegt als „{beside.name}“ in "
        f"„{beside.parent}“; öffnen Sie sie dort, um zu retten, was Sie zuletzt geschrieben haben."
    )


def closed_without(original: Path) -> str:
    """Say that a concept was closed and is not where it lies, yet."""
    return (
        f"„{original.name}“ ist noch nicht wieder auf seinem Laufwerk. {_SAFE}. "
        "Öffnen Sie das Konzept an diesem Rechner noch einmal, wenn das Laufwerk da ist; dann kommt er dorthin."
    )
