"""What the panel of proposals says, in German."""

from datetime import date

from ikonzept_desktop import local_time
from ikonzept_desktop.model.german_days import written
from ikonzept_desktop.model.proposals import Decision, KeptProposal, Kind, LeftOut, Verdict
from ikonzept_desktop.review.by_hand import Reason
from ikonzept_desktop.ui.window.returns.entries import Entry, Sort
from ikonzept_desktop.ui.window.texts import thousands

PROPOSALS, COPIES = "Vorschläge", "Kopien"
VIEWS = "Ansicht der Rückläufe"
NOTHING = "Noch keine Rückläufe. Ziehen Sie die Word-Dateien hierher."
LIST = "Vorschläge in der Reihenfolge des Textes"
HINT = "Eingabe nimmt an, Entf lehnt ab, E bearbeitet erst, S stellt zurück, Ziffern wählen die Variante."
NONE_LEFT = "Alles entschieden."
NONE_HERE = "Zu dieser Auswahl gibt es keine Vorschläge."
KINDS = "Art"
SECTIONS = "Abschnitt"
STATES = "Stand"
ALL_KINDS = "Alle Arten"
ALL_SECTIONS = "Alle Abschnitte"
ONLY_OPEN, ONLY_DECIDED, EVERYTHING = "Nur offene", "Nur entschiedene", "Offene und entschiedene"
MORE = "Mehrere auf einmal entscheiden"
NO_SECTION = "Umschlag und Eigenes von iKonzept"
PREVIOUS, NEXT = "Vorige", "Nächste"
MODE = "Was der Text zeigt"
MODES = {
    "proposals": "Text mit Vorschlägen",
    "present": "Jetziger Text",
    "accepted": "Text, wenn alles angenommen ist",
}
RECORD = "Protokoll …"
KEYS = (
    (("↓", "↑"), "nächste, vorige"),
    (("Eingabe",), "übernehmen"),
    (("Entf",), "ablehnen"),
    (("E",), "erst bearbeiten"),
    (("S",), "später"),
    (("Strg+Z",), "zurück"),
)

STEP_ACCEPTED = "Vorschlag angenommen"
STEP_REJECTED = "Vorschlag abgelehnt"
STEP_LATER = "Vorschlag zurückgestellt"
STEP_REOPENED = "Vorschlag wieder geöffnet"
STEP_ALL_ACCEPTED = "Vorschläge angenommen"
STEP_ALL_REJECTED = "Vorschläge abgelehnt"

CONFLICT = "Konflikt"
KEEP = "Ausgangstext behalten"
VARIANT = "Variante {number}"
PROPOSAL = "Vorschlag"
REASON = "Begründung für das Protokoll (freiwillig)"
REASON_EXAMPLE = "Warum so entschieden?"
ACCEPT = "Übernehmen"
ACCEPT_VARIANT = "Variante {number} übernehmen"
KEEP_BASE = "Ausgangstext behalten"
REJECT = "Ablehnen"
EDIT = "Erst bearbeiten"
LATER = "Später"
NOTICED = "Zur Kenntnis nehmen"
BY_HAND = "Von Hand erledigt"
GO_TO_TEXT = "Zum Text"
REOPEN = "Wieder öffnen"
RESOLVE, UNRESOLVE = "Erledigt", "Wieder öffnen"
ANSWER = "Antworten …"
ORIGIN = "Herkunft"
LOOK_AT_LEFT_OUT = "Ansehen …"
LEFT_OUT_TITLE = "Nicht übernommen"
SHIFTED = (
    "Der Text hat sich seither geändert: Die Wörter, um die es geht, stehen so nicht mehr da. Der Text bleibt, wie er "
    "ist. Bitte arbeiten Sie den Vorschlag von Hand ein oder lehnen Sie ihn ab."
)
_BECAUSE = {
    Reason.PROGRAM: "Diese Wörter schreibt iKonzept selbst: eine Nummer, eine Bezeichnung, ein Verzeichnis.",
    Reason.REFERENCE: "Diese Wörter druckt ein Querverweis; sie richten sich nach seinem Ziel.",
    Reason.VALUE: "Was hier steht, passt nicht in das Feld: Es ist kein Tag, keine Auswahl, kein Ziel.",
    Reason.SECTION: "Es geht um eine Überschrift und damit um einen ganzen Abschnitt.",
    Reason.NO_PLACE: "An dieser Stelle kann kein Absatz stehen.",
    Reason.TABLE: "Das passt nicht in die Tabelle, wie sie jetzt ist.",
    Reason.TOLD: "Daran ist kein Wort zu ändern.",
}


