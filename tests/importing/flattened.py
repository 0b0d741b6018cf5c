"""A Word file as somebody leaves it who knows no styles: headings are bold lines with a typed number before them."""

import io
import zipfile
from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT, _STYLES = "word/document.xml", "word/styles.xml"
_HEADINGS = ("heading", "überschrift", "feldüberschrift", "toc heading")


def flattened(data: bytes, numbers: Mapping[str, str], *, contents: bool = True) -> bytes:
    """Take all paragraph styles off; headings get bold letters and the number that is theirs by title.

    The table of contents stays as lines of text, or goes.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    names = _style_names(etree.fromstring(parts[_STYLES]))
    body = etree.fromstring(parts[_DOCUMENT])
    for paragraph in list(body.iter(f"{W}p")):
        _flatten(paragraph, names, numbers, contents=contents)
    parts[_DOCUMENT] = etree.tostring(body, xml_declaration=True, encoding="UTF-8", standalone=True)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return held.getvalue()


def _style_names(styles: etree._Element) -> dict[str, tuple[str, etree._Element | None]]:
    """Give the name of each paragraph style, and the list it puts paragraphs in."""
    found = {}
    for style in styles.iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None:
            found[str(style.get(f"{W}styleId"))] = str(name.get(f"{W}val")).lower(), style.find(f"{W}pPr/{W}numPr")
    return found


def _flatten(
    paragraph: etree._Element,
    names: Mapping[str, tuple[str, etree._Element | None]],
    numbers: Mapping[str, str],
    *,
    contents: bool,
) -> None:
    properties = paragraph.find(f"{W}pPr")
    style = None if properties is None else properties.find(f"{W}pStyle")
    if properties is None or style is None:
        return
    name, list_of_style = names.get(str(style.get(f"{W}val")), ("", None))
    properties.remove(style)
    if name.startswith("toc") and not contents:
        parent = paragraph.getparent()
        assert parent is not None
        parent.remove(paragraph)
    elif name.startswith(_HEADINGS):
        for each in list(properties):
            if each.tag in (f"{W}numPr", f"{W}outlineLvl", f"{W}keepNext", f"{W}ind"):
                properties.remove(each)
        _embolden(paragraph, numbers)
    elif list_of_style is not None and properties.find(f"{W}numPr") is None:
        properties.append(deepcopy(list_of_style))


def _embolden(paragraph: etree._Element, numbers: Mapping[str, str]) -> None:
    runs = [run for run in paragraph.iter(f"{W}r") if run.find(f"{W}t") is not None]
    text = "".join("".join(run.itertext()) for run in runs)
    for run in runs:
        properties = run.find(f"{W}rPr")
        if properties is None:
            properties = etree.Element(f"{W}rPr")
            run.insert(0, properties)
        properties.insert(0, etree.Element(f"{W}b"))
    if runs and (number := numbers.get(text)):
        first = runs[0].find(f"{W}t")
        assert first is not None
        first.text = f"{number} {first.text}"
