"""Every letter of a file is in a block or on the list, over a corpus of files and over whatever can be thought of."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from ikonzept_desktop.reading.word.content import Copy, View, is_shown
from ikonzept_desktop.reading.word.inspection import inspected
from ikonzept_desktop.reading.word.intake import taken
from ikonzept_desktop.reading.word.refusals import WordRefused
from ikonzept_desktop.reading.word.views import paragraphs
from tests.reading.word import letters
from tests.reading.word.corpus import corpus, needs_corpus
from tests.reading.word.files import (
    bookmark,
    box,
    docx,
    gone,
    ins,
    mark,
    moved_from,
    moved_to,
    p,
    r,
    tbl,
    tc,
    tr,
)

MOST_LISTED = 0.005
"""The share of the corpus's letters that may be on the list."""


@needs_corpus
def test_every_letter_of_the_corpus_is_taken_over_or_listed() -> None:
    every, left = Counter[str](), Counter[str]()
    wrong = []
    for path in corpus():
        try:
            copy = taken(path.read_bytes(), path.name)
        except WordRefused:
            continue
        there, kinds = letters.in_file(path.read_bytes()), {each.kind for each in copy.not_taken}
        if there != letters.in_blocks(copy) + letters.listed(copy) or not kinds <= letters.NAMED_KINDS:
            wrong.append(path.name)
        every += there
        left += letters.listed(copy)
    assert wrong == []
    assert every.total() > 100_000
    assert left.total() <= MOST_LISTED * every.total()


@needs_corpus
def test_of_the_corpus_only_what_cannot_be_read_is_refused() -> None:
    reasons = {}
    for path in corpus():
        try:
            taken(path.read_bytes(), path.name)
        except WordRefused as refusal:
            reasons[path.name] = str(refusal)
    assert all(any(word in said for word in ("Kennwort", "Makros", "unvollständig")) for said in reasons.values())
    assert len(reasons) <= 0.03 * len(corpus())


# Documents that hypothesis makes up


WORDS = st.text("aäß 𝔘e\u0301<&", min_size=1, max_size=6)
"""With letters beyond the first plane, combining marks and what XML has to escape."""


@st.composite
def runs(draw: st.DrawFn, depth: int = 2) -> str:
    """Give some runs, changed by whoever, within each other."""
    text = draw(WORDS)
    if depth == 0:
        return r(text)
    inner = "".join(draw(st.lists(runs(depth - 1), min_size=1, max_size=2)))
    by = draw(st.sampled_from(["Ada", "Ben"]))
    return draw(
        st.sampled_from(
            [
                r(text),
                r(text, name="delText"),
                ins(inner, by=by),
                gone(inner, by=by),
                moved_from(inner, by=by),
                moved_to(inner, by=by),
                bookmark("m", inner),
                f'<w:hyperlink w:anchor="z">{inner}</w:hyperlink>',
                f"<m:oMath><m:r>{r(text)}</m:r></m:oMath>",
                f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>",
                f'<w:fldSimple w:instr="PAGE">{inner}</w:fldSimple>',
                box(p(inner)),
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
                f"<mc:AlternateContent><mc:Choice>{r(text)}</mc:Choice><mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent>",
            ]
        )
    )


@st.composite
def bodies(draw: st.DrawFn, depth: int = 2) -> str:
    """Give some paragraphs and tables, their ends and rows changed."""
    found = []
    for _ in range(draw(st.integers(1, 4))):
        marks = draw(st.sampled_from([(), (), ("ins",), ("del",), ("ins", "del"), ("moveFrom",), ("moveTo",)]))
        paragraph = p(*draw(st.lists(runs(), max_size=3)), properties=mark(*marks) if marks else "")
        if depth and draw(st.booleans()):
            row = draw(st.sampled_from(["", '<w:ins w:id="1" w:author="Ada"/>', '<w:del w:id="1" w:author="Ada"/>']))
            cell = draw(st.sampled_from(["", '<w:cellIns w:id="1"/>', '<w:cellDel w:id="1"/>']))
            found.append(tbl(tr(tc(draw(bodies(depth - 1)), properties=cell), properties=row)))
        found.append(paragraph)
    return "".join(found)


@given(bodies())
def test_every_letter_of_any_document_is_taken_over_or_listed(body: str) -> None:
    data = docx(body)
    copy = taken(data, "x")
    assert letters.in_file(data) == letters.in_blocks(copy) + letters.listed(copy)


@given(bodies())
def test_a_text_is_what_is_shown_of_the_blocks_in_their_order(body: str) -> None:
    copy = taken(docx(body), "x")
    for view in View:
        shown = paragraphs(copy.blocks, view)
        assert sorted(index for each in shown for index in each.blocks) == sorted(
            {index for each in shown for index in each.blocks}
        )
        for each in shown:
            assert each.text == "".join(_shown(copy, index, view) for index in each.blocks)
        left_out = set(range(len(copy.blocks))) - {index for each in shown for index in each.blocks}
        assert all(not is_shown(copy.blocks[at].within, view) or not _shown(copy, at, view) for at in left_out)


def _shown(copy: Copy, index: int, view: View) -> str:
    spans = copy.blocks[index].spans
    return "".join(span.text for span in spans if is_shown(span.revisions, view) and not span.is_code)


@given(bodies())
def test_without_changes_both_texts_are_the_same(body: str) -> None:
    copy = taken(docx(body), "x")
    if not any(block.mark or block.within or any(s.revisions for s in block.spans) for block in copy.blocks):
        assert paragraphs(copy.blocks, View.REJECTED) == paragraphs(copy.blocks, View.ACCEPTED)


@given(bodies())
def test_every_letter_of_any_document_is_in_what_is_written_of_it(body: str) -> None:
    data = docx(body)
    found = inspected(taken(data, "x"))
    said = Counter[str]()
    for each in found["paragraphs"]:
        texts = [each["rejected"] or "", each["accepted"] or "", *each.get("instructions", [])]
        said += _most([*texts, *(change["text"] for change in each["changes"])])
    said += Counter("".join(each["text"] for each in found["not_taken_over"]))
    assert not letters.in_file(data) - said


def _most(texts: list[str]) -> Counter[str]:
    return sum((Counter(text) for text in texts), Counter[str]())
