"""What the record says first: which copies there were, how much they propose, what was not taken over."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ikonzept_desktop import local_time
from ikonzept_desktop.model.document import Comment, Document, GivenCopy
from ikonzept_desktop.model.german_days import written
from ikonzept_desktop.model.proposals import KeptProposal, ReturnedFile, Verdict
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.publication.record import words
from ikonzept_desktop.publication.record.lines import aside, lines, said, table
from ikonzept_desktop.publication.tree import Element, FieldHeading, Runs, TextElement

_COPY_WIDTHS = (30, 14, 14, 17, 13, 12)
_LEFT_WIDTHS = (20, 22, 22, 36)
_RESULT_WIDTHS = (24, 13, 13, 12, 14, 10, 14)


def overview(
    document: Document, notes: Sequence[str], shown: Sequence[KeptProposal], comments: Sequence[Comment]
) -> Iterator[Element]:
    """Go through the first chapter: `notes` are the sentences it begins with."""
    for at, sentence in enumerate(notes):
        yield TextElement(f"record_note_{at}", said(sentence))
    yield FieldHeading("record_result", words.RESULT, 2)
    results = list(_results(document, shown, comments))
    yield table("record_counts", words.RESULT_HEAD, results, _RESULT_WIDTHS, counts=len(_RESULT_WIDTHS) - 1)
    if sentence := words.in_sum(shown, comments):
        yield TextElement("record_sum", said(sentence))
    if copies := list(_copies(document)):
        yield FieldHeading("record_copies", words.COPIES, 2)
        yield table("record_given", words.COPY_HEAD, copies, _COPY_WIDTHS)
    if document.returned:
        yield FieldHeading("record_left", words.LEFT_OUT, 2)
        if left := list(_left_out(document)):
            yield table("record_left_out", words.LEFT_OUT_HEAD, left, _LEFT_WIDTHS)
        else:
            yield TextElement("record_all_taken", said(words.ALL_TAKEN))


def _results(
    document: Document, shown: Sequence[KeptProposal], comments: Sequence[Comment]
) -> Iterator[tuple[Runs, ...]]:
    """Go through what became of the proposals, first of all of them, then of those that stand in each file."""
    yield _result(words.TOGETHER, shown, comments)
    of_file: dict[str, list[KeptProposal]] = {}
    for kept in shown:
        for copy in dict.fromkeys(source.copy for source in kept.sources):
            of_file.setdefault(copy, []).append(kept)
    for file in document.returned:
        remarks = [comment for comment in comments if comment.origin.rpartition(":")[0] == file.id]
        yield _result(clean(file.reviewer) or file.name, of_file.get(file.id, ()), remarks)


def _result(name: str, shown: Sequence[KeptProposal], comments: Sequence[Comment]) -> tuple[Runs, ...]:
    verdicts = Counter(kept.decision.verdict if kept.decision else None for kept in shown)
    counts = (verdicts[key] for key in (Verdict.ACCEPTED, Verdict.REJECTED, Verdict.LATER, None))
    return said(name), *(said(str(count)) for count in (len(shown), *counts, len(comments)))


def _copies(document: Document) -> Iterator[tuple[Runs, ...]]:
    """Go through the copies that were given out, and then the files that came back and are none of those."""
    files = {file.id: file for file in document.returned}
    for copy in document.properties.copies:
        yield _given(copy, files.pop(copy.id, None))
    for file in files.values():
        name = lines(said(file.reviewer or words.NOTHING), said(file.name))
        came, sure = said(written(local_time.here(file.came).date())), said(words.certainty_name(file.certainty))
        yield name, (), (), came, said(file.version[:8]), sure


def _given(copy: GivenCopy, file: ReturnedFile | None) -> tuple[Runs, ...]:
    packet = said(f"Paket „{copy.packet}“") if copy.packet else ()
    return (
        lines(said(copy.reviewer), packet, said(file.name) if file else ()),
        said(written(local_time.here(copy.sent).date())),
        said(written(copy.due)),
        said(words.standing_name(copy)),
        said(copy.version[:8]),
        said(words.certainty_name(file.certainty)) if file else (),
    )


def _left_out(document: Document) -> Iterable[tuple[Runs, ...]]:
    for file in document.returned:
        who = said(clean(file.reviewer) or file.name)
        for left in file.left_out:
            text = said(left.text) or aside("ohne Text")
            yield who, said(words.left_name(left.kind)), said(words.left_place(left.place)), text
