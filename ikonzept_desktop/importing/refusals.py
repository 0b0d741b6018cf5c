"""Why a file is not taken over: each reason one German sentence, what happened, what is safe, what to do."""

from ikonzept_desktop.reading.whole_file import Refusals
from ikonzept_desktop.reading.word.refusals import MOST_BYTES

_SAFE = "Ihr Konzept und die Datei selbst sind unverändert"
_AS_DOCX = "öffnen Sie die Datei in ihrem Programm und speichern Sie sie dort als Word-Datei (.docx)"


class ImportRefused(Exception):
    """A file that is not taken over, of whatever kind; its text is one German sentence for the user."""


def _refused(name: str, happened: str, advice: str) -> ImportRefused:
    return ImportRefused(f"„{name}“ {happened}; {_SAFE}, {advice}.")


def unknown(name: str) -> ImportRefused:
    """Refuse what is no text at all, whatever its name says."""
    happened = "ist kein Text, den iKonzept übernehmen kann"
    return _refused(name, happened, "möglich sind .docx, .odt, .doc, .rtf, .md, .html und .txt")


def of_other_kind(name: str, kind: str) -> ImportRefused:
    """Refuse a file of another known kind; it is said as in „ist …“."""
    return _refused(name, f"ist {kind} und kein Text, den iKonzept übernehmen kann", _AS_DOCX)


def empty(name: str) -> ImportRefused:
    """Refuse a file in which nothing stands."""
    return _refused(name, "ist leer", "bitten Sie um eine neue Kopie der Datei")


def locked(name: str) -> ImportRefused:
    """Refuse what a password is needed for."""
    advice = "speichern Sie sie in ihrem Programm ohne Kennwort und versuchen Sie es noch einmal"
    return _refused(name, "ist mit einem Kennwort verschlüsselt", advice)


def damaged(name: str) -> ImportRefused:
    """Refuse what cannot be unpacked or parsed."""
    advice = "öffnen Sie sie in ihrem Programm, speichern Sie sie neu oder bitten Sie um eine neue Kopie"
    return _refused(name, "ist beschädigt oder unvollständig", advice)


def suspicious(name: str) -> ImportRefused:
    """Refuse what no program writes and what has been made to do harm."""
    advice = "bitten Sie um eine Kopie, die in Word oder LibreOffice neu gespeichert wurde"
    return _refused(name, "ist so gebaut, wie kein Programm eine Datei schreibt, und wird darum nicht gelesen", advice)


def too_large(name: str, most: int = MOST_BYTES) -> ImportRefused:
    """Refuse what would take too much memory or time; so many bytes are possible."""
    return _refused(name, f"ist zu groß (möglich sind {most >> 20} MB)", "teilen Sie das Dokument in ihrem Programm")


def too_long(name: str) -> ImportRefused:
    """Refuse what has more paragraphs than any document, or takes longer than anybody would wait for."""
    return _refused(name, "hat mehr Absätze, als ein Konzept haben kann", "teilen Sie das Dokument in ihrem Programm")


def too_tangled(name: str) -> ImportRefused:
    """Refuse a page that is larger, deeper or slower to read than anything people write."""
    happened = "ist größer oder tiefer verschachtelt, als eine Webseite hier sein kann"
    return _refused(name, happened, _AS_DOCX)


def too_slow(name: str) -> ImportRefused:
    """Refuse what could not be read in time."""
    advice = "teilen Sie das Dokument in ihrem Programm oder speichern Sie es dort als Word-Datei (.docx)"
    return _refused(name, "ließ sich in der möglichen Zeit nicht lesen", advice)


def no_office(name: str, kind: str) -> ImportRefused:
    """Refuse what LibreOffice would be needed for, which is not installed; the kind is said as in „das Format …“."""
    advice = "speichern Sie das Dokument in dem Programm, aus dem es kommt, als Word-Datei (.docx)"
    return _refused(name, f"hat das Format {kind}, für das LibreOffice auf diesem Rechner fehlt", advice)


def unreadable(name: str, reason: str) -> ImportRefused:
    """Refuse a file that cannot be reached; the reason is a half-sentence."""
    advice = "schließen Sie sie, wo sie offen ist, und prüfen Sie das Laufwerk"
    return _refused(name, f"lässt sich nicht lesen ({reason})", advice)


def broken(name: str) -> ImportRefused:
    """Refuse a file that the program itself stumbled over."""
    advice = "speichern Sie sie in ihrem Programm als Word-Datei (.docx) und versuchen Sie es damit"
    return _refused(name, "konnte nicht übernommen werden", advice)


REFUSALS = Refusals(unknown, too_large, unreadable)
