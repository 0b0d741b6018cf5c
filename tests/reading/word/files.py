"""Small Word files, written element by element: `docx(p("Alt", ins(" neu")))`."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from ikonzept_desktop.reading.word.content import Copy, View
from ikonzept_desktop.reading.word.intake import taken
from ikonzept_desktop.reading.word.views import paragraphs

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
TYPE = f"{OFFICE}/relationships"
MICROSOFT = "http://schemas.microsoft.com/office/word"
SPACES = " ".join(
    f'xmlns:{short}="{name}"'
    for short, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": TYPE,
        "m": f"{OFFICE}/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "wps": f"{MICROSOFT}/2010/wordprocessingShape",
        "w14": f"{MICROSOFT}/2010/wordml",
        "w15": f"{MICROSOFT}/2012/wordml",
    }.items()
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
WHEN = "2026-03-02T10:00:00Z"
KINDS = {
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "styles": "styles",
    "numbering": "numbering",
    "header": "hdr",
    "footer": "ftr",
}


def r(text: str, properties: str = "", name: str = "t") -> str:
    """Write a run."""
    return f'<w:r>{properties}<w:{name} xml:space="preserve">{escape(text)}</w:{name}></w:r>'


def _runs(content: tuple[str, ...], name: str = "t") -> str:
    return "".join(each if each.startswith("<") else r(each, name=name) for each in content)


def _act(kind: str, content: tuple[str, ...], by: str, name: str = "t") -> str:
    return f'<w:{kind} w:id="1" w:author="{by}" w:date="{WHEN}">{_runs(content, name)}</w:{kind}>'


def ins(*content: str, by: str = "Ada") -> str:
    """Write inserted runs."""
    return _act("ins", content, by)


def gone(*content: str, by: str = "Ada") -> str:
    """Write deleted runs."""
    return _act("del", content, by, "delText")


def moved_from(*content: str, by: str = "Ada") -> str:
    """Write runs that were moved away."""
    return _act("moveFrom", content, by)


def moved_to(*content: str, by: str = "Ada") -> str:
    """Write runs that were moved here."""
    return _act("moveTo", content, by)


def mark(*kinds: str, by: str = "Ada") -> str:
    """Write the properties of a paragraph whose end was inserted (`ins`) or deleted (`del`)."""
    acts = "".join(f'<w:{kind} w:id="1" w:author="{by}" w:date="{WHEN}"/>' for kind in kinds)
    return f"<w:rPr>{acts}</w:rPr>"


def p(*content: str, properties: str = "") -> str:
    """Write a paragraph; strings that are no elements become runs."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{_runs(content)}</w:p>"


def tc(*content: str, properties: str = "") -> str:
    """Write a cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """Write a row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, properties: str = "") -> str:
    """Write a table."""
    grid = '<w:gridCol w:w="900"/>' * 3
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def bookmark(name: str, *content: str, id: int = 7) -> str:
    """Write runs with a bookmark over them."""
    return f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>{_runs(content)}<w:bookmarkEnd w:id="{id}"/>'


def box(*content: str) -> str:
    """Write a run with a text box."""
    inner = f"<w:txbxContent>{''.join(content)}</w:txbxContent>"
    return f"<w:r><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></w:r>"


def part(root: str, content: str) -> str:
    """Write a part."""
    return f"{HEAD}<w:{root} {SPACES}>{content}</w:{root}>"


def relationship(id: str, kind: str, target: str, *, outside: bool = False) -> str:
    """Write where a part points; a kind that is no address is one of ECMA-376."""
    mode = ' TargetMode="External"' if outside else ""
    kind = kind if "://" in kind else f"{TYPE}/{kind}"
    return f'<Relationship Id="{id}" Type="{kind}" Target="{target}"{mode}/>'


def entries(*body: str, more: Mapping[str, str] | None = None, links: str = "", **parts: str) -> dict[str, bytes]:
    """Give the entries of a package: the body, and parts by their kinds, each the content of its root."""
    found = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": _rels(relationship("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{''.join(body)}</w:body>"),
        "word/_rels/document.xml.rels": _rels(
            links + "".join(relationship(f"rId_{kind}", kind, f"{kind}.xml") for kind in parts)
        ),
        **{f"word/{kind}.xml": part(KINDS[kind], content) for kind, content in parts.items()},
        **(more or {}),
    }
    return {name: text.encode() for name, text in found.items()}


def _rels(content: str) -> str:
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{content}</Relationships>'


def packed(found: Mapping[str, bytes]) -> bytes:
    """Pack entries."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in found.items():
            package.writestr(name, data)
    return held.getvalue()


def docx(*body: str, more: Mapping[str, str] | None = None, links: str = "", **parts: str) -> bytes:
    """Give the bytes of a Word file."""
    return packed(entries(*body, more=more, links=links, **parts))


def read(*body: str, more: Mapping[str, str] | None = None, links: str = "", **parts: str) -> Copy:
    """Read a Word file of that content."""
    return taken(docx(*body, more=more, links=links, **parts), "Kopie.docx")


def formed(*body: str, more: Mapping[str, str] | None = None, links: str = "", **parts: str) -> Copy:
    """Read a Word file of that content with its forms."""
    return taken(docx(*body, more=more, links=links, **parts), "Kopie.docx", forms=True)


def rejected(copy: Copy) -> list[str]:
    """Give the paragraphs with all changes rejected."""
    return [each.text for each in paragraphs(copy.blocks, View.REJECTED)]


def accepted(copy: Copy) -> list[str]:
    """Give the paragraphs with all changes accepted."""
    return [each.text for each in paragraphs(copy.blocks, View.ACCEPTED)]
