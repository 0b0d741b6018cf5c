"""What the program says beyond a single window, in German."""

from datetime import datetime

from ikonzept_desktop import local_time

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
SEE_WORKING_COPY = "Fassung auf diesem Rechner ansehen"
GIVE_BACK = "Öffnen und zurückgeben"
NO_ANSWER = (
    "Das Laufwerk von „{name}“ antwortet nicht. Nichts wurde verändert. "
    "Prüfen Sie die Verbindung zum Netz, oder fragen Sie Ihre IT; dann öffnen Sie das Konzept noch einmal."
)
NOT_GIVEN_BACK = (
    "„{name}“ ist noch nicht wieder auf seinem Laufwerk. Was Sie geschrieben haben, ist auf diesem Rechner gespeichert "
    "und kommt dorthin, wenn Sie das Konzept hier noch einmal öffnen."
)
DEFAULT_TEMPLATE = "integrationskonzept"
"""The key of the template that stands in where none is named."""
PROPERTIES_STEP = "Angaben zum Konzept ändern"
SNAPSHOT_REASON = "Ausgabe"
PRACTICE = "Übungskonzept anlegen"
PRACTICE_FILE = "Übungskonzept.ikonzept"
NO_PRACTICE = "Das Übungskonzept fehlt in dieser Installation. Ihre Konzepte sind davon nicht berührt."
NO_VERSION = "Diese Fassung ist in der Datei nicht mehr lesbar. Der Text des Konzepts ist unversehrt."
ABOUT = "Über iKonzept"
OPEN_LOG = "Protokoll öffnen"
OPEN_REPORT = "Bericht öffnen"
GO_ON = "Weiterschreiben"
ERROR = (
    "Ein Fehler im Programm ist aufgetreten. Was gespeichert ist, bleibt gespeichert. Bitte sehen Sie nach, ob Ihre "
    "letzten Worte noch dastehen; dann können Sie weiterschreiben. Der Bericht für die Betreuung liegt hier:\n{report}"
)
CRASHED = (
    "iKonzept wurde beim letzten Mal unerwartet beendet. Was Sie bis zwei Sekunden davor geschrieben hatten, "
    "ist gespeichert. Bitte geben Sie den Bericht Ihrer IT; Wörter aus Ihrem Konzept stehen nicht darin."
)
NO_LOG = "Das Protokoll ließ sich nicht öffnen. Es liegt hier: {path}"
CLOSE = "Schließen"


def backup_of(made: datetime) -> str:
    """Name the way to a backup."""
    return f"Sicherung von {local_time.here(made):%H:%M} Uhr ansehen"


def version_number() -> str:
    """Give the number of this version; nothing where the program is not installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("ikonzept-desktop")
    except PackageNotFoundError:
        return ""


def about() -> str:
    """Say what the program is."""
    return (
        f"iKonzept {version_number()}\n\n"
        "Konzepte gliedern, schreiben, abstimmen und als Word-Entwurf oder PDF ausgeben.\n"
        "Lizenz: EUPL-1.2. Schriften: Source Serif 4, Source Sans 3, Noto (OFL 1.1). Symbole: Lucide (ISC).\n"
        "Das Programm arbeitet ohne Internet und sendet nichts."
    )


def rescued_from(name: str) -> str:
    """Propose a name for what was saved of a damaged file."""
    return f"{name} – gerettet"


def copy_of(name: str) -> str:
    """Propose a name for a copy that is given away."""
    return f"{name} – Kopie"
