"""The lists printed after the contents on request: of tables, of figures, of the abbreviations that are used."""

from collections.abc import Iterator
from dataclasses import replace

from ikonzept_desktop.model.abbreviations import used_in
from ikonzept_desktop.model.document import Abbreviation, Properties
from ikonzept_desktop.model.template import Role
from ikonzept_desktop.publication.plain import plain_text
from ikonzept_desktop.publication.runs import runs_text
from ikonzept_desktop.publication.tree import (
    ContentsEntry,
    Directory,
    FigureElement,
    Publication,
    TableElement,
    all_elements,
    all_sections,
)

TABLES = "Tabellenverzeichnis"
FIGURES = "Abbildungsverzeichnis"
ABBREVIATIONS = "Abkürzungsverzeichnis"


def with_directories(publication: Publication, properties: Properties) -> Publication:
    """Give a publication with the lists that the concept asks for; what would be empty is left out."""
    return replace(
        publication,
        directories=tuple(one for one in _directories(publication, properties) if one.entries),
        abbreviations=_abbreviations(publication, properties),
    )


def _directories(publication: Publication, properties: Properties) -> Iterator[Directory]:
    if properties.print_tables_list:
        yield Directory(TABLES, publication.table_label, tuple(_entries(publication, TableElement)))
    if properties.print_figures_list:
        yield Directory(FIGURES, publication.figure_label, tuple(_entries(publication, FigureElement)))


def _entries(publication: Publication, sort: type[TableElement] | type[FigureElement]) -> Iterator[ContentsEntry]:
    for section in all_sections(publication.sections):
        for element in all_elements(section.elements) if section.role is not Role.COVER else ():
            if isinstance(element, TableElement | FigureElement) and isinstance(element, sort) and element.label:
                yield ContentsEntry(element.id, 1, element.label, " ".join(runs_text(element.caption).split()))


def _abbreviations(publication: Publication, properties: Properties) -> tuple[Abbreviation, ...]:
    if not (properties.print_abbreviations and properties.abbreviations):
        return ()
    return used_in(properties.abbreviations, "\n".join(plain_text(publication)))
