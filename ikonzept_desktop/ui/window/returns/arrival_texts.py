"""What taking in Word files that came back says, in German."""

from datetime import datetime

from ikonzept_desktop import local_time
from ikonzept_desktop.model.document import GivenCopy
from ikonzept_desktop.model.german_days import written

TAKE_IN = "Rückläufe aufnehmen …"
TAKE_IN_HERE = "Aufnehmen …"
"""On the page that is named so already."""
CHOOSE = "Word-Dateien wählen"
FILTER = "Word-Dateien (*.docx)"
ANY = "Alle Dateien (*)"
TITLE = "Rückläufe aufnehmen"
EXPLANATION = (
    "iKonzept erkennt, wessen Kopie eine Datei ist, und legt jede Änderung und jeden Kommentar zur Entscheidung vor. "
    "Der Text des Konzepts ändert sich dabei noch nicht, die Dateien bleiben, wie sie sind."
)
LOOKING = "Wird angesehen …"
HOLDING = "Wird mit dem ausgegebenen Text verglichen …"
WHO = "Wer hat diese Datei bearbeitet?"
WHO_EXAMPLE = "Jobcenter, Frau Demir …"
NO_NAME = "Bitte sagen Sie, von wem diese Datei ist: Unter diesem Namen stehen dann ihre Vorschläge."
START = "Aufnehmen"
STOP = "Abbrechen"
CLOSE = "Schließen"
LOOK = "Vorschläge ansehen"
STOPPED = "Abgebrochen. Nichts wurde aufgenommen."
FAILED = "Der Vergleich wurde nicht fertig. Nichts wurde aufgenommen, Ihr Konzept ist unverändert. {reason}"
TOO_LONG = "Er hat zu lange gedauert; nehmen Sie die Dateien bitte einzeln auf."
ONE_COPY = "Diese Datei ist dieselbe Kopie wie „{name}“. Bitte nehmen Sie die neuere allein auf."
SAME_FILE = "Diese Datei ist Zeichen für Zeichen dieselbe wie „{name}“ und wird nur einmal aufgenommen."
OTHER = "Diese Datei ist die Kopie eines anderen Konzepts. Sie wird nicht aufgenommen."
OWNER = (
    "Das ist kein Dokument: Word legt diese Datei neben ein Dokument, das gerade offen ist. Nehmen Sie das Dokument "
    "ohne „~$“ im Namen auf, am besten, nachdem es in Word geschlossen wurde."
)
DRAFT = "Ein Entwurf dieses Konzepts, der für niemand Bestimmten ausgegeben wurde."
UNMARKED = "Trägt kein Kennzeichen von iKonzept; ihre Wörter werden mit dem ausgegebenen Text verglichen."


def recognised(copy: GivenCopy) -> str:
    """Say whose copy a file is."""
    packet = f", Paket „{copy.packet}“" if copy.packet else ""
    return f"Kopie für {copy.reviewer}{packet}, verschickt am {written(local_time.here(copy.sent).date())}."


def counts_as(copy: GivenCopy) -> str:
    """Say as whose copy a file counts once its author is named."""
    return f"Zählt als die {recognised(copy)}"


def again(when: datetime) -> str:
    """Say that a copy was taken in before."""
    return f" Sie kommt noch einmal: Die Datei vom {written(local_time.here(when).date())} wird durch diese ersetzt."


def replaced(when: datetime) -> str:
    """Say that a copy that was taken in before is replaced now."""
    return f" Die Datei vom {written(local_time.here(when).date())} ist ersetzt."


def brought(reviewer: str, found: str) -> str:
    """Say whose file has brought what."""
    return f"Von {reviewer}: {found}"


def found(proposals: int, comments: int, left_out: int, certainty: float, *, marked: bool) -> str:
    """Say what a file has brought; how sure it is what it holds, of one that does not say so itself in any case."""
    counted = ((proposals, "Vorschlag", "Vorschläge"), (comments, "Kommentar", "Kommentare"))
    said = [f"{number} {one if number == 1 else many}" for number, one, many in counted if number]
    sentences = [f"{' und '.join(said)}."] if said else ["Nichts wurde geändert."]
    if certainty < 1 or not marked:
        how = "Nach den Wörtern zugeordnet" if marked else "Ohne Kennzeichen zugeordnet"
        sentences.append(f"{how}, zu {int(certainty * 100)} % sicher.")
    if left_out:
        sentences.append(
            "1 Stelle wurde nicht übernommen." if left_out == 1 else f"{left_out} Stellen wurden nicht übernommen."
        )
    return " ".join(sentences)


def step(names: list[str]) -> str:
    """Name the step that takes files in."""
    return f"Rücklauf von {names[0]} aufgenommen" if len(names) == 1 else f"{len(names)} Rückläufe aufgenommen"
