"""Why a file is not read as a Word file: each reason one German sentence, what happened, what is safe, what to do."""

from ikonzept_desktop.reading.whole_file import Refusals

MOST_BYTES = 50 * 1024 * 1024
"""Of a file that is read."""

_SAFE = "Ihr Konzept und die Datei selbst sind unverändert"


class WordRefused(Exception):
    """A file that is not read; its text is one German sentence for the user."""


class WordDamaged(WordRefused):
    """A file, or one part of it, that cannot be unpacked or parsed."""


def _refused(name: str, happened: str, advice: str) -> WordRefused:
    return WordRefused(f"„{name}“ {happened}; {_SAFE}, {advice}.")


def not_word(name: str) -> WordRefused:
    """Refuse what is no Word file of the present format, whatever its name says."""
    return _refused(name, "ist keine Word-Datei (.docx)", "speichern Sie das Dokument in Word als .docx")


def of_other_kind(name: str, kind: str) -> WordRefused:
    """Refuse what is another program's file, or an older Word's; the kind is said as in „ist …“."""
    advice = "öffnen Sie die Datei in Word oder LibreOffice, speichern Sie sie dort als .docx und lesen Sie diese ein"
    return _refused(name, f"ist {kind} und keine Word-Datei (.docx)", advice)


def empty(name: str) -> WordRefused:
    """Refuse a file without a byte."""
    return _refused(name, "ist leer", "bitten Sie um eine neue Kopie der Datei")


def locked(name: str) -> WordRefused:
    """Refuse what a password is needed for."""
    advice = "speichern Sie die Datei in Word ohne Kennwort und lesen Sie sie noch einmal ein"
    return _refused(name, "ist mit einem Kennwort verschlüsselt", advice)


def with_macros(name: str) -> WordRefused:
    """Refuse a file with programs in it."""
    advice = "speichern Sie das Dokument in Word als .docx ohne Makros und lesen Sie dieses ein"
    return _refused(name, "enthält Makros und wird darum nicht gelesen", advice)


def damaged(name: str) -> WordDamaged:
    """Refuse what cannot be unpacked or parsed."""
    advice = "öffnen Sie die Datei in Word, speichern Sie sie neu oder bitten Sie um eine neue Kopie"
    return WordDamaged(str(_refused(name, "ist beschädigt oder unvollständig", advice)))


def suspicious(name: str) -> WordRefused:
    """Refuse what no word processor writes and what has been made to do harm."""
    advice = "bitten Sie um eine Kopie, die in Word neu gespeichert wurde"
    return _refused(name, "ist so gebaut, wie Word keine Datei schreibt, und wird darum nicht gelesen", advice)


def too_large(name: str) -> WordRefused:
    """Refuse what would take too much memory or time."""
    advice = "teilen Sie das Dokument in Word oder entfernen Sie große Bilder und eingebettete Dateien"
    return _refused(name, f"ist gepackt oder entpackt zu groß (möglich sind {MOST_BYTES >> 20} MB)", advice)


def unreadable(name: str, reason: str) -> WordRefused:
    """Refuse a file that cannot be reached; the reason is a half-sentence."""
    return _refused(
        name, f"lässt sich nicht lesen ({reason})", "schließen Sie sie, wo sie offen ist, und prüfen Sie das Laufwerk"
    )


def broken(name: str) -> WordRefused:
    """Refuse a file that the program itself stumbled over."""
    advice = "speichern Sie die Datei in Word oder LibreOffice neu als .docx und lesen Sie sie noch einmal ein"
    return _refused(name, "konnte nicht gelesen werden", advice)


REFUSALS = Refusals(not_word, too_large, unreadable)
