"""What is found in a content stream, however it is read."""

from dataclasses import dataclass, field

TEXT = "TJ Tj ' \""
LINES = "f F f* B B* b b* S s sh"
"""Operators that write, and that paint lines and areas."""
COLOURS = {"rg": "RGB", "RG": "RGB", "k": "CMYK", "K": "CMYK"}
SPACES = {"/DeviceRGB": "RGB", "/DeviceCMYK": "CMYK"}
PLAIN, TAGGED, ARTIFACT = range(3)
"""What painting stands in: neither, content of an element, an artifact."""


@dataclass(slots=True)
class Scan:
    """What was found in one stream."""

    marks: list[int] = field(default_factory=list)
    """Numbers of marked content, in order."""
    untagged: bool = False
    """Whether something is painted outside the structure and outside artifacts."""
    mixed: bool = False
    """Whether artifacts and content of elements stand within each other."""
    unbalanced: bool = False
    colours: set[str] = field(default_factory=set)
    """Devices whose colours are asked for: RGB, CMYK."""
    bare_forms: set[str] = field(default_factory=set)
    """Names of objects that are painted outside the structure and outside artifacts."""
    by_name: bool = False
    """Whether it depends on more than the stream: on what its resources name."""

    def open(self, tag: str, mark: int | None, around: int) -> int:
        """Take down marked content that begins; give what is painted in it."""
        if tag == "/Artifact":
            self.mixed |= around == TAGGED
            return ARTIFACT
        if mark is None:
            return around
        self.mixed |= around != PLAIN
        self.marks.append(mark)
        return TAGGED
