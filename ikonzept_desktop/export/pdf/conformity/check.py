"""The check of a finished file: the catalog, the structure tree, then page after page."""

from pathlib import Path

import pikepdf

from ikonzept_desktop.export.pdf.conformity.catalog import check_catalog, devices_of
from ikonzept_desktop.export.pdf.conformity.content import Scans
from ikonzept_desktop.export.pdf.conformity.flaws import Flaw, Flaws, Rule
from ikonzept_desktop.export.pdf.conformity.objects import dictionary
from ikonzept_desktop.export.pdf.conformity.pages import Pages
from ikonzept_desktop.export.pdf.conformity.tree import Tree


def flaws_of(path: Path, scans: Scans | None = None) -> tuple[Flaw, ...]:
    """Give what keeps a file from being PDF/UA-1 and PDF/A-2a, none where nothing does.

    A file that is none is a flaw and no error. Stands in memory: the structure tree and one page at a time. With
    `scans` of earlier files, streams that were in them are not read again.
    Raises OSError where the file cannot be read.
    """
    flaws = Flaws()
    try:
        with pikepdf.open(path) as pdf:
            _check(pdf, flaws, scans or Scans(keeping=False))
    except (pikepdf.PdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        # What pikepdf raises for objects that are not what the format says they are.
        flaws.add(Rule.READABLE, detail=str(error))
    return flaws.all()


def _check(pdf: pikepdf.Pdf, flaws: Flaws, scans: Scans) -> None:
    if pdf.is_encrypted or "/ID" not in pdf.trailer or pdf.get_warnings():
        flaws.add(Rule.READABLE)
    check_catalog(pdf, flaws)
    root = dictionary(pdf.Root.get("/StructTreeRoot"))
    if root is None:
        flaws.add(Rule.TREE)
        return
    tree = Tree(root, flaws)
    tree.walk()
    pages = Pages(tree, devices_of(pdf, flaws), flaws, scans)
    for number, page in enumerate(pdf.pages, 1):
        pages.check(page, number)
    scans.turn()
    if tree.marks:
        flaws.add(Rule.PARENT)
