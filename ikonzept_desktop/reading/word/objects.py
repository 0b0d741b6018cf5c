"""Drawings, pictures and embedded objects: an atom in the text, and their text boxes read (ECMA-376 Part 1, 17.3.3)."""

from lxml import etree

from ikonzept_desktop.reading.word.content import STAND_IN, Atom
from ikonzept_desktop.reading.word.names import DRAWING, OFFICE, A, R, W
from ikonzept_desktop.reading.word.pictures import NO_PICTURE, Picture
from ikonzept_desktop.reading.word.story import Handler, Story

_DATA = f"{A}graphicData"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_TEXT_PATH, _SHAPE_TYPE = "{urn:schemas-microsoft-com:vml}textpath", "{urn:schemas-microsoft-com:vml}shapetype"
_LONGEST_LISTED = 100_000
"""Characters of a diagram that are listed."""


def drawing(story: Story, node: etree._Element, picture: Picture = NO_PICTURE) -> None:
    """Take a drawing with its alternative text (20.4.2.5); charts and SmartArt are listed."""
    about = next(node.iter(f"{DRAWING}docPr"), None)
    name, text = ("", "") if about is None else (about.get("name", ""), about.get("descr", ""))
    story.block().add_atom(STAND_IN, Atom("drawing", name, text, picture.image, picture.width), story.around)
    data = next(node.iter(_DATA), None)
    kind = (data.get("uri") or "").rpartition("/")[2] if data is not None else ""
    if data is not None and kind.startswith("chart"):
        story.leave_out("chart", "", _target(story, data, f"{R}id"))
    elif data is not None and kind == "diagram":
        source = _target(story, data, f"{R}dm")
        story.leave_out("smartart", _diagram_text(story, source), source)
    story.walk(node)


def _target(story: Story, data: etree._Element, attribute: str) -> str:
    """Give the part that a graphic names."""
    ids = (each.get(attribute) for each in data)
    found = next((story.relationships[id] for id in ids if id and id in story.relationships), None)
    return found.target if found is not None and not found.outside else ""


def _diagram_text(story: Story, source: str) -> str:
    """Give what a diagram says (21.4.2.10: its points), line by line."""
    package = story.gathered.package
    if not source or not package.has(source):
        return ""
    points = package.xml(source).iter(f"{_DIAGRAM}pt")
    lines = ("".join(each.text or "" for each in point.iter(f"{A}t")) for point in points)
    return "\n".join(line for line in lines if line)[:_LONGEST_LISTED]


def older(story: Story, node: etree._Element, picture: Picture = NO_PICTURE) -> None:
    """Take a picture in the older form, VML (ECMA-376 Part 4, 9.3.3.21)."""
    shape = next((each for each in node if each.tag != _SHAPE_TYPE and (each.get("alt") or each.get("id"))), None)
    drawn = next(
        (each.get("string") for each in node.iter(_TEXT_PATH) if each.get("string")), None
    )  # a watermark: letters as a drawing
    name, text = ("", "") if shape is None else (shape.get("id", ""), shape.get("alt") or drawn or "")
    story.block().add_atom(STAND_IN, Atom("drawing", name, text, picture.image, picture.width), story.around)
    _list_object(story, node)
    story.walk(node)


def embedded(story: Story, node: etree._Element, picture: Picture = NO_PICTURE) -> None:
    """Take an embedded object or a control (17.3.3.19); what is in it is listed, and never opened."""
    program = _list_object(story, node)
    story.block().add_atom(STAND_IN, Atom("object", program, "", picture.image, picture.width), story.around)
    story.walk(node)


def _list_object(story: Story, node: etree._Element) -> str:
    held = next(node.iter(f"{OFFICE}OLEObject"), None)
    if held is None:
        return ""
    found = story.relationships.get(held.get(f"{R}id") or "")
    program = held.get("ProgID", "")
    source = found.target if found is not None and not found.outside else ""
    story.leave_out("ole", "", source, program)
    return program


HANDLERS: dict[str, Handler] = {f"{W}drawing": drawing, f"{W}pict": older, f"{W}object": embedded}
