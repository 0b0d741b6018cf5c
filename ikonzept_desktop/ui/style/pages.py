"""The pages of the form that are made of named values alone, and those of the colours and the sheet."""

from PySide6.QtWidgets import QWidget

from ikonzept_desktop.export.contrast import Contrast, contrasts
from ikonzept_desktop.export.house_style import PAGE_FORMATS, HouseStyle
from ikonzept_desktop.export.style_names import LABELS
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.labels import hint
from ikonzept_desktop.ui.style import texts
from ikonzept_desktop.ui.style.colour_row import ColourRow
from ikonzept_desktop.ui.style.hand import StyleHand
from ikonzept_desktop.ui.style.rows import RowsPage
from ikonzept_desktop.ui.template.form_parts import FormBox, FormCombo, FormLine, Named, at_left, in_two_columns

_MOST_COLOURS = 20
_OWN = "own"
_NEXT_COLOURS = ("#A63446", "#1F7A5C", "#8A5300", "#2E6CA4", "#6B4A8E", "#0F7272")
"""Offered one after the other; all can be read on paper."""


class TypePage(RowsPage):
    """Families and sizes of type."""

    def __init__(self, hand: StyleHand, parent: QWidget) -> None:
        """Show the type as it stands."""
        super().__init__(hand, parent)
        self.put(("text_font", "heading_font", "title_font"))
        sizes = ("text_size_pt", "leading_pt", "small_size_pt", "chapter_size")
        self.body.addLayout(in_two_columns(self.row(name) for name in sizes))
        self.put(("chapter_number", "justified", "hyphenation"))
        self.body.addStretch(1)