def by_hand(reason: Reason) -> str:
    """Say why a proposal has to be worked in by hand, and what to do."""
    return (
        f"{_BECAUSE[reason]} iKonzept kann das nicht selbst ausführen. Der Text bleibt, wie er ist. "
        "Bitte arbeiten Sie es von Hand ein und vermerken Sie das dann hier."
    )


OUTDATED = "Seit eine weitere Kopie da ist, schlägt das niemand mehr so vor."
AGAINST = "Andere möchten daran etwas ändern oder es behalten: {names}."
TOLD = "Nur die Form, kein Wort. iKonzept setzt jede Schrift selbst; es genügt, das zur Kenntnis zu nehmen."
WITHDRAWN = "Geschrieben und wieder gestrichen. Am Text ändert das nichts."

SORTS = {
    Sort.INSERTED: ("Eingefügt", "plus"),
    Sort.DELETED: ("Gelöscht", "minus"),
    Sort.CHANGED: ("Geändert", "replace"),
    Sort.PARAGRAPH: ("Neuer Absatz", "plus"),
    Sort.GONE: ("Absatz gelöscht", "minus"),
    Sort.SPLIT: ("Absatz geteilt", "table-cells-split"),
    Sort.JOINED: ("Absätze verbunden", "table-cells-merge"),
    Sort.MOVED: ("Verschoben", "move"),
    Sort.ROW: ("Tabellenzeile", "table"),
    Sort.FORM: ("Formatierung", "case-sensitive"),
    Sort.WITHDRAWN: ("Wieder gestrichen", "eye-off"),
    Sort.CONFLICT: (CONFLICT, "triangle-alert"),
    Sort.COMMENT: ("Kommentar", "message-square"),
}
"""The word and the shape of each sort."""
VERDICTS = {
    Verdict.ACCEPTED: ("Angenommen", "circle-check", "green"),
    Verdict.REJECTED: ("Abgelehnt", "circle-x", "muted"),
    Verdict.LATER: ("Zurückgestellt", "clock", "amber"),
}


def progress(decided: int, total: int) -> str:
    """Say how far one is."""
    return f"{thousands(decided)} von {thousands(total)} entschieden"


def open_count(count: int) -> str:
    """Say how many are open in a section."""
    return f"{thousands(count)} offen" if count else "entschieden"


def place(at: int, total: int) -> str:
    """Say which of those that are shown it is."""
    return f"Änderung {thousands(at)} von {thousands(total)}" if at else ""


def kind_line(entry: Entry, goal: str = "") -> str:
    """Say what an entry is, in its second line; `goal` names the section something is moved to."""
    word, _ = SORTS[entry.sort]
    if entry.sort is Sort.MOVED and goal:
        word = f"{word} nach {shortened(goal, 24)}"
    kept = entry.kept
    if kept is None:
        said = f"{word} zu „{shortened(entry.anchor, 24)}“" if entry.anchor else word
        return f"{said}, erledigt" if not entry.is_open else said
    if entry.sort is Sort.CONFLICT:
        word = f"{word}, {len(kept.variants)} Varianten" if len(kept.variants) > 1 else word
    if entry.sort is Sort.CHANGED:
        word = f"{word} in „{shortened(kept.variants[0].text, 24)}“"
    if kept.decision is not None:
        return f"{word} · {VERDICTS[kept.decision.verdict][0].lower()}"
    untracked = bool(kept.sources) and not any(source.tracked for source in kept.sources)
    return f"{word}, ohne Nachverfolgung" if untracked else word


def shortened(words: str, most: int = 60) -> str:
    """Give the beginning of words, in one line."""
    said = " ".join(words.replace("\ufffc", "").split())
    return said if len(said) <= most else said[:most].rstrip() + " …"


def conflict(kept: KeptProposal) -> str:
    """Say what a conflict is about."""
    copies = {source.copy for source in (*kept.sources, *kept.against)}
    many = _NUMBERS.get(len(copies), str(len(copies)))
    if len(kept.variants) < 2:
        verb = "löschen" if kept.kind in {Kind.DELETE, Kind.ROW_DELETE} else "ändern"
        return f"{many} Kopien sind sich nicht einig: Die einen möchten das {verb}, andere nicht."
    ways = _NUMBERS.get(len(kept.variants), str(len(kept.variants))).lower()
    return f"{many} Kopien ändern dieselbe Stelle, auf {ways} Arten."


