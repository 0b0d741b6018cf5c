"""A manuscript and its plan made into one edit: outlined, filled, pointed, put in order."""

from collections.abc import Iterator, Mapping

from ikonzept_desktop.importing.building import heads
from ikonzept_desktop.importing.building.coming import draft_edits
from ikonzept_desktop.importing.building.conservation import missing
from ikonzept_desktop.importing.building.drafts import Bit, Draft, Stray
from ikonzept_desktop.importing.building.filling import Filling
from ikonzept_desktop.importing.building.kinds import inbox_kind, running_text, with_inbox
from ikonzept_desktop.importing.building.links import every_draft, known_targets, linked, titles_of
from ikonzept_desktop.importing.building.naming import naming_edit
from ikonzept_desktop.importing.building.old_contents import sort_contents
from ikonzept_desktop.importing.building.outlining import Outlining
from ikonzept_desktop.importing.building.parts import fill
from ikonzept_desktop.importing.building.pointing import Pointing, marked_targets
from ikonzept_desktop.importing.building.records import RecordsHand
from ikonzept_desktop.importing.building.result import Built
from ikonzept_desktop.importing.building.telling import Telling
from ikonzept_desktop.importing.building.wording import letters, shown
from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.importing.plan import Plan
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.blank import is_blank
from ikonzept_desktop.model.blocks import Paragraph, lines_of
from ikonzept_desktop.model.document import Document, Section, find_section
from ikonzept_desktop.model.edits import Edit, SetTemplate, compound
from ikonzept_desktop.model.fields import Links
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.model.template import Placement, Role


def built(document: Document, manuscript: Manuscript, plan: Plan, *, into: str = "", ids: IdSource = new_id) -> Built:
    """Give the edit that takes a manuscript into a concept: all of it, or into the section of that id.

    Words that would be lost by a mistake of ours go to the inbox, and that is told. Raises KeyError where the section
    is gone.
    """
    made = _Assembly(document, manuscript, into, ids).made(plan)
    lost = missing(manuscript, made)
    return _Assembly(document, manuscript, into, ids).made(plan, lost) if lost else made