class PartsPage(RowsPage):
    """Cover, openings, boxes, tables, and what runs along the pages."""

    def __init__(self, hand: StyleHand, parent: QWidget) -> None:
        """Show the parts as they stand."""
        super().__init__(hand, parent)
        self.put(("cover_layout", "opening_layout"))
        self.openings: dict[str, FormBox] = {}
        self.body.addWidget(hint(texts.OPENINGS))
        for kind in hand.document.template.kinds:
            if not kind.hidden:
                box = self.openings[kind.key] = FormBox(kind.label, self.form)
                box.clicked.connect(lambda _on: self._put_openings())
                self.body.addWidget(box)
        self.put(("box_look", "table_look", "edge_band", "annex_columns"))
        self.put(("chapter_on_new_page", "running_heads", "page_count", "watermark"))
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Show the parts as they stand."""
        super().refresh()
        kinds = _parted(self.hand.style.opening_kinds)
        for key, box in self.openings.items():
            box.show_on(key in kinds)

    def _put_openings(self) -> None:
        unseen = [kind for kind in _parted(self.hand.style.opening_kinds) if kind not in self.openings]
        chosen = [key for key, box in self.openings.items() if box.isChecked()]
        self.hand.put("opening_kinds", ", ".join([*chosen, *unseen]))


class SheetPage(RowsPage):
    """The format of the page, and its margins."""

    def __init__(self, hand: StyleHand, parent: QWidget) -> None:
        """Show the page as it stands."""
        super().__init__(hand, parent)
        self.sheet_format = FormCombo(self.form)
        self.extent = FormLine(self.form)
        self.body.addWidget(Named(LABELS["page_format"], self.sheet_format, self.form))
        self.own = Named(texts.FORMAT_SIZE, self.extent, self.form)
        self.body.addWidget(self.own)
        margins = ("margin_top_mm", "margin_bottom_mm", "margin_inner_mm", "margin_outer_mm")
        self.body.addLayout(in_two_columns(self.row(name) for name in margins))
        self.put(("mirrored", "text_indent_mm"))
        self.body.addStretch(1)
        self.sheet_format.picked.connect(self._pick)
        self.extent.written.connect(self._put_size)

    def refresh(self) -> None:
        """Show the page as it stands."""
        super().refresh()
        style = self.hand.style
        known = style.page_format.strip().upper()
        choices = [*((key, _format_name(key)) for key in PAGE_FORMATS), (_OWN, texts.OWN_FORMAT)]
        self.sheet_format.offer(choices, known if known in PAGE_FORMATS else _OWN)
        self.extent.show_text(_size_of(style))
        self.own.setVisible(known not in PAGE_FORMATS)

    def _pick(self, key: str) -> None:
        if key == _OWN:
            self.own.show()
            self.extent.setFocus()
            self.extent.selectAll()
        else:
            self.hand.put("page_format", key)

    def _put_size(self, words: str) -> None:
        if not self.hand.put("page_format", words.strip()):
            self.refresh()


class ColoursPage(RowsPage):
    """The colours, each with how well it can be read."""

    def __init__(self, hand: StyleHand, parent: QWidget) -> None:
        """Show the colours as they stand."""
        super().__init__(hand, parent)
        self.accent = self._colour("accent_colour")
        self.tint = self._colour("tint_colour")
        self.put(("headings_in_colour",))
        self.head(LABELS["field_colours"])
        self.body.addWidget(hint(texts.FIELD_COLOURS_HELP))
        self.fields: list[ColourRow] = []
        self._fields_at = self.body.count()
        self.add_button = push_button(texts.ADD_COLOUR, "plus")
        self.body.addLayout(at_left(self.add_button))
        self.body.addStretch(1)
        self.add_button.clicked.connect(lambda _on=False: self._add())

    def refresh(self) -> None:
        """Show the colours as they stand."""
        super().refresh()
        style, pairs = self.hand.style, contrasts(self.hand.style)
        self.accent.show_colour(style.accent_colour, _of(pairs, "accent_colour"))
        self.tint.show_colour(style.tint_colour, _of(pairs, "tint_colour"))
        colours = style.colours_of_fields
        while len(self.fields) > len(colours):
            gone = self.fields.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.fields) < len(colours):
            self._make_field(len(self.fields))
        for index, (row, text) in enumerate(zip(self.fields, colours, strict=True)):
            row.show_colour(text, _of(pairs, "field_colours", index))
        self.add_button.setEnabled(len(colours) < _MOST_COLOURS)

    def _colour(self, name: str) -> ColourRow:
        made = ColourRow(LABELS[name], self.form)
        made.put.connect(lambda text: self.hand.put(name, text))
        self.body.addWidget(hint(LABELS[name]))
        self.body.addWidget(made)
        return made

    def _make_field(self, index: int) -> None:
        made = ColourRow(texts.field_colour(index), self.form, removable=True)
        made.put.connect(lambda text: self._change(index, text))
        made.removed.connect(lambda: self._change(index, ""))
        self.fields.append(made)
        self.body.insertWidget(self._fields_at + index, made)

    def _add(self) -> None:
        colours = self.hand.style.colours_of_fields
        fresh = [each for each in _NEXT_COLOURS if each not in colours] or [self.hand.style.accent_colour]
        self.hand.put("field_colours", ", ".join([*colours, fresh[0]]))

    def _change(self, index: int, text: str) -> None:
        colours = list(self.hand.style.colours_of_fields)
        if index < len(colours):
            colours[index : index + 1] = [text] if text else []
            self.hand.put("field_colours", ", ".join(colours))


def _of(pairs: tuple[Contrast, ...], name: str, index: int = 0) -> tuple[Contrast, ...]:
    return tuple(pair for pair in pairs if pair.name == name and pair.index == index)


def _parted(words: str) -> list[str]:
    return [part.strip() for part in words.split(",") if part.strip()]


def _format_name(key: str) -> str:
    width, height = (f"{side:g}".replace(".", ",") for side in PAGE_FORMATS[key])
    return f"{'US Letter' if key == 'LETTER' else key} ({width} x {height} mm)"


def _size_of(style: HouseStyle) -> str:
    width, height = (f"{side:g}".replace(".", ",") for side in style.page_size_mm)
    return f"{width} x {height} mm"
