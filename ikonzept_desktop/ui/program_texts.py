"""What the program says beyond a single window, in German."""

from datetime import datetime

FILTER = "iKonzept-Datei (*.ikonzept)"
NEW = "Neues Konzept anlegen"
NEW_FILE = "Integrationskonzept.ikonzept"
OPEN = "Konzept öffnen"
SAVE_AS = "Speichern unter"
GIVE_COPY = "Kopie weitergeben, ohne Verlauf"
COPY_GIVEN = "„{name}“ liegt bereit. Die Kopie enthält den Text, aber weder Verlauf noch Papierkorb."
SEARCH = "„{name}“ suchen"
SAME_FILE = "Das ist die Datei, in der Sie gerade schreiben. Bitte wählen Sie einen anderen Namen."
OPEN_TO_READ = "Zum Lesen öffnen"
RESCUE = "Retten, was lesbar ist …"
RESCUE_TITLE = "Gerettetes speichern unter"
RESCUE_ELSEWHERE = "Die beschädigte Datei bleibt, wie sie ist. Bitte wählen Sie für das Gerettete einen anderen Namen."
RESCUED = (
    "Gerettet ist, was in „{name}“ noch lesbar war; die beschädigte Datei ist unverändert. "
    "Bitte sehen Sie den Text durch, ehe Sie weiterschreiben."
)
TAKE_OVER_TEMPLATE = "Mustervorlage aus einer Datei übernehmen"
TEMPLATE_FILTER = "Mustervorlage (*.toml)"
TEMPLATE_UNREADABLE = "„{name}“ lässt sich nicht als Mustervorlage lesen. Nichts wurde übernommen."
TEMPLATE_NOT_KEPT = (
    "„{name}“ wurde nicht übernommen: {reason}. Die Datei ist unverändert. "
    "Bitte prüfen Sie, ob auf Ihrem Laufwerk Platz ist."
)
UNDERSTOOD = "Verstanden"
DEFAULT_TEMPLATE = "integrationskonzept"
"""The key of the template that stands in where none is named."""
PROPERTIES_STEP = "Angaben zum Konzept ändern"
SNAPSHOT_REASON = "Ausgabe"
PRACTICE = "Übungskonzept anlegen"
PRACTICE_FILE = "Übungskonzept.ikonzept"
NO_PRACTICE = "Das Übungskonzept fehlt in dieser Installation. Ihre Konzepte sind davon nicht berührt."
NO_VERSION = "Diese Fassung ist in der Datei nicht mehr lesbar. Der Text des Konzepts ist unversehrt."
ABOUT = "Über iKonzept"
CLOSE = "Schließen"


def backup_of(made: datetime) -> str:
    """Name the way to a backup."""
    return f"Sicherung von {made.astimezone():%H:%M} Uhr ansehen"


def about() -> str:
    """Say what the program is."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        number = version("ikonzept-desktop")
    except PackageNotFoundError:
        number = ""
    return (
        f"iKonzept {number}\n\nKonzepte gliedern, schreiben, abstimmen und als Word-Entwurf oder PDF ausgeben.\n"
        "Lizenz: EUPL-1.2. Schriften: Source Serif 4, Source Sans 3, Noto (OFL 1.1). Symbole: Lucide (ISC).\n"
        "Das Programm arbeitet ohne Internet und sendet nichts."
    )


def rescued_from(name: str) -> str:
    """Propose a name for what was saved of a damaged file."""
    return f"{name} – gerettet"


def copy_of(name: str) -> str:
    """Propose a name for a copy that is given away."""
    return f"{name} – Kopie"
