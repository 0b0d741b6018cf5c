"""What the record says in German of proposals, their sources and their decisions."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from ikonzept_desktop import local_time
from ikonzept_desktop.model.document import Comment, CopyState, GivenCopy
from ikonzept_desktop.model.german_days import written
from ikonzept_desktop.model.proposals import Decision, KeptProposal, Kind, Source, Verdict
from ikonzept_desktop.model.text import clean

TITLE = "Protokoll der Rückläufe"
OVERVIEW = "Überblick"
RESULT = "Ergebnis"
COPIES = "Kopien"
LEFT_OUT = "Nicht übernommen"
PROPOSALS = "Vorschläge"
COMMENTS = "Kommentare"
AROUND = "Außerhalb der Abschnitte"
"""Stands for the section of what is in none."""
GONE = "Gelöscht: {title}"
GONE_FOR_GOOD = "Gelöschte Abschnitte"
NO_TITLE = "Ohne Titel"
NOTHING = "–"
NO_PROPOSALS = "Es gibt keine Vorschläge."
ALL_TAKEN = "Alles, was in den Kopien steht, ist in den Vorschlägen und Kommentaren enthalten."
LEGEND = (
    "Fett stehen die Wörter, in denen sich Bisher und Vorschlag unterscheiden; das Zeichen ¶ steht für das Ende eines "
    "Absatzes, […] für eine Fußnote oder eine Abbildung."
)
ONLY_DECIDED = "Aufgeführt sind nur die Vorschläge, über die entschieden ist."
ONLY_SECTION = "Aufgeführt ist nur der Abschnitt „{title}“ mit allem, was darunter steht."

PROPOSAL_HEAD = ("Nr.", "Art und Herkunft", "Bisher", "Vorschlag", "Entscheidung")
COMMENT_HEAD = ("Nr.", "Von", "Zu den Worten", "Kommentar", "Antworten")
COPY_HEAD = ("Kopie", "Verschickt", "Frist", "Zurück", "Fassung", "Zuordnung")
LEFT_OUT_HEAD = ("Kopie", "Was", "Stelle", "Text")
RESULT_HEAD = ("Von", "Vorschläge", "Angenommen", "Abgelehnt", "Zurückgestellt", "Offen", "Kommentare")
TOGETHER = "Zusammen"
MEANT = "Ein Vorschlag, den mehrere machen, zählt bei jedem von ihnen und unter „Zusammen“ einmal."

KINDS: Mapping[Kind, str] = {
    Kind.TEXT: "Text geändert",
    Kind.SPLIT: "Absatz geteilt",
    Kind.INSERT: "Neuer Absatz",
    Kind.DELETE: "Absatz gestrichen",
    Kind.MOVE: "Absatz verschoben",
    Kind.JOIN: "Absätze verbunden",
    Kind.ROW_INSERT: "Neue Zeile",
    Kind.ROW_DELETE: "Zeile gestrichen",
    Kind.FORMAT: "Form geändert",
    Kind.WITHDRAWN: "Zurückgenommen",
}
COPIED = "Absatz kopiert"
TOLD = frozenset({Kind.FORMAT, Kind.WITHDRAWN})
"""What is taken notice of, and not taken over."""
CONFLICT = "Konflikt"
STRUCK = "Entfällt."
AFTER = "Neu nach: "
AT_THE_BEGINNING = "Neu am Anfang."
GOES_AFTER = "Soll stehen nach: "
GOES_FIRST = "Soll am Anfang stehen."
TAKEN_BACK = "In der Kopie geschrieben und wieder gestrichen."
AGAINST = "Anderes wollen dort: "
OUTDATED = "Überholt: In den Kopien, wie sie zuletzt kamen, steht dieser Vorschlag nicht mehr."
OPEN = "Offen"
LATER = "Zurückgestellt"
REJECTED = "Abgelehnt"
ACCEPTED = "Angenommen"
CHANGED = "Geändert angenommen"
NOTICED = "Zur Kenntnis genommen"
RESOLVED = "Erledigt."
NOT_RESOLVED = "Offen."
WHOLE_SECTION = "zum ganzen Abschnitt"
TITLE_LINE, NOTE_LINE, CELL_LINE, CAPTION_LINE, SOURCE_LINE = (
    "Titel",
    "Fußnote",
    "Tabellenzelle",
    "Beschriftung",
    "Quelle",
)
COVER_LINES: Mapping[str, str] = {
    "title": "Titel des Konzepts",
    "subtitle": "Untertitel",
    "publisher": "Herausgeber",
    "draft": "Name des Entwurfs",
    "as_of": "Stand",
}
_FORMS: Mapping[str, str] = {
    "rPrChange": "Zeichen anders gestaltet",
    "pPrChange": "Absatz anders gestaltet",
    "numberingChange": "Nummerierung geändert",
    "sectPrChange": "Seite anders eingerichtet",
    **dict.fromkeys(("tblPrChange", "tblGridChange", "tblPrExChange"), "Tabelle anders gestaltet"),
    "trPrChange": "Tabellenzeile anders gestaltet",
    "tcPrChange": "Tabellenzelle anders gestaltet",
}
_LEFT: Mapping[str, str] = {
    "ole": "Eingebettetes Objekt",
    "chart": "Diagramm",
    "smartart": "SmartArt-Grafik",
    "alternate": "Andere Darstellung desselben",
    "chunk": "Eingebettete Datei",
    "glossary": "Baustein",
}


def kind_name(kept: KeptProposal) -> str:
    """Name what is proposed."""
    return COPIED if kept.copied and kept.kind is Kind.INSERT else KINDS[kept.kind]


def form_name(kind: str) -> str:
    """Name a change of form by the element that Word writes of it."""
    return _FORMS.get(kind, "Anders gestaltet")


def left_name(kind: str) -> str:
    """Name what was not taken over."""
    return _LEFT.get(kind, "Anderes")


def left_place(place: str) -> str:
    """Say where in a copy something stands that was not taken over: `word/document.xml#12`."""
    part, _, block = place.rpartition("#")
    names = {"document": "Text", "footnotes": "Fußnoten", "endnotes": "Endnoten", "comments": "Kommentare"}
    stem = part.rsplit("/", maxsplit=1)[-1].removesuffix(".xml")
    name = names.get(stem) or next((said for key, said in _RUNNING.items() if stem.startswith(key)), "")
    where = f"{int(block) + 1}. Absatz der Datei" if block.isdecimal() and block.isascii() else ""
    return ", ".join(filter(None, (name, where))) or NOTHING


_RUNNING = {"header": "Kopfzeile", "footer": "Fußzeile", "glossary": "Bausteine"}


def verdict_name(kept: KeptProposal) -> str:
    """Say in a word or two how a proposal was decided."""
    decision = kept.decision
    if decision is None:
        return OPEN
    match decision.verdict:
        case Verdict.REJECTED:
            return REJECTED
        case Verdict.LATER:
            return LATER
        case Verdict.ACCEPTED if kept.kind in TOLD:
            return NOTICED
        case Verdict.ACCEPTED if decision.text is not None:
            return CHANGED
        case Verdict.ACCEPTED if len(kept.variants) > 1:
            return f"Variante {decision.variant + 1} angenommen"
        case _:
            return ACCEPTED


def decided_when(decision: Decision) -> str:
    """Say when somebody decided."""
    verb = "" if decision.verdict is Verdict.LATER else "entschieden "
    return f"{verb}am {moment(decision.when)}"


def moment(when: datetime) -> str:
    """Write a moment by the clock of this place: `12.03.2015, 10:42`."""
    return f"{local_time.here(when):%d.%m.%Y, %H:%M}"


def source_line(source: Source, reviewer: str) -> str:
    """Say who made a change, in whose copy, when: `Jobcenter: Frau Demir, 03.03.2015`."""
    author = clean(source.author)
    who = reviewer if not author or author == reviewer else f"{reviewer}: {author}" if reviewer else author
    return ", ".join(filter(None, (who or "Ohne Namen", day_of(source.date))))


def said_by(author: str, when: datetime, reviewer: str = "") -> str:
    """Say who has remarked something, in whose copy, when."""
    return source_line(Source("", author, when.isoformat()), reviewer)


def found_how(sources: Iterable[Source]) -> str:
    """Say how the program knows of a change."""
    tracked = {source.tracked for source in sources}
    if tracked == {True}:
        return "nachverfolgt"
    return "durch Vergleich erkannt" if tracked == {False} else "teils nachverfolgt, teils durch Vergleich erkannt"


def day_of(date: str) -> str:
    """Write the day of a moment as Word has it (ISO 8601); nothing where it is none."""
    try:
        return written(datetime.fromisoformat(date).date())
    except ValueError:
        return ""


def certainty_name(certainty: float) -> str:
    """Say how sure it is that a file is a copy of that text."""
    return "sicher" if certainty >= 1 else f"zu {int(certainty * 100)} % sicher"


def standing_name(copy: GivenCopy) -> str:
    """Say since when a copy is back, or that it is not."""
    if copy.state is CopyState.RETURNED:
        return written(local_time.here(copy.returned).date()) if copy.returned else "ja"
    return "nicht mehr erwartet" if copy.state is CopyState.CLOSED else "noch nicht"


def in_sum(shown: Sequence[KeptProposal], comments: Sequence[Comment]) -> str:
    """Say how to read the numbers, and what they do not tell."""
    conflicts = sum(kept.is_conflict for kept in shown)
    changed = sum(kept.decision is not None and kept.decision.text is not None for kept in shown)
    resolved = sum(comment.resolved for comment in comments)
    told = (
        MEANT if any(len({source.copy for source in kept.sources}) > 1 for kept in shown) else "",
        _counted(conflicts, "Unter den Vorschlägen ist 1 Konflikt.", "Unter den Vorschlägen sind {} Konflikte."),
        _counted(changed, "1 Vorschlag wurde geändert angenommen.", "{} Vorschläge wurden geändert angenommen."),
        _counted(resolved, "1 Kommentar ist erledigt.", "{} Kommentare sind erledigt."),
    )
    return " ".join(filter(None, told))


def _counted(count: int, one: str, many: str) -> str:
    return "" if not count else one if count == 1 else many.format(count)
