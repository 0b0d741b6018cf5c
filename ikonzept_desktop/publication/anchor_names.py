"""What everything is called that a reference can lead to, for those who hear a link before they follow it."""

from collections.abc import Iterator

from ikonzept_desktop.publication.tree import (
    AttachmentElement,
    BoxElement,
    Element,
    FigureElement,
    ListElement,
    Publication,
    Runs,
    TableElement,
    TextRun,
    all_elements,
    all_sections,
)

_LONGEST = 120
"""Code points after which a name ends with the word before."""


def anchor_names(publication: Publication) -> dict[str, str]:
    """Give number and title by anchor: `Abschnitt 3.2 Sprache`, `Tabelle 4: Zuzüge`, `S 2 Lotsendienst`.

    What has neither is not in it.
    """
    return {anchor: name for anchor, name in _named(publication) if name}


def _named(publication: Publication) -> Iterator[tuple[str, str]]:
    for section in all_sections(publication.sections):
        counted = section.number[:1].isdigit()
        yield section.id, _shortened("Abschnitt " * counted + f"{section.number} {section.title}".strip())
        for element in all_elements(section.elements):
            match element:
                case (
                    TableElement(id=id, label=label, caption=caption)
                    | FigureElement(id=id, label=label, caption=caption)
                ):
                    yield id, _shortened(": ".join(filter(None, (label, _words(caption)))))
                case BoxElement(id=id, number=number, title=title):
                    yield id, _shortened(f"{number} {title}".strip())
                case AttachmentElement(id=id, title=title):
                    yield id, _shortened(_words(title))
                case _:
                    pass
            yield from _records(element)


def _records(element: Element) -> Iterator[tuple[str, str]]:
    """Name the records that are printed as rows of a table or entries of a list."""
    match element:
        case TableElement(rows=rows):
            for row in rows:
                yield row.id, _shortened(_words(row.cells[0].runs) if row.cells else "")
        case ListElement(entries=entries):
            for entry in entries:
                number = str(entry.number or "")
                yield entry.id, _shortened(f"{number} {_words(entry.runs)}".strip())
                for below in entry.below:
                    yield from _records(below)
        case _:
            pass


def _words(runs: Runs) -> str:
    return "".join(run.text for run in runs if isinstance(run, TextRun)).strip()


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST].rsplit(' ', 1)[0]} …"