class _Assembly:
    """One manuscript on its way into one concept."""

    def __init__(self, document: Document, manuscript: Manuscript, into: str, ids: IdSource) -> None:
        self._document = document
        self._manuscript = manuscript
        self._ids = ids
        self._telling = Telling()
        self._host = self._drafted(into) if into else None
        self._outlining = Outlining(manuscript, document.template, self._host, ids, self._telling)
        self._filling = Filling(manuscript.pointers, ids, self._telling)

    def made(self, plan: Plan, rescued: tuple[str, ...] = ()) -> Built:
        """Build all of it; `rescued` are lines that go to the inbox whatever the plan says."""
        self._outlining.go_through(plan)
        sort_contents(self._outlining, self._manuscript, self._host, self._telling)
        properties = naming_edit(self._document, self._outlining, self._manuscript, self._host, self._telling)
        roots = [self._host] if self._host else [self._adopted(draft) for draft in self._outlining.tops]
        for draft in roots:
            fill(self._filling, draft)
        self._link(roots)
        inbox = self._inbox(rescued)
        every = [*roots, *filter(None, (inbox,))]
        self._point(every)
        self._remark(every)
        return self._built(roots, inbox, properties)

    def _drafted(self, id: str) -> Draft:
        section = find_section(self._document, id)
        if section is None:
            raise KeyError(id)
        return Draft(id, self._document.template.kind(section.kind), section.title, -1, section)

    def _adopted(self, draft: Draft) -> Draft:
        """Have what comes for the cover or the imprint go to the one that is there, if nothing is in it yet."""
        if draft.kind.role not in {Role.COVER, Role.IMPRINT}:
            return draft
        empty = next((known for known in self._document.sections if _is_empty(known, draft.kind.key)), None)
        if empty is None or any(other is not draft and other.id == empty.id for other in self._outlining.tops):
            return draft
        if self._is_said(draft):
            same = letters(empty.title) == letters(draft.title)
            self._telling.tell("title_same" if same else "renamed", draft.title, about=empty.title)
        draft.id, draft.base, draft.title = empty.id, empty, empty.title
        return draft

    def _is_said(self, draft: Draft) -> bool:
        """Tell whether the document has a section's title, and not the program alone."""
        lines = lines_of(self._manuscript.pieces[draft.piece].block) if draft.piece >= 0 else ()
        return any(letters(draft.title) in letters(shown(line, self._manuscript.pointers)) for line in lines)

    def _link(self, roots: list[Draft]) -> None:
        marked = self._marked()
        known = known_targets(self._document, roots)
        for waiting in self._filling.waiting:
            draft, type = waiting.draft, waiting.type
            targets = linked(waiting, known, self._manuscript.pointers, marked)
            hand = RecordsHand(self._filling, draft, waiting.field) if waiting.field else None
            if targets is None:
                if hand is None:
                    self._filling.as_text(draft, type.label, waiting.bits)
                else:
                    hand.write(waiting.record, waiting.bits, type.label)
                    if hand.text is not None:
                        self._telling.tell("stays_text", place=draft.title, about=type.label)
                continue
            words = " ".join(self._filling.plain(line) for line in waiting.lines)
            self._telling.tell("read_value", words, place=draft.title, about=type.label)
            before = hand.value(waiting.record, type) if hand else draft.value(type.key)
            links = Links(tuple(dict.fromkeys((*(before.targets if isinstance(before, Links) else ()), *targets))))
            if hand is None:
                draft.values[type.key] = links
                self._filling.places.update({bit.piece: (draft.id, "") for bit in waiting.bits if bit.piece >= 0})
            else:
                hand.put(waiting.record, type, links)

    def _marked(self) -> Mapping[str, str]:
        filling = self._filling
        return marked_targets(self._manuscript, filling.places, filling.records, filling.rows)

    def _inbox(self, rescued: tuple[str, ...]) -> Draft | None:
        """Give the section for what has no place; None where everything has one."""
        strays = [*self._outlining.strays, *self._filling.strays]
        if rescued:
            lines = [Bit(Paragraph(self._ids(), (Text(" ".join(line.split())),))) for line in rescued]
            strays.append(Stray(heads.RESCUED, lines))
            self._telling.tell("rescued", about=str(len(rescued)))
        if not strays and not (self._manuscript.remarks and not self._filling.places):
            return None
        kind = inbox_kind(self._document.template)
        draft = Draft(self._ids(), kind, heads.INBOX_TITLE.format(name=self._manuscript.name), 0)
        text = running_text(kind)
        assert text is not None
        for stray in strays:
            self._telling.tell("to_inbox", about=stray.head)
            self._filling.write(draft, text.key, [Bit(self._filling.label(stray.head)), *stray.bits])
        return draft

    def _point(self, every: list[Draft]) -> None:
        marked = self._marked()
        pointing = Pointing(self._manuscript.pointers, marked, titles_of(every), self._telling)
        for draft in every_draft(every):
            draft.values = {key: pointing.value(value) for key, value in draft.values.items()}

    def _remark(self, every: list[Draft]) -> None:
        drafts = {draft.id: draft for draft in every_draft(every)}
        for remark in self._manuscript.remarks:
            section, _ = self._filling.places.get(remark.piece, ("", ""))
            holder = drafts.get(section) or next(iter(drafts.values()))
            holder.comments.append(remark.comment)

    def _built(self, roots: list[Draft], inbox: Draft | None, properties: Edit | None) -> Built:
        template = self._document.template
        edits: list[Edit] = [properties] if properties is not None else []
        if inbox is not None and with_inbox(template) is not template:
            edits.insert(0, SetTemplate(template, with_inbox(template)))
        document = self._document
        for edit in edits:
            document = apply(document, edit)
        for draft in [*roots, *filter(None, (inbox,))]:
            for edit in draft_edits(document, draft):
                document = apply(document, edit)
                edits.append(edit)
        return Built(
            compound(edits),
            (*self._manuscript.told, *self._telling.told),
            tuple(self._came(roots)),
            self._filling.places,
            inbox.id if inbox else "",
        )

    def _came(self, roots: list[Draft]) -> Iterator[str]:
        order = list(Placement)
        if self._host is not None:
            yield from (child.id for child in self._host.children)
            return
        yield from (draft.id for draft in sorted(roots, key=lambda draft: order.index(draft.kind.placement)))


def _is_empty(section: Section, kind: str) -> bool:
    blank = not section.children and all(is_blank(field.value) for field in section.fields)
    return section.kind == kind and blank
