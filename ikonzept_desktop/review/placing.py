"""Where something goes that is written or moved after words that were given out."""

from ikonzept_desktop.model.blank import is_blank
from ikonzept_desktop.model.blocks import Block, Blocks, ListItem, Paragraph
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.inline import Inlines
from ikonzept_desktop.model.proposals import Ground, KeptProposal
from ikonzept_desktop.model.template import FieldKind
from ikonzept_desktop.publication.block_ids import Spot
from ikonzept_desktop.publication.order import is_printed
from ikonzept_desktop.review.by_hand import GroundShifted, NotByItself, Reason
from ikonzept_desktop.review.standing import Standing
from ikonzept_desktop.values import dataclass

OF_BLOCKS = ("", "caption", "source")
"""Lines of a block that are no cells."""


@dataclass(frozen=True, slots=True)
class Behind:
    """After what something goes."""

    wanted: str
    """The id that a proposal names."""
    passed: tuple[str, ...]
    """From what is still there up to what the proposal names: what was struck out on a proposal since."""
    spot: Spot

    @property
    def is_in_line(self) -> bool:
        """Whether it is a cell or a note, in which there are no paragraphs."""
        return bool(self.spot.note) or self.spot.line not in OF_BLOCKS


@dataclass(frozen=True, slots=True)
class Opening:
    """Between which blocks of a field something goes."""

    address: FieldAddress
    at: int
    model: Block | None
    """What it is set like."""


def behind(standing: Standing, kept: KeptProposal, ground: Ground, others: tuple[str, ...]) -> Behind:
    """Find after what something goes; where that was struck out on a proposal it is what stood before it.

    Raises GroundShifted where it is gone for another reason.
    """
    ids = (ground.id, *(id for id in others if not standing.taken.is_moved(kept.version, id)))
    for at, id in enumerate(ids):
        spot = standing.spot(standing.taken.head(kept.version, id, standing.is_gone))
        if spot is not None:
            return Behind(ground.id, ids[at::-1], spot)
        if not standing.taken.is_struck(kept.version, id):
            break
    raise GroundShifted


def opening(standing: Standing, kept: KeptProposal, found: Behind, *, order: int | None = None) -> Opening:
    """Find the place, behind all that was written there before; of a move, whose order it is, behind those before it.

    Raises NotByItself where no paragraph can stand.
    """
    address, at, model = _after(standing, kept.version, found.spot)
    blocks, taken = standing.blocks(address), standing.taken
    for id in found.passed:
        is_last = id == found.wanted
        limit = kept.place if is_last and order is None else None
        at = _past_written(standing, blocks, at, list(taken.written_after(kept.version, id, limit)))
        if not is_last or order is not None:
            for moved in taken.moved_after(kept.version, id, order if is_last else None):
                at = _past_moved(standing, kept.version, blocks, at, moved)
    return Opening(address, at, model)


def with_following(standing: Standing, version: str, blocks: Blocks, at: int) -> Blocks:
    """Give a block with those it was parted into and what was written after it on proposals: they go together."""
    end = at + len(standing.extent(version, blocks, at))
    texts = list(standing.taken.written_after(version, blocks[at].id))
    return blocks[at : _past_written(standing, blocks, end, texts)]


def _past_written(standing: Standing, blocks: Blocks, at: int, texts: list[str]) -> int:
    """Go on behind paragraphs that were written here, as far as they read as they did."""
    for text in texts:
        if at < len(blocks) and standing.shown(_words(blocks[at])) == text:
            at += 1
    return at


def _past_moved(standing: Standing, version: str, blocks: Blocks, at: int, moved: str) -> int:
    if at == len(blocks) or blocks[at].id != moved:
        return at
    return at + len(with_following(standing, version, blocks, at))


def _after(standing: Standing, version: str, spot: Spot) -> tuple[FieldAddress, int, Block | None]:
    address = spot.address
    if spot.block:
        blocks = standing.blocks(address)
        at = blocks.index(standing.block(spot))
        pieces = standing.extent(version, blocks, at)
        return address, at + len(pieces), pieces[-1]
    if address.section and not address.field:
        return _first_text(standing, address.section), 0, None
    if address.section and standing.type(address).kind is FieldKind.RICH_TEXT:
        return address, 0, None
    raise NotByItself(Reason.NO_PLACE)


def _first_text(standing: Standing, section: str) -> FieldAddress:
    """Give the field that a section's text begins with."""
    for type in standing.fields(section):
        address = FieldAddress(section, type.key)
        if is_printed(type) and type.kind is FieldKind.RICH_TEXT:
            return address
        if is_printed(type) and not is_blank(standing.value(address)):
            break
    raise NotByItself(Reason.NO_PLACE)


def _words(block: Block) -> Inlines:
    return block.inlines if isinstance(block, Paragraph | ListItem) else ()
