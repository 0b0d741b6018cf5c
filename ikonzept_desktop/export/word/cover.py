"""The cover: publisher, a band with title and subtitle, what draft it is; and the room left for a picture below."""

from ikonzept_desktop.export.word import measures
from ikonzept_desktop.export.word.figures import TALLEST
from ikonzept_desktop.export.word.heights import stacked, text_extent
from ikonzept_desktop.export.word.ink import Ink
from ikonzept_desktop.export.word.page import TEXT_HEIGHT, TEXT_WIDTH, Frame
from ikonzept_desktop.export.word.sheets import Extent
from ikonzept_desktop.export.word.xml import paragraph, text_run
from ikonzept_desktop.publication.ids import property_id
from ikonzept_desktop.publication.tree import Cover

_PUBLISHER_SPACE = '<w:spacing w:before="1000" w:after="600"/>'
_BAND_PADDING = 1100
"""What the band is taller than its lines, with the space below it, in twips."""
_BELOW_PICTURE = 1100
"""Room kept below the picture for its caption and a credit, in twips."""
_LEAST_PICTURE = 3000


def cover_xml(cover: Cover, ink: Ink) -> str:
    """Write what the cover says."""

    def words(name: str, text: str) -> str:
        return ink.block(property_id(name), text_run(text)) if text else ""

    lines = [
        paragraph("IKCoverText", words("publisher", cover.publisher), _PUBLISHER_SPACE),
        paragraph("Title", words("title", cover.title)),
        paragraph("Subtitle", words("subtitle", cover.subtitle)) if cover.subtitle else "",
        paragraph("IKCoverText", "", '<w:spacing w:before="0" w:after="400"/>'),
    ]
    last = (("draft", cover.draft), ("as_of", cover.as_of))
    lines += [paragraph("IKCoverText", words(name, text)) for name, text in last if text]
    return "".join(lines)


def cover_extent(cover: Cover) -> Extent:
    """Give the room that takes, in pt."""
    inside = TEXT_WIDTH - 760
    band = [text_extent(cover.title, measures.TITLE, inside), text_extent(cover.subtitle, measures.SUBTITLE, inside)]
    others = [
        text_extent(line, measures.COVER_TEXT, TEXT_WIDTH) for line in (cover.publisher, cover.draft, cover.as_of)
    ]
    return Extent(stacked([*band, *others]).height + (1600 + _BAND_PADDING + 700) / 20)


def cover_frame(taken: Extent) -> Frame:
    """Give the frame that keeps a picture on the cover."""
    left = max(TEXT_HEIGHT - round(taken.height * 20) - _BELOW_PICTURE, _LEAST_PICTURE)
    return Frame(TEXT_WIDTH, round(left / TALLEST))
