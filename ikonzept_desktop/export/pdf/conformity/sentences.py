"""What a file lacks, in German sentences for whoever gives it out."""

from collections.abc import Sequence

from ikonzept_desktop.export.pdf.conformity.flaws import Flaw, Rule

WITHDRAWN = (
    "Das PDF ist fertig und lesbar, nennt sich aber nicht barrierefrei (PDF/UA) und nicht archivfest (PDF/A), "
    "denn es hat die eigene Prüfung nicht bestanden:"
)
_SENTENCES = {
    Rule.READABLE: "Die Datei ist nicht so aufgebaut, wie es das Format verlangt.",
    Rule.MARKED: "Die Datei ist nicht als getaggt gekennzeichnet.",
    Rule.TITLE: "Der Titel fehlt oder wird nicht angezeigt.",
    Rule.LANGUAGE: "Eine Sprache fehlt oder ist keine („{detail}“).",
    Rule.CLAIM: "Die Datei sagt nicht, welchen Normen sie folgt.",
    Rule.PROPERTIES: "Eigenschaften und Metadaten widersprechen einander ({detail}).",
    Rule.INTENT: "Das Farbprofil der Ausgabe fehlt.",
    Rule.COLOUR: "Farben gehören zu einem anderen Gerät als das Farbprofil.",
    Rule.ACTION: "Die Datei enthält Skripte, Formulare, Anhänge oder Aktionen, die nicht erlaubt sind.",
    Rule.TREE: "Die Struktur der Datei ist beschädigt ({detail}).",
    Rule.NESTING: "In der Struktur steht „{detail}“ an der falschen Stelle.",
    Rule.HEADINGS: "Die Überschriften überspringen eine Ebene ({detail}).",
    Rule.ALTERNATIVE: "Eine Abbildung hat keinen Alternativtext.",
    Rule.SCOPE: "Eine Kopfzelle sagt nicht, ob sie für ihre Zeile oder ihre Spalte gilt.",
    Rule.GRID: "Die Zeilen einer Tabelle haben verschieden viele Spalten.",
    Rule.NOTE: "Eine Fußnote hat keine eigene Kennung.",
    Rule.UNTAGGED: "Inhalt steht außerhalb der Struktur; Vorleseprogramme würden ihn übergehen.",
    Rule.BALANCE: "Gekennzeichneter Inhalt endet nicht, wo er soll.",
    Rule.PARENT: "Inhalt der Seite und Struktur der Datei passen nicht zueinander.",
    Rule.LINK: "Ein Link hat keine Beschreibung oder gehört nicht zur Struktur.",
    Rule.ANNOTATION: "Auf der Seite liegen Anmerkungen, die nicht erlaubt sind.",
    Rule.FONT: "Die Schrift „{detail}“ ist nicht eingebettet.",
    Rule.UNICODE: "Die Schrift „{detail}“ sagt nicht, welche Zeichen sie zeigt.",
    Rule.GRAPHICS: "Ein Bild oder eine Grafik nutzt Mittel, die nicht erlaubt sind.",
}


def sentence(flaw: Flaw) -> str:
    """Say what is the matter, where it was met first, and how often."""
    said = _SENTENCES[flaw.rule].format(detail=flaw.detail or "ohne Namen")
    if flaw.page is not None:
        said = f"Seite {flaw.page}: {said}"
    return said if flaw.count == 1 else f"{said} (insgesamt {flaw.count}-mal)"


def sentences(flaws: Sequence[Flaw]) -> tuple[str, ...]:
    """Say that a file does not claim to conform, and why; nothing for a file that does."""
    return (WITHDRAWN, *map(sentence, flaws)) if flaws else ()
