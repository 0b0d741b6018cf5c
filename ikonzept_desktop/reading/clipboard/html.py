"""The way in: HTML from the clipboard as parts of a text, or as one table."""

from ikonzept_desktop.model.blocks import Table
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.reading.clipboard.flow import Flow
from ikonzept_desktop.reading.clipboard.notes import Notes
from ikonzept_desktop.reading.clipboard.pasted import Omitted, Pasted, TooMuch
from ikonzept_desktop.reading.clipboard.source import prepared
from ikonzept_desktop.reading.clipboard.tree import parse


def read_html(html: str, ids: IdSource = new_id) -> Pasted:
    """Give what the HTML says; raises TooMuch where it is larger or deeper than anything a person copies."""
    tree = parse(prepared(html))
    flow = Flow(tree, Notes(tree.root), ids)
    parts = flow.read(tree.root)
    omitted = Omitted(tree.images, flow.comments, flow.deletions, flow.contents)
    return Pasted(tuple(parts), omitted, tuple(tree.left), tree.title)


def table_of(html: str, ids: IdSource = new_id) -> Table | None:
    """Give the first table of the HTML, cells copied out of a sheet for one; None where there is none to be read."""
    try:
        parts = read_html(html, ids).parts
    except TooMuch:
        return None
    return next((part for part in parts if isinstance(part, Table)), None)
