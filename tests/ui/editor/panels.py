"""What happens to a text by way of the panels and dialogs beside it, drawn at random: each an edit of its own."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from ikonzept_desktop.checking import mending
from ikonzept_desktop.checking.places import Place
from ikonzept_desktop.model import template_edits
from ikonzept_desktop.model.blocks import Blocks, Figure, Paragraph, Table, named_lines
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.inline import Marks, Text, length, splice
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.search.query import Query
from ikonzept_desktop.model.search.replacing import Change, Replacer, Wish, obstacle, replacing
from ikonzept_desktop.model.search.search import search
from ikonzept_desktop.model.table_grid import Area
from ikonzept_desktop.model.template_steps import FieldPlace, TemplateRefusal
from ikonzept_desktop.ui.editor.line_port import LinePort
from ikonzept_desktop.ui.editor.port import blocks_at, edit_between
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.tables import steps
from ikonzept_desktop.ui.tables.place import TablePlace
from tests.ui.editor.room import Memory

WORDS = ("Kreis", "1.234,5", "ä", "", "„Wir“", "\U0001f600", "\u05d0\u05b4", "\ufeff")
REPLACED = (("x", "ß"), ("ł", ""), ("a", "a\u0308"), (" ", "\u00a0"), ("„", "“"), ("Kreis", "Stadt\nLand"))
TOOLS = steps.keys()
GROWING = ("row_above", "row_below", "column_left", "column_right")
CROWDED = 12
"""Rows or columns of a table, or fields, beyond which none are added."""


class Panels:
    """The panels of one text's window."""

    def __init__(self, project: Project, section: str, random: Random) -> None:
        self.session = Session(Path("konzept.ikonzept"), project, Memory())
        self.address = FieldAddress(section, "text")
        self.random = random
        self.acts: tuple[Callable[[], object], ...] = (
            self.writes_in_a_cell,
            self.uses_a_tool_of_the_table,
            self.changes_a_figure,
            self.writes_a_caption,
            self.replaces_all,
            self.takes_a_suggestion,
            self.changes_the_template,
        )

    @property
    def blocks(self) -> Blocks:
        return blocks_at(self.session.document, self.address)

    def writes_in_a_cell(self) -> None:
        for table in self._some(Table):
            cell = self.random.choice(self.random.choice(table.rows).cells)
            self._write_in(table.id, cell.id)

    def uses_a_tool_of_the_table(self) -> None:
        for table in self._some(Table):
            area = Area(self.random.randrange(len(table.rows)), self.random.randrange(len(table.columns)))
            tools = [key for key in TOOLS if not (key in GROWING and _is_crowded(table))]
            step = steps.step_for(self.random.choice(tools), table, area)
            TablePlace(self.session, self.address, table.id).carry_out(step, area)

    def changes_a_figure(self) -> None:
        for figure in self._some(Figure):
            words, width = self.random.choice(WORDS), self.random.choice((0.25, 0.5, 1.0))
            changed = replace(figure, alternative_text=words, width=width, decorative=self.random.random() < 0.5)
            at = self.blocks.index(figure)
            self.session.apply(edit_between(self.address, at, (figure,), (changed,)), "Abbildung")

    def writes_a_caption(self) -> None:
        for figure in self._some(Figure, Table):
            self._write_in(figure.id, self.random.choice(("caption", "source")))

    def replaces_all(self) -> None:
        text, instead = self.random.choice(REPLACED)
        query = Query(text, case=self.random.random() < 0.5)
        replacer = Replacer(query, Wish(instead))
        changes = [
            Change(
                found.passage,
                tuple(
                    (*span, new)
                    for span, new in zip(found.spans, replacer.texts(found), strict=True)
                    if obstacle(found.passage, span) is None
                ),
            )
            for found in search(self.session.document, query)
        ]
        self.session.apply(replacing(self.session.document, changes), "Ersetzen")

    def takes_a_suggestion(self) -> None:
        """As the checking offers one for a word, which may no longer be there."""
        if not self.blocks:
            return
        block = self.random.choice(self.blocks)
        line, inlines = self.random.choice(tuple(named_lines(block)))
        start = self.random.randint(0, length(inlines))
        end = min(start + self.random.randint(1, 4), length(inlines))
        words = "".join(inline.text if isinstance(inline, Text) else "?" for inline in inlines)
        section, field = self.address.section, self.address.field
        place = Place(section, field, block=block.id, line=line, start=start, end=end)
        edit = mending.replaced(self.session.document, place, words[start:end], self.random.choice(WORDS))
        self.session.apply(edit, "Rechtschreibung")

    def changes_the_template(self) -> None:
        document, random = self.session.document, self.random
        fields = document.template.kind("chapter").fields
        field = random.choice(fields)
        place = FieldPlace("chapter", field.key)
        try:
            match random.randint(0, 3):
                case 0 if len(fields) < CROWDED:
                    edit, _ = template_edits.add_field(document, place, "Feld")
                case 1:
                    edit = template_edits.remove_field(document, place)
                case 2:
                    edit = template_edits.move_field(document, place, random.randrange(len(fields)))
                case _:
                    hidden = field.key != self.address.field and random.random() < 0.5
                    named = replace(field, label=random.choice(("Text", "Ausgangslage")), hidden=hidden)
                    edit = template_edits.put_field(document, place, named)
        except TemplateRefusal:
            return
        self.session.apply(edit, "Felder")

    def _some(self, *kinds: type) -> list[Any]:
        """Give one block of these kinds, or none where there is none."""
        found = [block for block in self.blocks if isinstance(block, kinds)]
        return [self.random.choice(found)] if found else []

    def _write_in(self, block: str, line: str) -> None:
        port = LinePort(self.session.project, self.address, block, line)
        known = port.blocks()
        before = known[0].inlines if isinstance(known[0], Paragraph) else ()
        at = self.random.randint(0, length(before))
        words = Text(self.random.choice(WORDS), Marks(self.random.choice((0, 1, 4))))
        after = splice(before, at, min(at + self.random.randint(0, 6), length(before)), (words,))
        edit = port.edit(0, known, (Paragraph(known[0].id, after),))
        self.session.apply(edit, "Eingabe")


def _is_crowded(table: Table) -> bool:
    return len(table.rows) > CROWDED or len(table.columns) > CROWDED
