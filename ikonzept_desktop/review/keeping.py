"""What copies propose, in the form in which a concept keeps it: each proposal with the words it is about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.proposals import Ground, KeptProposal, Kind, Source, Variant
from ikonzept_desktop.publication.block_ids import COVER_LINES, Spot, bookmark_name, spots
from ikonzept_desktop.publication.ids import field_id, property_id
from ikonzept_desktop.review.proposals import Proposal
from ikonzept_desktop.review.reading_back import Form, ReadBack
from ikonzept_desktop.review.units import RUNNING, Range, Unit

_GOING = frozenset({Kind.INSERT, Kind.ROW_INSERT, Kind.MOVE})
"""What goes after something else."""
_NOWHERE = Spot(FieldAddress("", ""))


def kept_proposals(read: ReadBack, version: str, document: Document) -> tuple[KeptProposal, ...]:
    """Give what was read back of a version, in the order of its text; changes of form alone stand at their paragraphs.

    `document` is the concept as it was given out.
    """
    keeper = _Keeper(read.units, version, document)
    found = [(each.unit, 0, keeper.kept(each)) for each in read.proposals]
    found += [(unit, 1, kept) for unit, kept in keeper.forms(read.forms)]
    found.sort(key=lambda entry: entry[:2])
    return tuple(replace(kept, place=place) for place, (_, _, kept) in enumerate(found))


class _Keeper:
    def __init__(self, units: Sequence[Unit], version: str, document: Document) -> None:
        self._units = units
        self._version = version
        self._spots = spots(document)
        self._cover = [(name, str(getattr(document.properties, name))) for name in COVER_LINES]

    def kept(self, each: Proposal) -> KeptProposal:
        grounds = tuple(self._grounds(each))
        targets = self._targets(each) if each.kind is Kind.MOVE else ()
        goes = each.target if each.kind is Kind.MOVE else each.unit
        return KeptProposal(
            each.id,
            self._version,
            each.kind,
            self._section(grounds, each.unit),
            0,
            each.before,
            each.variants,
            each.against,
            grounds,
            targets[0] if targets else None,
            targets if len(targets) > 1 else (),
            tuple(self._behind(goes)) if each.kind in _GOING else (),
            each.copied,
            each.order,
        )

    def forms(self, forms: Sequence[Form]) -> Iterator[tuple[int, KeptProposal]]:
        """Go through the changes of form: the same one of the same words is one, with all who made it."""
        same: dict[tuple[int, str, str], list[Source]] = {}
        for form in forms:
            same.setdefault((form.unit, form.kind, form.text), []).append(Source(form.copy, form.author, form.date))
        for (unit, kind, text), sources in same.items():
            ground = self._whole(unit)
            said = "\0".join([self._version, Kind.FORMAT, str(unit), kind, text])
            id = sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]
            variants = (Variant(kind, tuple(dict.fromkeys(sources))),)
            grounds = () if ground is None else (ground,)
            section = self._section(grounds, unit)
            yield unit, KeptProposal(id, self._version, Kind.FORMAT, section, 0, text, variants, grounds=grounds)

    def _grounds(self, each: Proposal) -> Iterator[Ground]:
        """Go through the words a proposal is about; there are none where they are the program's own."""
        match each.kind:
            case Kind.TEXT | Kind.SPLIT | Kind.WITHDRAWN:
                found = [self._part(each.unit, each.start, each.end)]
            case Kind.JOIN:
                found = [self._whole(each.unit), self._whole(each.target)]
            case Kind.INSERT | Kind.ROW_INSERT:
                found = [self._after(each.unit, outside=each.outside)]
            case _:
                found = [self._whole(unit) for unit in each.units or (each.unit,)]
        for ground in found:
            if ground is not None:
                yield ground

    def _targets(self, each: Proposal) -> tuple[Ground | None, ...]:
        """Give after what a block is moved, for each variant; out of a table, where it stands in none itself."""
        outside = not self._units[each.unit].place.cells
        return tuple(self._after(unit, outside=outside) for unit in each.targets or (each.target,))

    def _after(self, unit: int, *, outside: bool) -> Ground | None:
        """Give what something goes after: words, a whole table, or the beginning of a field below its heading."""
        if unit < 0:
            return None
        ground = self._whole(unit) or self._around(unit)
        spot = self._spots.get(bookmark_name(ground.id)) if ground is not None else None
        if ground is None or spot is None or not (outside and self._units[unit].place.cells):
            return ground
        if spot.address.record:
            return Ground(field_id(spot.address.section, spot.address.field), "", 0, 0)
        return Ground(spot.block, "", 0, 0) if spot.block else ground

    def _around(self, unit: int) -> Ground | None:
        """Give what the program's own words belong to: the table they are in, or the field they are the heading of."""
        before = next((at for at in range(unit - 1, -1, -1) if self._units[at].ranges), None)
        after = next((at for at in range(unit + 1, len(self._units)) if self._units[at].ranges), None)
        if after is not None:
            own = self._spot(after)
            other = self._spot(before) if before is not None else None
            is_heading = own.address.field and (other is None or own.address.field != other.address.field)
            is_heading = is_heading or (other is not None and own.address.section != other.address.section)
            if own.address.section and own.address.field and is_heading:
                return Ground(field_id(own.address.section, own.address.field), "", 0, 0)
        return self._whole(before) if before is not None else None

    def _spot(self, unit: int) -> Spot:
        return self._spots.get(bookmark_name(self._units[unit].ranges[0].id), _NOWHERE)

    def _behind(self, unit: int) -> Iterator[str]:
        """Go through the ids of what stands before, nearest first, up to the title of the section."""
        for at in range(unit - 1, -1, -1):
            for held in reversed(self._units[at].ranges):
                spot = self._spots.get(bookmark_name(held.id))
                if spot is None or not spot.address.section or spot.note:
                    return
                yield held.id
                if not spot.address.field:
                    return

    def _part(self, unit: int, start: int, end: int) -> Ground | None:
        if unit < 0:
            return None
        for held in self._units[unit].ranges:
            if held.start <= start and end <= held.end:
                return self._ground(unit, held, start - held.start, end - held.start)
        return self._of_cover(self._units[unit], start, end)

    def _of_cover(self, unit: Unit, start: int, end: int) -> Ground | None:
        """Give the line of the cover that a running head repeats."""
        for name, line in self._cover if unit.place.part in RUNNING else ():
            at = unit.before.find(line) if line else -1
            if 0 <= at <= start and end <= at + len(line):
                return Ground(property_id(name), line, start - at, end - at)
        return None

    def _whole(self, unit: int) -> Ground | None:
        ranges = self._units[unit].ranges if unit >= 0 else ()
        return self._ground(unit, ranges[0], 0, ranges[0].end - ranges[0].start) if ranges else None

    def _ground(self, unit: int, held: Range, start: int, end: int) -> Ground:
        return Ground(held.id, self._units[unit].before[held.start : held.end], start, end)

    def _section(self, grounds: Sequence[Ground], unit: int) -> str:
        """Give the section of the first ground, or else the one that goes on there."""
        if grounds:
            return self._section_of(grounds[0].id)
        before = (held.id for at in range(unit, -1, -1) for held in reversed(self._units[at].ranges))
        return next((section for id in before if (section := self._section_of(id))), "")

    def _section_of(self, id: str) -> str:
        return self._spots.get(bookmark_name(id), _NOWHERE).address.section
