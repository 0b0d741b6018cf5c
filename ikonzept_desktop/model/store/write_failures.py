"""Why something is not on disk yet, in German: what happened, what is safe, what can be done."""

import errno

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from ikonzept_desktop.model.store import database
from ikonzept_desktop.model.store.troubles import AGAIN, UNREACHABLE, MovedError, TakenOverError

WriteFailure = (SQLAlchemyError, OSError, TakenOverError, MovedError)
"""What the world may do to a write."""


def sentence(error: BaseException) -> str:
    """Tell the user why a write failed."""
    match error:
        case TakenOverError():
            return (
                "Das Konzept wurde inzwischen an anderer Stelle verändert. Ihr Text ist noch hier. "
                "Sichern Sie ihn mit „Speichern unter“ in einer neuen Datei."
            )
        case MovedError():
            return (
                "Die Datei liegt nicht mehr an ihrem Platz. Ihr Text ist noch hier. "
                f"Legen Sie sie zurück oder wählen Sie „Speichern unter“; {AGAIN}"
            )
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            return _full()
        case DBAPIError() if database.is_full(error):
            return _full()
        case DBAPIError() if database.is_write_protected(error):
            return (
                "Die Datei lässt sich nicht mehr beschreiben. Ihr Text ist noch hier. "
                f"Heben Sie den Schreibschutz auf oder wählen Sie „Speichern unter“; {AGAIN}"
            )
        case DBAPIError() if database.is_busy(error):
            return (
                "Ein anderes Programm hält die Datei gerade fest. Ihr Text ist noch hier. "
                f"Schließen Sie das andere Programm; {AGAIN}"
            )
        case DBAPIError() if database.is_missing(error):
            return UNREACHABLE
        case OSError():
            return UNREACHABLE
        case _:
            return (
                "Beim Schreiben ist ein Fehler aufgetreten. Ihr Text ist noch hier. "
                f"Prüfen Sie das Laufwerk oder wählen Sie „Speichern unter“; {AGAIN}"
            )


def _full() -> str:
    return f"Auf dem Laufwerk ist kein Platz mehr. Ihr Text ist noch hier. Geben Sie Platz frei; {AGAIN}"
