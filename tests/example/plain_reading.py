"""A second, simple-minded reading of resources/example: the words of a file in order, its notes apart.

It shares no line with the reader of the program: it strikes out with regular expressions whatever is no word.
References are struck out, for their words are computed. Internal comments, and fields that hold no text of
their own (choices, dates, links), are left out.
"""

import re
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "resources" / "example"

_NOTE = re.compile(r"\^\[((?:[^\[\]]|\[[^\[\]]*\]\([^()]*\))*)\]")
_FIGURE = re.compile(r'!\[[^\]]*\]\(\S+?(?:\s"([^"]*)")?\)(?:\{([^}]*)\})?')
_SOURCE = re.compile(r'source="([^"]*)"')
_WORDLESS_LINES = re.compile(r"^(?:Zugeordnetes Teilziel|Priorität|Umsetzungsstand): .*$", re.MULTILINE)
_LABELS = re.compile(
    r"^(?:Beschreibung|Zielgruppe|Federführung|Partner|Zeitrahmen|Ressourcen und Finanzierung|Indikator: Basis|"
    r"Indikator: Soll|Herkunft|Tabelle|Quelle):",
    re.MULTILINE,
)
_WORDLESS_PARTS = re.compile(
    r"^@[a-z0-9-]+(?:, @[a-z0-9-]+)*$|^\d\d\.\d\d\.\d{4}$|^ja$|^nein$|^(?:Text|Liste|Tabelle)$"
)
_WORDLESS_COLUMNS = {
    "#",
    "Kategorie",
    "Institution",
    "Gremien",
    "Einwilligung Druck",
    "Einwilligung Web",
    "Einwilligung vom",
}


def outline() -> list[str]:
    """Give the names of the sections in order."""
    text = (FOLDER / "konzept.toml").read_text(encoding="utf-8")
    return text.split('outline = """')[1].split('"""')[0].split()


def section_text(name: str) -> str:
    """Give a section's file."""
    return (FOLDER / "abschnitte" / f"{name}.md").read_text(encoding="utf-8")


def title(text: str) -> str:
    """Give the title in the head of a file."""
    found = re.search(r'^title = "(.*)"$', text, re.MULTILINE)
    assert found is not None
    return found[1]


def words_and_notes(text: str) -> tuple[list[str], list[list[str]]]:
    """Give the words below the head of a file, and those of each of its notes."""
    body = re.sub(r"\{>>.*?<<\}", "", text.split("\n+++\n", 1)[1], flags=re.DOTALL)
    body = re.sub(r"\{==\s*|\s*==\}", "", body)
    notes = [_plain(note).split() for note in _NOTE.findall(body)]
    body = _NOTE.sub("", body)
    parts = re.split(r"^## .*$", body, flags=re.MULTILINE)
    return " ".join(map(_part, parts)).split(), notes


def _part(part: str) -> str:
    part = part.strip()
    if _WORDLESS_PARTS.search(part):
        return ""
    if part.startswith("|"):
        return _record_table(part)
    return _plain(part)


def _record_table(part: str) -> str:
    head, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines()]
    kept = [index for index, name in enumerate(head) if name not in _WORDLESS_COLUMNS]
    return "\n".join(_plain(row[index]) for row in rows for index in kept)


def _plain(text: str) -> str:
    text = _FIGURE.sub(lambda match: " ".join([match[1] or "", *_SOURCE.findall(match[2] or "")]), text)
    text = re.sub(r"^\|(?: *:?-+:? *\|)+$", "", text, flags=re.MULTILINE)
    text = _WORDLESS_LINES.sub("", text)
    text = _LABELS.sub("", text)
    text = re.sub(r"^### ", "", text, flags=re.MULTILINE)
    text = re.sub(r"^ *(?:- |\d+\. |> )", "", text, flags=re.MULTILINE)
    text = re.sub(r"\{[@#][^}]*\}", "", text)
    text = re.sub(r"\[([^\]]*)\](?:\([^)]*\)|\{lang=[^}]*\})", r"\1", text)
    text = re.sub(r"\| *[<^] *(?=\|)", "", text)
    text = re.sub(r"\\n|\\$|\|", " ", text, flags=re.MULTILINE)
    return text.replace("**", "").replace("*", "")
