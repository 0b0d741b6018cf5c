"""Word files as they come back, made of the concept that is open."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from ikonzept_desktop.export.copies import CopyWish, made_copies
from ikonzept_desktop.export.word.writer import DraftOptions, write_draft
from ikonzept_desktop.model.blocks import Paragraph
from ikonzept_desktop.model.copies import give_out
from ikonzept_desktop.model.document import Comment, walk
from ikonzept_desktop.model.edits import ChangeProposals, Compound, Edit, SetAttribute, SetReturned
from ikonzept_desktop.model.inline import Text, plain
from ikonzept_desktop.model.proposals import Ground, KeptProposal, Kind, LeftOut, ReturnedFile, Source, Variant
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.tree import image_digests
from ikonzept_desktop.reading.word.content import STAND_IN
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


REVIEWERS = ("Jobcenter", "Caritasverband", "AG Sprache und Bildung", "Kreisjugendamt", "Schulamt")


def take_in_proposals(session: Session, title: str = "Sprache") -> list[KeptProposal]:
    """Have five people propose everything that can be proposed in the first paragraphs of a section of that title."""
    section = next(each for each in walk(session.document.sections) if each.title == title)
    paragraphs = [
        block for field in section.fields for block in section.blocks(field.key) if isinstance(block, Paragraph)
    ]
    made = _Proposals(section.id, [each for each in paragraphs if len(plain(each.inlines).split()) > 12])
    proposals = [
        made.words(0, 2, 4, "", "0"),
        made.words(0, 6, 6, "alle ", "1"),
        made.words(0, 8, 9, "beachtlich ", "2", "3"),
        made.conflict(1),
        made.whole(2, Kind.MOVE, "", "3", target=3),
        made.whole(3, Kind.INSERT, "Lehrkräfte wünschen sich Material, das in mehreren Schulen erprobt ist.", "4"),
        made.whole(4, Kind.DELETE, "", "0"),
        made.words(5, 1, 3, "anders als es steht ", "1", shifted=True),
        made.whole(5, Kind.FORMAT, "rPrChange", "2"),
    ]
    files = tuple(
        ReturnedFile(str(at), "", f"{name}.docx", name, SENT, "0" * 64, "v", certainty=0.93 if at == 4 else 1.0,
                     left_out=(LeftOut("chart", "Die Gruppe tagt viermal im Jahr."),) if at == 2 else ())
        for at, name in enumerate(REVIEWERS)
    )  # fmt: skip
    comment = Comment("kommentar", "Caritasverband", SENT, "Wer lädt zur Runde ein?", origin="1:7")
    edits: tuple[Edit, ...] = (
        SetReturned((), files),
        ChangeProposals((), tuple(proposals)),
        SetAttribute(section.id, "comments", section.comments, (*section.comments, comment)),
    )
    session.apply(Compound(edits), "Rückläufe aufgenommen")
    return proposals


class _Proposals:
    """Makes proposals about the paragraphs of a section."""

    def __init__(self, section: str, paragraphs: list[Paragraph]) -> None:
        self._section, self._paragraphs = section, paragraphs
        self._count = 0

    def words(self, at: int, first: int, last: int, text: str, *copies: str, shifted: bool = False) -> KeptProposal:
        """Have words of a paragraph, counted from 0, become others."""
        ground = self._ground(at, first, last)
        if shifted:
            ground = replace(ground, text=ground.text.replace(" ", " einst ", 2))
        before = ground.text[ground.start : ground.end]
        return self._kept(Kind.TEXT, before, (Variant(text, _sources(copies)),), (ground,))

    def conflict(self, at: int) -> KeptProposal:
        """Have three people want two things of the same words."""
        ground = self._ground(at, 3, 5)
        variants = (
            Variant("und die Träger ", _sources("01")),
            Variant("mit dem Jobcenter ", _sources("2", tracked=False)),
        )
        return self._kept(Kind.TEXT, ground.text[ground.start : ground.end], variants, (ground,))

    def whole(self, at: int, kind: Kind, text: str, copy: str, target: int | None = None) -> KeptProposal:
        """Have something become of a whole paragraph."""
        ground = self._ground(at, 0, 0)
        ground = replace(ground, end=len(ground.text))
        before = "" if kind is Kind.INSERT else ground.text
        goal = self._ground(target, 0, 0) if target is not None else None
        tracked = kind is not Kind.INSERT
        made = self._kept(kind, before, (Variant(text, _sources(copy, tracked=tracked)),), (ground,))
        return replace(made, target=goal)

    def _ground(self, at: int, first: int, last: int) -> Ground:
        block = self._paragraphs[at]
        text = "".join(plain((each,)) if isinstance(each, Text) else STAND_IN for each in block.inlines)
        words = text.split(" ")
        start, end = (len(" ".join(words[:count])) + bool(count) for count in (first, last))
        return Ground(block.id, text, start, end)

    def _kept(
        self, kind: Kind, before: str, variants: tuple[Variant, ...], grounds: tuple[Ground, ...]
    ) -> KeptProposal:
        self._count += 1
        return KeptProposal(
            f"vorschlag{self._count}", "v", kind, self._section, self._count, before, variants, grounds=grounds
        )


def _sources(copies: Iterable[str], *, tracked: bool = True) -> tuple[Source, ...]:
    return tuple(Source(copy, REVIEWERS[int(copy)], "2015-03-05T09:00:00Z", tracked) for copy in copies)
