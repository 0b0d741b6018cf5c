"""What a finished file says about itself: title, language, conformance, colours, and what it would do."""

from datetime import datetime

import pikepdf
from pikepdf.models.metadata import decode_pdf_date

from ikonzept_desktop.export.pdf.conformity.actions import check_action, check_outlines
from ikonzept_desktop.export.pdf.conformity.flaws import Flaws, Rule
from ikonzept_desktop.export.pdf.conformity.objects import dictionary, inner, is_true, listed, text, whole
from ikonzept_desktop.export.pdf.conformity.tree import LANGUAGE

_DEVICES = {1: "", 3: "RGB", 4: "CMYK"}
_CLAIMS = {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
_SAME = {"/Title": "dc:title", "/Author": "dc:creator", "/Creator": "xmp:CreatorTool", "/Producer": "pdf:Producer"}
_DATES = {"/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate"}


def check_catalog(pdf: pikepdf.Pdf, flaws: Flaws) -> None:
    """Check the catalog and the metadata."""
    root = pdf.Root
    info = inner(root, "/MarkInfo")
    if not is_true(info, "/Marked") or is_true(info, "/Suspects"):
        flaws.add(Rule.MARKED)
    if not LANGUAGE.fullmatch(text(root, "/Lang")):
        flaws.add(Rule.LANGUAGE, detail=text(root, "/Lang"))
    _check_metadata(pdf, flaws)
    names = inner(root, "/Names")
    if any(key in root for key in ("/AA", "/AcroForm", "/AF", "/Collection")) or (
        names is not None and any(key in names for key in ("/JavaScript", "/EmbeddedFiles"))
    ):
        flaws.add(Rule.ACTION)
    check_action(root.get("/OpenAction"), None, flaws)
    check_outlines(root, flaws)


def _check_metadata(pdf: pikepdf.Pdf, flaws: Flaws) -> None:
    said = pdf.open_metadata()
    preferences = inner(pdf.Root, "/ViewerPreferences")
    shown = is_true(preferences, "/DisplayDocTitle")
    if not str(said.get("dc:title") or "").strip() or not shown:
        flaws.add(Rule.TITLE)
    if any(said.get(key) != value for key, value in _CLAIMS.items()):
        flaws.add(Rule.CLAIM)
    info = pdf.docinfo
    for key, name in _SAME.items():
        if key in info and str(info[key]) != _one(said.get(name)):
            flaws.add(Rule.PROPERTIES, detail=key[1:])
    for key, name in _DATES.items():
        if key in info and not _same_moment(str(info[key]), str(said.get(name) or "")):
            flaws.add(Rule.PROPERTIES, detail=key[1:])


def _one(value: object) -> str:
    return str(value[0]) if isinstance(value, list) and len(value) == 1 else str(value or "")


def _same_moment(of_info: str, of_metadata: str) -> bool:
    try:
        return decode_pdf_date(of_info) == datetime.fromisoformat(of_metadata)
    except (ValueError, TypeError):
        return False


def devices_of(pdf: pikepdf.Pdf, flaws: Flaws) -> frozenset[str]:
    """Give the devices whose colours the output intent of PDF/A allows."""
    for intent in map(dictionary, listed(pdf.Root.get("/OutputIntents"))):
        profile = inner(intent, "/DestOutputProfile") if intent is not None else None
        if text(intent, "/S") == "/GTS_PDFA1" and profile is not None:
            return frozenset({"", _DEVICES.get(whole(profile.get("/N")) or 0, "")})
    flaws.add(Rule.INTENT)
    return frozenset({""})
