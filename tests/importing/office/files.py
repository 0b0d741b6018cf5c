"""Small documents of other word processors, written element by element: `odt(h("Ziele"), p("Text"))`."""

import io
import zipfile
from collections.abc import Mapping

SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "style": "style",
        "script": "script",
        "manifest": "manifest",
        "meta": "meta",
    }.items()
)
SPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xforms="http://www.w3.org/2002/xforms"'
MIMETYPE = "application/vnd.oasis.opendocument.text"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def h(words: str, level: int = 1) -> str:
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{words}</text:h>'


def p(*content: str) -> str:
    return f"<text:p>{''.join(content)}</text:p>"


def ul(*items: str) -> str:
    return f"<text:list>{''.join(f'<text:list-item>{item}</text:list-item>' for item in items)}</text:list>"


def fn(words: str) -> str:
    citation = "<text:note-citation>1</text:note-citation>"
    return f'<text:note text:note-class="footnote">{citation}<text:note-body>{p(words)}</text:note-body></text:note>'


def tbl(*rows: tuple[str, ...]) -> str:
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    cells = ("".join(f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in row) for row in rows)
    listed = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    return f"<table:table>{columns}{listed}</table:table>"


def part(root: str, content: str) -> str:
    return f'{HEAD}<office:{root} {SPACES} office:version="1.3">{content}</office:{root}>'


def manifest(*entries: str, inner: str = "") -> str:
    listed = "".join(f'<manifest:file-entry manifest:full-path="{entry}" manifest:media-type=""/>' for entry in entries)
    kind = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
    return f'{HEAD}<manifest:manifest {SPACES} manifest:version="1.3">{kind}{listed}{inner}</manifest:manifest>'


def odt(*body: str, more: Mapping[str, str | bytes] | None = None, mimetype: str = MIMETYPE) -> bytes:
    """Give the bytes of an OpenDocument text, with further entries or others in their place."""
    styles = "".join(
        f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" style:family="paragraph" '
        f'style:default-outline-level="{level}"/>'
        for level in (1, 2, 3)
    )
    text = f"<office:body><office:text>{''.join(body)}</office:text></office:body>"
    found: dict[str, str | bytes] = {
        "mimetype": mimetype,
        "META-INF/manifest.xml": manifest("content.xml", "styles.xml"),
        "content.xml": part("document-content", text),
        "styles.xml": part("document-styles", f"<office:styles>{styles}</office:styles>"),
        **(more or {}),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, content in found.items():
            package.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return held.getvalue()
