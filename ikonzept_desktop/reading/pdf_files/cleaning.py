"""A foreign PDF rid of all that acts, hides or leads away: what is left is what is seen on its pages.

Form fields and stamps become part of the page; of all else that lies over it, links into the web alone stay.
"""

import io

import pikepdf

from ikonzept_desktop.model.schema import is_allowed_link
from ikonzept_desktop.reading.pdf_files.opening import BROKEN

_KEPT_OF_ROOT = frozenset({"/Type", "/Pages", "/OCProperties"})
_KEPT_OF_PAGE = frozenset({
    *("/Type", "/Parent", "/Contents", "/Resources", "/MediaBox", "/CropBox", "/Rotate", "/Group", "/Annots"),
    "/UserUnit",
})  # fmt: skip
_LEADING = frozenset({"/URI", "/GoTo"})
"""Actions that only lead to another place."""
_MEDIA = frozenset({"/Movie", "/Sound", "/Screen", "/3D", "/RichMedia", "/FileAttachment"})


def cleaned(pdf: pikepdf.Pdf) -> tuple[bytes, tuple[str, ...]]:
    """Give the file without what was taken away, the same for the same file, and sentences on that."""
    remarks = (*_remarks_on_root(pdf), *_remarks_on_pages(pdf))
    if "/AcroForm" in pdf.Root:
        try:
            pdf.generate_appearance_streams()
        except BROKEN:
            remarks = (*remarks, "Formularfelder ohne gespeichertes Aussehen bleiben leer.")
    pdf.flatten_annotations("print")
    for page in pdf.pages:
        _clean_page(pdf, page)
    for key in set(pdf.Root.keys()) - _KEPT_OF_ROOT:
        del pdf.Root[key]
    for key in set(pdf.trailer.keys()) - {"/Root", "/Size"}:
        del pdf.trailer[key]
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        encryption=False,
        min_version="1.7",
    )
    return out.getvalue(), remarks


def links_of(page: pikepdf.Page) -> tuple[tuple[tuple[float, float, float, float], str], ...]:
    """Give the links of a cleaned page: left, bottom, right, top in pt, and the address."""
    found = []
    for annotation in page.get("/Annots", ()):
        try:
            address = _address(annotation)
            x0, y0, x1, y1 = (float(each) for each in annotation.Rect)
        except BROKEN:
            continue
        if address:
            found.append(((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), address))
    return tuple(found)


def _clean_page(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    kept = []
    for box, address in links_of(page):
        action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(address))
        link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=list(box), A=action)
        kept.append(pdf.make_indirect(link))
    for key in set(page.obj.keys()) - _KEPT_OF_PAGE:
        del page.obj[key]
    if kept:
        page.obj.Annots = pikepdf.Array(kept)
    elif "/Annots" in page.obj:
        del page.obj["/Annots"]


def _address(annotation: pikepdf.Object) -> str:
    if annotation.get("/Subtype") != "/Link" or "/A" not in annotation or annotation.A.get("/S") != "/URI":
        return ""
    address = str(annotation.A.URI)
    return address if address.isascii() and address.isprintable() and is_allowed_link(address) else ""


def _remarks_on_root(pdf: pikepdf.Pdf) -> list[str]:
    root = pdf.Root
    names: pikepdf.Object = root.get("/Names", pikepdf.Dictionary())
    said = []
    if "/OpenAction" in root or "/AA" in root or "/JavaScript" in names or any(_acts(page) for page in pdf.pages):
        said.append("Skripte und Aktionen wurden entfernt.")
    if "/EmbeddedFiles" in names or "/Collection" in root:
        said.append("Eingebettete Dateien wurden entfernt.")
    form = root.get("/AcroForm")
    if form is not None and len(form.get("/Fields", [])):
        said.append("Formularfelder stehen mit ihrem Inhalt auf der Seite, ausfüllen lassen sie sich nicht mehr.")
    if pdf.is_encrypted:
        said.append("Die Datei war gegen Änderungen geschützt; prüfen Sie, ob Sie sie weitergeben dürfen.")
    return said


def _acts(page: pikepdf.Page) -> bool:
    actions = (each.A.get("/S") for each in page.get("/Annots", ()) if "/A" in each)
    return "/AA" in page.obj or any(action not in _LEADING for action in actions)


def _remarks_on_pages(pdf: pikepdf.Pdf) -> list[str]:
    kinds = [str(each.get("/Subtype", "")) for page in pdf.pages for each in page.get("/Annots", ())]
    comments = sum(kind not in {"/Link", "/Widget", "/Popup"} and kind not in _MEDIA for kind in kinds)
    said = []
    if comments:
        said.append("Kommentare und Stempel stehen auf der Seite, wie sie gedruckt werden.")
    if any(kind in _MEDIA for kind in kinds):
        said.append("Ton, Film und angeheftete Dateien wurden entfernt.")
    return said
