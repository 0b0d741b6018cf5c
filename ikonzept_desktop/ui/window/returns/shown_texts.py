"""What the text with proposals in it says of them, in German."""

from ikonzept_desktop.review.shown_values import Head, HeadKind

SHOWN = "Text mit Vorschlägen"
EDITOR = "Vorschlag bearbeiten"
TAKE = "Übernehmen"
BACK = "Zurück"
KEYS = "Strg+Eingabe übernimmt, Esc verwirft."
FIGURE = "Abbildung"
ATTACHED = "PDF-Anlage"
COVER = "Umschlag"


def head(shown: Head) -> str:
    """Say what stands above words in a frame."""
    match shown.kind:
        case HeadKind.CONFLICT if shown.strikes:
            return "Konflikt: streichen oder ändern, es gilt weiter der Ausgangstext"
        case HeadKind.CONFLICT:
            return f"Konflikt: {shown.variants} Varianten, es gilt weiter der Ausgangstext"
        case HeadKind.MOVE:
            return _going(shown)
        case HeadKind.HERE:
            return f"soll hierher aus {shown.place}: „{shown.words}“"
        case HeadKind.SHIFTED:
            return _shifted(len(shown.ids))
        case HeadKind.NOWHERE:
            return _of_the_program(len(shown.ids))


def _going(shown: Head) -> str:
    if shown.place:
        return f"soll nach {shown.place}"
    return f"soll hinter „{shown.words}“" if shown.words else "soll an den Anfang"


def _shifted(count: int) -> str:
    if count == 1:
        return "1 Vorschlag passt nicht mehr zum Text"
    return f"{count} Vorschläge passen nicht mehr zum Text"


def _of_the_program(count: int) -> str:
    if count == 1:
        return "1 Vorschlag betrifft, was das Programm selbst schreibt"
    return f"{count} Vorschläge betreffen, was das Programm selbst schreibt"