_NUMBERS = {1: "Eine", 2: "Zwei", 3: "Drei", 4: "Vier", 5: "Fünf", 6: "Sechs", 7: "Sieben", 8: "Acht", 9: "Neun"}


def decided(decision: Decision) -> str:
    """Say how and when something was decided, and why."""
    word = VERDICTS[decision.verdict][0]
    when = local_time.here(decision.when)
    how = f", Variante {decision.variant + 1}" if decision.variant else ""
    if decision.text is not None:
        how = " mit eigenen Worten"
    reason = f" Begründung: {decision.reason}" if decision.reason else ""
    return f"{word}{how} am {written(when.date())} um {when:%H:%M} Uhr.{reason}"


def origin(when: date, *, tracked: bool, untracked: bool, certainty: float) -> str:
    """Say what a copy tells of a proposal."""
    how = "nachverfolgt" if tracked and not untracked else "ohne Nachverfolgung, durch Vergleich erkannt"
    if tracked and untracked:
        how = "teils nachverfolgt"
    sure = f", zu {int(certainty * 100)} % sicher zugeordnet" if certainty < 1 else ""
    return f"Kopie vom {written(when)}, {how}{sure}"


def left_out(count: int) -> str:
    """Say how many places were not taken over."""
    return "1 Stelle wurde nicht übernommen." if count == 1 else f"{count} Stellen wurden nicht übernommen."


def accept_all_of(what: str) -> str:
    """Name the command that accepts what is agreed."""
    return f"Alle offenen {what} annehmen"


def reject_all_of(what: str) -> str:
    """Name the command that rejects."""
    return f"Alle offenen {what} ablehnen"


def of_person(name: str) -> str:
    """Name those of a person."""
    return f"von {name}"


OF_SECTION, OF_FORM, OF_SHOWN = "dieses Abschnitts", "Formatierungen", "der Auswahl"
NOTICE_FORMS = "Alle Formatierungen zur Kenntnis nehmen"


def taken_over(count: int, conflicts: int, others: int) -> str:
    """Say what came of accepting many at once, and what stays open."""
    head = "1 Vorschlag angenommen" if count == 1 else f"{thousands(count)} Vorschläge angenommen"
    by_hand = "1 ist von Hand einzuarbeiten" if others == 1 else f"{thousands(others)} sind von Hand einzuarbeiten"
    said = ". ".join(filter(None, (head, _left_open(conflicts), by_hand if others else "")))
    return f"{said}. Rückgängig mit Strg+Z."


def rejected(count: int, conflicts: int) -> str:
    """Say what came of rejecting many at once, and what stays open."""
    head = "1 Vorschlag abgelehnt" if count == 1 else f"{thousands(count)} Vorschläge abgelehnt"
    said = ". ".join(filter(None, (head, _left_open(conflicts))))
    return f"{said}. Rückgängig mit Strg+Z."


def _left_open(conflicts: int) -> str:
    if not conflicts:
        return ""
    return "1 Konflikt bleibt offen" if conflicts == 1 else f"{thousands(conflicts)} Konflikte bleiben offen"


ALL_OPEN_LEFT = "Nichts davon lässt sich auf einmal entscheiden: Es sind Konflikte, oder der Text hat sich geändert."

CLOSE = "Schließen"
_LEFT_OUT = {
    "ole": "Eingebettetes Objekt",
    "chart": "Diagramm",
    "smartart": "SmartArt-Grafik",
    "alternate": "Darstellung für ein anderes Programm",
    "chunk": "Eingelegtes Dokument",
    "glossary": "Baustein",
}


def left_out_line(left: LeftOut) -> str:
    """Say what was not taken over, and where it stands."""
    kind = _LEFT_OUT.get(left.kind, left.kind)
    place = f", bei „{left.place}“" if left.place else ""
    words = f"\nDarin steht: „{left.text.strip()}“" if left.text.strip() else ""
    return f"{kind}{place}{words}"


LEFT_OUT_OF = (
    "Das steht in den Dateien und ist kein Text, den iKonzept übernehmen kann. Die Dateien selbst werden mit dem "
    "Konzept aufbewahrt."
)
