"""What to call a figure in a sentence, so that whoever gives the concept out finds it."""

from ikonzept_desktop.publication.tree import FigureElement, Publication, TextRun, all_elements, all_sections

_LONGEST = 60
"""Characters of a caption."""


def figure_name(publication: Publication, id: str) -> str:
    """Give a figure's number and caption with the section it is in: `Abbildung 2 „Anteile“ (5.1 Ausgangslage)`.

    A logo, which has neither, is known by its image.
    """
    for section in all_sections(publication.sections):
        for element in all_elements(section.elements):
            if isinstance(element, FigureElement) and element.id == id:
                where = f"{section.number} {section.title}".strip()
                return f"{_named(element)} ({where})" if where else _named(element)
    return "Ein Logo" if any(logo.image == id for logo in publication.logos) else "Abbildung"


def _named(figure: FigureElement) -> str:
    said = " ".join("".join(run.text for run in figure.caption if isinstance(run, TextRun)).split())
    short = said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1].rstrip()}…"
    return f"{figure.label or 'Abbildung'} „{short}“" if short else figure.label or "Abbildung"
