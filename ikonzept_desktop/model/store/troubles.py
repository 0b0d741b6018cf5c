"""What keeps words from the disk other than the disk itself, and how long a writer waits before it tries again."""

RETRY = 10.0
"""Seconds between two tries."""

BROKEN = (
    "In iKonzept ist ein Fehler aufgetreten; seitdem wird nicht mehr gespeichert. Ihr Text ist noch hier. "
    "Sichern Sie ihn mit „Speichern unter“ in einer neuen Datei und starten Sie iKonzept neu."
)

AGAIN = f"iKonzept versucht es alle {RETRY:.0f} Sekunden erneut."
UNREACHABLE = f"Das Laufwerk ist gerade nicht erreichbar. Ihr Text ist noch hier. {AGAIN}"


class TakenOverError(Exception):
    """Somebody else writes in the file now."""


class MovedError(Exception):
    """The file no longer stands where it was opened."""
