"""What the program says beyond a single window, in German."""

from importlib.metadata import PackageNotFoundError, version

FILTER = "iKonzept-Datei (*.ikonzept)"
NEW = "Neues Konzept anlegen"
NEW_FILE = "Integrationskonzept.ikonzept"
OPEN = "Konzept öffnen"
SAVE_AS = "Speichern unter"
GIVE_COPY = "Kopie weitergeben, ohne Verlauf"
COPY_GIVEN = "„{name}“ liegt bereit. Die Kopie enthält den Text, aber weder Verlauf noch Papierkorb."
SEARCH = "„{name}“ suchen"
OPEN_TO_READ = "Zum Lesen öffnen"
UNDERSTOOD = "Verstanden"
PROPERTIES_STEP = "Angaben zum Konzept ändern"
ABOUT = "Über iKonzept"


def backup_of(when: str) -> str:
    """Name the way to a backup."""
    return f"Sicherung von {when} ansehen"


def about() -> str:
    """Say what the program is."""
    try:
        number = version("ikonzept-desktop")
    except PackageNotFoundError:
        number = ""
    return (
        f"iKonzept {number}\n\nKonzepte gliedern, schreiben, abstimmen und als Word-Entwurf oder PDF ausgeben.\n"
        "Lizenz: EUPL-1.2. Schriften: Source Serif 4, Source Sans 3, Noto (OFL 1.1). Symbole: Lucide (ISC).\n"
        "Das Programm arbeitet ohne Internet und sendet nichts."
    )
