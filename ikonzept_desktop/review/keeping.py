"""What copies propose, in the form in which a concept keeps it: each proposal with the words it is about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.proposals import Ground, KeptProposal, Kind, Source, Variant
from ikonzept_desktop.publication.block_ids import PREFIX, spots
from ikonzept_desktop.review.proposals import Proposal
from ikonzept_desktop.review.reading_back import Form, ReadBack
from ikonzept_desktop.review.units import Range, Unit


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
        self._sections = {name: spot.address.section for name, spot in spots(document).items()}

    def kept(self, each: Proposal) -> KeptProposal:
        grounds = tuple(self._grounds(each))
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
            self._whole(each.target) if each.kind is Kind.MOVE else None,
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
            case _:
                found = [self._whole(unit) for unit in each.units or (each.unit,)]
        for ground in found:
            if ground is not None:
                yield ground

    def _part(self, unit: int, start: int, end: int) -> Ground | None:
        for held in self._units[unit].ranges if unit >= 0 else ():
            if held.start <= start and end <= held.end:
                return self._ground(unit, held, start - held.start, end - held.start)
        return None

    def _whole(self, unit: int) -> Ground | None:
        ranges = self._units[unit].ranges if unit >= 0 else ()
        return self._ground(unit, ranges[0], 0, ranges[0].end - ranges[0].start) if ranges else None

    def _ground(self, unit: int, held: Range, start: int, end: int) -> Ground:
        return Ground(held.id, self._units[unit].before[held.start : held.end], start, end)

    def _section(self, grounds: Sequence[Ground], unit: int) -> str:
        """Give the section of the first ground, or else the one that goes on there."""
        if grounds:
            return self._sections.get(PREFIX + grounds[0].id, "")
        before = (held.id for at in range(unit, -1, -1) for held in reversed(self._units[at].ranges))
        return next((section for id in before if (section := self._sections.get(PREFIX + id, ""))), "")
