"""What the record says first: which copies there were, how much they propose, what was not taken over."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ikonzept_desktop.model.document import Comment, Document, GivenCopy
from ikonzept_desktop.model.german_days import written
from ikonzept_desktop.model.proposals import KeptProposal, ReturnedFile, Verdict
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.publication.record import words
from ikonzept_desktop.publication.record.lines import aside, lines, said, table
from ikonzept_desktop.publication.tree import Element, FieldHeading, Runs, TextElement

_COPY_WIDTHS = (26, 13, 13, 13, 12, 12, 11)
_LEFT_WIDTHS = (20, 22, 22, 36)
_RESULT_WIDTHS = (80, 20)


def overview(
    document: Document, notes: Sequence[str], shown: Sequence[KeptProposal], comments: Sequence[Comment]
) -> Iterator[Element]:
    """Go through the first chapter: `notes` are the sentences it begins with."""
    for at, sentence in enumerate(notes):
        yield TextElement(f"record_note_{at}", said(sentence))
    yield FieldHeading("record_result", words.RESULT, 2)
    rows = ((said(name), said(str(count))) for name, count in _counts(shown, comments))
    yield table("record_counts", words.RESULT_HEAD, rows, _RESULT_WIDTHS, counted=True)
    copies = list(_copies(document))
    if copies:
        yield FieldHeading("record_copies", words.COPIES, 2)
        yield table("record_given", words.COPY_HEAD, copies, _COPY_WIDTHS, counted=True)
    if document.returned:
        yield FieldHeading("record_left", words.LEFT_OUT, 2)
        left = list(_left_out(document))
        if left:
            yield table("record_left_out", words.LEFT_OUT_HEAD, left, _LEFT_WIDTHS)
        else:
            yield TextElement("record_all_taken", said(words.ALL_TAKEN))


def _counts(shown: Sequence[KeptProposal], comments: Sequence[Comment]) -> Iterator[tuple[str, int]]:
    decided = [kept.decision for kept in shown if kept.decision is not None]
    verdicts = Counter(decision.verdict for decision in decided)
    changed = sum(each.verdict is Verdict.ACCEPTED and each.text is not None for each in decided)
    yield "Vorschläge", len(shown)
    yield "angenommen", verdicts[Verdict.ACCEPTED]
    if changed:
        yield "davon geändert angenommen", changed
    yield "abgelehnt", verdicts[Verdict.REJECTED]
    yield "zurückgestellt", verdicts[Verdict.LATER]
    yield "offen", len(shown) - len(decided)
    yield "Konflikte unter den Vorschlägen", sum(kept.is_conflict for kept in shown)
    yield "Kommentare", len(comments)
    if comments:
        yield "davon erledigt", sum(comment.resolved for comment in comments)


def _copies(document: Document) -> Iterator[tuple[Runs, ...]]:
    """Go through the copies that were given out, and then the files that came back and are none of those."""
    counts = Counter(copy for kept in document.proposals for copy in {source.copy for source in kept.sources})
    files = {file.id: file for file in document.returned}
    for copy in document.properties.copies:
        yield _given(copy, files.pop(copy.id, None), counts[copy.id])
    for file in files.values():
        name = lines(said(file.reviewer or words.NOTHING), said(file.name))
        came, sure = said(written(file.came.astimezone().date())), said(words.certainty_name(file.certainty))
        yield name, (), (), came, said(file.version[:8]), sure, said(str(counts[file.id]))


def _given(copy: GivenCopy, file: ReturnedFile | None, count: int) -> tuple[Runs, ...]:
    packet = said(f"Paket „{copy.packet}“") if copy.packet else ()
    return (
        lines(said(copy.reviewer), packet, said(file.name) if file else ()),
        said(written(copy.sent.astimezone().date())),
        said(written(copy.due)),
        said(words.standing_name(copy)),
        said(copy.version[:8]),
        said(words.certainty_name(file.certainty)) if file else (),
        said(str(count)) if file else (),
    )


def _left_out(document: Document) -> Iterable[tuple[Runs, ...]]:
    for file in document.returned:
        who = said(clean(file.reviewer) or file.name)
        for left in file.left_out:
            text = said(left.text) or aside("ohne Text")
            yield who, said(words.left_name(left.kind)), said(words.left_place(left.place)), text
