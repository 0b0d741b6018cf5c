"""Word files as they come back, made of the concept that is open."""

from datetime import UTC, datetime
from pathlib import Path

from ikonzept_desktop.export.copies import CopyWish, made_copies
from ikonzept_desktop.export.word.writer import DraftOptions, write_draft
from ikonzept_desktop.model.copies import give_out
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.tree import image_digests
from ikonzept_desktop.ui.session import Session

SENT = datetime(2015, 3, 2, 9, tzinfo=UTC)


def files_that_came(session: Session, folder: Path) -> list[Path]:
    """Give out a copy; give it, a draft for nobody in particular, and a file that is damaged."""
    document = session.document
    version = session.keeper.snapshot_for_export(SENT)
    orders, copies = made_copies(document, [CopyWish("Jobcenter")], version, SENT)
    session.apply(give_out(document, orders[0].concept, copies), "Zur Durchsicht gegeben")
    publication = build(document, snapshot=version)
    images = {digest: session.keeper.image(digest) for digest in image_digests(publication)}
    paths = [folder / name for name in ("Konzept – Jobcenter (neu).docx", "Entwurf Schulamt.docx", "Anlage.docx")]
    for path, copy in zip(paths, (orders[0], None), strict=False):
        write_draft(publication, images, path, DraftOptions(issued=SENT, copy=copy))
    paths[2].write_bytes(b"PK\x03\x04")
    return paths
