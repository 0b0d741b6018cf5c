"""A line of text as Word's runs: marks, languages, web links, notes and cross-references."""

import re

from ikonzept_desktop.export.word.fields import reference
from ikonzept_desktop.export.word.ink import Ink
from ikonzept_desktop.export.word.names import note_name
from ikonzept_desktop.export.word.xml import escape, text_element
from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.publication.runs import own_span
from ikonzept_desktop.publication.tree import BreakRun, NoteRun, ReferenceRun, Runs, TextRun

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_ADDRESS = re.compile(r"https?://[^\s/?#@:\[\]\\]+(:\d+)?([/?#]\S*)?|mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)
_NEVER_IN_ADDRESS = re.compile(r'["<>\\^`{|}]|%(?![0-9A-Fa-f]{2})')


def runs_xml(runs: Runs, ink: Ink) -> str:
    """Write the runs of a line; neighbours of one web address become one link."""
    written: list[str] = []
    address = ""
    linked: list[str] = []
    for run in runs:
        here = web_address(run.link) if isinstance(run, TextRun) and run.link else ""
        if here != address and linked:
            written.append(_link(address, linked, ink))
            linked = []
        address = here
        xml = _run(run, ink, bool(here))
        (linked if here else written).append(xml)
    if linked:
        written.append(_link(address, linked, ink))
    return "".join(written)


def block_xml(id: str, runs: Runs, ink: Ink) -> str:
    """Write a line under the bookmark of its block; what the program has added stands outside of it."""
    start, end = own_span(runs)
    if start == end and runs:
        return ink.mark(id, runs_xml(runs, ink))
    if end - start == len(runs):
        return ink.block(id, runs_xml(runs, ink))
    before, after = runs_xml(runs[:start], ink), runs_xml(runs[end:], ink)
    return before + ink.block(id, runs_xml(runs[start:end], ink)) + after


def _run(run: TextRun | BreakRun | NoteRun | ReferenceRun, ink: Ink, linked: bool) -> str:
    match run:
        case TextRun():
            return _text(run, linked)
        case BreakRun():
            return "<w:r><w:br/></w:r>"
        case NoteRun(number=number, id=id):
            sign = (
                f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
            )
            ink.note(number)
            return ink.bookmark(note_name(id), sign)
        case ReferenceRun():
            return reference(run, ink)


def _text(run: TextRun, linked: bool) -> str:
    if not (run.marks or run.language or linked):
        return f"<w:r>{text_element(run.text)}</w:r>"
    return f"<w:r><w:rPr>{_properties(run, linked)}</w:rPr>{text_element(run.text)}</w:r>"


def _properties(run: TextRun, linked: bool) -> str:
    """Write the children of `w:rPr` in the order of ECMA-376 Part 1, 17.3.2.28."""
    marks = run.marks
    properties = '<w:rStyle w:val="Hyperlink"/>' if linked else ""
    if marks & Marks.BOLD:
        properties += "<w:b/><w:bCs/>"
    if marks & Marks.ITALIC:
        properties += "<w:i/><w:iCs/>"
    if marks & Marks.SUPERSCRIPT:
        properties += '<w:vertAlign w:val="superscript"/>'
    elif marks & Marks.SUBSCRIPT:
        properties += '<w:vertAlign w:val="subscript"/>'
    return properties + (_language(run.language) if run.language else "")


def _language(tag: str) -> str:
    if not _LANGUAGE.fullmatch(tag):
        return ""
    if tag.split("-", maxsplit=1)[0].lower() in _RIGHT_TO_LEFT:
        return f'<w:rtl/><w:lang w:bidi="{tag}"/>'
    return f'<w:lang w:val="{tag}"/>'


def web_address(link: str) -> str:
    """Give the address as a relationship may hold it, or nothing if it is none that Word would open.

    Word refuses a whole file for one target that is no URI (ISO/IEC 29500-2, 6.5.3.4).
    """
    link = link.strip()
    if not _ADDRESS.fullmatch(link):
        return ""
    return _NEVER_IN_ADDRESS.sub(lambda found: f"%{ord(found[0][0]):02X}", link)


def _link(address: str, runs: list[str], ink: Ink) -> str:
    return f'<w:hyperlink r:id="{escape(ink.link(address))}" w:history="1">{"".join(runs)}</w:hyperlink>'
