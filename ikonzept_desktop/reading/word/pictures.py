"""The images that drawings show: which one, how wide it is on paper, and its bytes, each once."""

from collections.abc import Iterator, Mapping
from itertools import islice

from lxml import etree

from ikonzept_desktop.reading.word.measures import drawn, styled
from ikonzept_desktop.reading.word.names import DRAWING, OFFICE, A, R, W
from ikonzept_desktop.reading.word.package import Package
from ikonzept_desktop.reading.word.refusals import WordRefused
from ikonzept_desktop.reading.word.relationships import Relationship
from ikonzept_desktop.values import dataclass

VML = "{urn:schemas-microsoft-com:vml}"
MOST_BYTES, MOST_OF_ONE = 200 * 1024 * 1024, 80 * 1024 * 1024
"""Of all images of a file that are kept, and of one."""
MOST_LOOKED_AT = 500
"""Elements of a drawing among which its image and its width are looked for."""
_BLIP, _IMAGE_DATA, _EXTENT = f"{A}blip", f"{VML}imagedata", f"{DRAWING}extent"
_BOX = f"{W}txbxContent"
_NAMED = (f"{R}embed", f"{R}id", f"{OFFICE}relid", f"{R}pict")


@dataclass(frozen=True, slots=True)
class Picture:
    """The image that a drawing shows."""

    image: str = ""
    """Its name in the package, nothing where there is none in it."""
    width: float = 0.0
    """mm; 0 where the file does not say."""


NO_PICTURE = Picture()


class Pictures:
    """The images of a file, those of documents laid into it as well."""

    def __init__(self) -> None:
        """Begin without any."""
        self._images: dict[str, bytes] = {}
        self._known: dict[tuple[Package, str], str] = {}
        self._packages: dict[Package, str] = {}
        self._left = MOST_BYTES

    def images(self) -> tuple[tuple[str, bytes], ...]:
        """Give all images that were named so far, with their bytes."""
        return tuple(self._images.items())

    def picture(self, node: etree._Element, package: Package, relationships: Mapping[str, Relationship]) -> Picture:
        """Give what a drawing or a picture of the older form shows, and keep the image."""
        named = (self._name(each, package, relationships) for each in _own(node, _BLIP, _IMAGE_DATA))
        return Picture(next(filter(None, named), ""), _width(node))

    def _name(self, shown: etree._Element, package: Package, relationships: Mapping[str, Relationship]) -> str:
        """Give the name of an image; one that is only linked to is never opened (20.1.8.13)."""
        ids = (shown.get(name) or "" for name in _NAMED)
        found = next((relationships[id] for id in ids if id in relationships), None)
        if found is None or found.outside or not package.has(found.target):
            return ""
        key = (package, found.target.lower())
        if key not in self._known:
            prefix = self._packages.setdefault(package, f"{len(self._packages)}/" if self._packages else "")
            self._known[key] = prefix + found.target
            self._keep(self._known[key], package, found.target)
        return self._known[key]

    def _keep(self, name: str, package: Package, part: str) -> None:
        size = package.size(part)
        if size > min(MOST_OF_ONE, self._left):
            return
        try:
            self._images[name] = package.data(part, MOST_OF_ONE)
        except WordRefused:
            return  # the text can be read without it
        self._left -= size


def _own(node: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Go through what is in a drawing, without what is in its text boxes."""
    return (each for each in islice(node.iter(*names), MOST_LOOKED_AT) if _is_own(each, node))


def _is_own(inner: etree._Element, node: etree._Element) -> bool:
    for above in inner.iterancestors():
        if above is node or above.tag == _BOX:
            return above is node
    return False


def _width(node: etree._Element) -> float:
    """Give mm of a drawing (20.4.2.7), or of the first shape of the older form."""
    extent = next(_own(node, _EXTENT), None)
    if extent is not None:
        return drawn(extent.get("cx"))
    widths = (styled(each.get("style") or "") for each in islice(node.iter(), MOST_LOOKED_AT))
    return next(filter(None, widths), 0.0)
