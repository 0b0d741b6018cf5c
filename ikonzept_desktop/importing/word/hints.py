"""What tells headings from text: styles, outline levels, the look of a paragraph."""

import re

from ikonzept_desktop.importing.manuscript import Hints
from ikonzept_desktop.importing.word.lines import Line
from ikonzept_desktop.model.blocks import ParagraphStyle
from ikonzept_desktop.model.inline import plain
from ikonzept_desktop.reading.word.content import Block

_CONTENTS = re.compile(
    r"(?:toc|contents|verzeichnis|inhaltsverzeichnis|tabellenverzeichnis|abbildungsverzeichnis|table of figures"
    r"|table of contents|figure index|illustration index|index)[ _]?(?:heading|\d+)?|inhaltsverzeichnisüberschrift",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(?:heading|überschrift) ([1-9])", re.IGNORECASE)
_QUOTES = frozenset(
    {"quote", "intense quote", "zitat", "intensives zitat", "quotations", "block quotation", "blockquote", "block text"}
)
_CAPTIONS = frozenset(
    {"caption", "beschriftung", "bildunterschrift", "tabellenüberschrift", "table", "illustration", "figure"}
)
_SOURCES = frozenset({"quellenangabe", "quelle", "source"})


def styles_of(block: Block) -> tuple[str, ...]:
    """Give the names of a paragraph's style and of those it is based on, as far as they are known."""
    if block.form is not None and block.form.styles:
        return block.form.styles
    return (block.style,) if block.style else ()


def level_of(block: Block) -> int | None:
    """Give the level of a heading, from 0: its own, or that of the heading its style comes from; None for other text.

    A style that is a heading but for the table of contents comes from one and has the level of plain text.
    """
    if block.outline is not None or is_contents(block):
        return block.outline
    named = (_HEADING.fullmatch(name) for name in styles_of(block))
    return next((int(found[1]) - 1 for found in named if found is not None), None)


def hints_of(block: Block, line: Line, *, begins_page: bool) -> Hints:
    """Give what is known of a paragraph besides its words."""
    form, looks = block.form, line.looks
    number = form.number if form is not None else ""
    return Hints(
        block.style,
        styles_of(block),
        level_of(block),
        number,
        is_bold=0 < looks.letters == looks.bold,
        is_capital=0 < looks.letters == looks.capital and any(map(str.isalpha, plain(line.inlines))),
        size=looks.size,
        is_centred=form is not None and form.alignment == "center",
        begins_page=begins_page or line.page_before or (form is not None and form.begins_page),
        keeps_next=form is not None and form.keeps_next,
    )


def is_contents(block: Block) -> bool:
    """Tell whether a paragraph is a line of a table of contents or of figures, by its form or its style's name."""
    if block.form is not None and block.form.is_contents:
        return True
    return _CONTENTS.fullmatch(block.style) is not None


def paragraph_style(block: Block) -> ParagraphStyle:
    """Tell quotations from other text."""
    quoted = any(name.lower() in _QUOTES for name in styles_of(block))
    return ParagraphStyle.QUOTE if quoted else ParagraphStyle.BODY


def is_caption_style(block: Block) -> bool:
    """Tell whether a paragraph is set as a caption."""
    return any(name.lower() in _CAPTIONS for name in styles_of(block))


def is_source_style(block: Block) -> bool:
    """Tell whether a paragraph is set as the line of source below a table or figure."""
    return block.style.lower() in _SOURCES
