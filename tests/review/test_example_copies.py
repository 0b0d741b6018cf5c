"""Five copies of the example that were edited in LibreOffice: each edit is told at its place, and nothing else is."""

import itertools
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from ikonzept_desktop.cli import main
from ikonzept_desktop.export.word.writer import DraftOptions, write_draft
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.proposals import Kind
from ikonzept_desktop.model.store.project_file import open_project
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.tree import image_digests
from ikonzept_desktop.reading.word.content import Copy
from ikonzept_desktop.reading.word.intake import taken
from ikonzept_desktop.review.deciding import accept_all
from ikonzept_desktop.review.keeping import kept_proposals
from ikonzept_desktop.review.outcome import outcome
from ikonzept_desktop.review.reading_back import ReadBack, Returned, read_back
from tests.export.word import reading
from tests.office.running import office
from tests.review.office_copies import COPIES, GivenOut
from tests.review.office_edits import WHOLE, Edit, Lines, Told, done, find

WHEN = datetime(2026, 3, 2, tzinfo=UTC)
CONTESTED = {
    ("text", "Teilhabe ist der Maßstab"),  # two want two things
    ("delete", "Alle Maßnahmen stehen unter"),  # what one strikes out another one edits
}
Key = tuple[str, str, str, str, str]
"""Section, field, kind, block, and what stands there before."""
RENAMED = "1 Nachbarschaften lösen ihre Konflikte rechtzeitig"
BY_HAND = {Kind.MOVE, Kind.ROW_INSERT, Kind.ROW_DELETE, Kind.TEXT}
"""What may be left to be carried out by hand; of texts the note of a paragraph that was joined to another."""
RUNNING = 2
"""Running heads that say something."""
Wishes = dict[Key, dict[str, set[str]]]
"""By what is to stand there who wants it."""


@pytest.fixture(scope="module")
def came(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the example, its draft and the five copies."""
    folder = tmp_path_factory.mktemp("office")
    concept = folder / "Konzept.ikonzept"
    assert main(["example", str(concept)]) == 0
    assert main(["export", str(concept), "--word", str(folder / "draft.docx")]) == 0
    work = []
    for copy in COPIES:
        given = folder / f"{copy.reviewer}-given.docx"
        asked = ["--reviewer", copy.reviewer, "--due", "01.03.2030", "--return-to", "Sozialamt"]
        assert main(["export", str(concept), "--word", str(given), *asked]) == 0
        work.append(tuple(copy.steps(str(given), str(folder))))
    with office(folder) as running:
        running.do(work)
    return folder


@pytest.fixture(scope="module")
def told(came: Path) -> Any:
    """What the command line tells of all five, and the text with everything accepted."""
    out = came / "told.json"
    files = [str(came / f"{copy.reviewer}.docx") for copy in COPIES]
    arguments = ["review", str(came / "Konzept.ikonzept"), *files, "--json", str(out), "--accept", "all"]
    assert main(arguments) == 1  # there are conflicts
    return json.loads(out.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def returned(came: Path) -> dict[str, Returned]:
    """The five copies as they are read; what was given out has the lines of the sheet besides."""
    count = len(lines(came / "draft.docx"))
    found = {}
    for copy in COPIES:
        sheet = frozenset(lines(came / f"{copy.reviewer}-given.docx")[:-count])
        file = came / f"{copy.reviewer}.docx"
        found[copy.reviewer] = Returned(taken(file.read_bytes(), file.name), copy.reviewer, sheet)
    return found


@pytest.fixture(scope="module")
def base(came: Path) -> Copy:
    return taken((came / "draft.docx").read_bytes(), "draft.docx")


@pytest.fixture(scope="module")
def known(came: Path) -> dict[str, str]:
    """The words under each of our bookmarks in the draft, by the id in its name."""
    parts = reading.read(came / "draft.docx").parts
    found = {**reading.covered(parts["word/document.xml"]), **reading.covered(parts["word/footnotes.xml"])}
    return {name.removeprefix("_ik_"): words for name, words in found.items() if name.startswith("_ik_")}


def lines(path: Path) -> Lines:
    """Give the paragraphs of a draft and of its notes as they are."""
    parts = reading.read(path).parts
    both = (parts["word/document.xml"], parts["word/footnotes.xml"])
    return tuple(line for part in both for line in reading.lines(part) if line)


def is_contested(told: Told) -> bool:
    return (told.kind, told.at) in CONTESTED


def wished(copies: Iterable[GivenOut], known: Mapping[str, str]) -> Wishes:
    """Give what is to be told of copies, as it was written down by hand."""
    ids, texts = list(known), list(known.values())
    found: Wishes = {}
    for copy in copies:
        for part, edit, author in copy.everything():
            for each in edit.told:
                at = find(texts, each.at)
                before = texts[at] if each.before == WHOLE else each.before
                key = (part.section, part.field, each.kind, ids[at], before)
                found.setdefault(key, {}).setdefault(each.after, set()).add(author)
    return found


def told_of(proposals: Iterable[Any]) -> Wishes:
    """Give what was told, in the same form."""
    found: Wishes = {}
    for each in proposals:
        key = (each["section"], each["field"], each["kind"], each["block"], each["before"])
        for variant in each["variants"]:
            found.setdefault(key, {}).setdefault(variant["text"], set()).update(variant["authors"])
    return found


def made(
    copies: Iterable[GivenOut],
    base: Lines,
    *,
    all_of_them: bool = False,
    but: Collection[tuple[str, str, str]] = (),
    texts: Lines = (),
) -> Lines:
    """Make the edits of copies in the lines of a text, each once; those that are contested wait.

    So do those that are told by kind, words before and after; `texts` holds the words of all blocks.
    """
    edits: dict[tuple[Told, ...], Edit] = {}
    for copy in copies:
        for _, edit, _ in copy.everything():
            waits = any(is_contested(each) and not all_of_them for each in edit.told)
            if edit.told and not waits and not (but and any(_plainly(each, texts) in but for each in edit.told)):
                edits.setdefault(edit.told, edit)
    return done(base, tuple(edits.values()))


def text_of(found: ReadBack, *, accepted: bool) -> Lines:
    """Give the lines without the running heads, which stand at the end."""
    wanted = [each for each in found.proposals if accepted and not each.is_conflict]
    return outcome(found.units, wanted)[:-RUNNING]


def _plainly(told: Told, texts: Lines) -> tuple[str, str, str]:
    return told.kind, texts[find(texts, told.at)] if told.before == WHOLE else told.before, told.after


def test_every_edit_is_told_at_its_place_with_its_author_and_nothing_else_is(told: Any, known: dict[str, str]) -> None:
    assert told_of(told["proposals"]) == wished(COPIES, known)
    conflicts = [each for each in told["proposals"] if each["conflict"]]
    assert len(conflicts) == len(CONTESTED)
    for each in conflicts:
        assert any(each["kind"] == kind and known[each["block"]].startswith(at) for kind, at in CONTESTED)
    assert (told["formatting"], told["not_taken_over"]) == ([], [])


def test_what_was_tracked_is_told_as_such(told: Any) -> None:
    tracking = {author for copy in COPIES for _, _, author in copy.everything() if author != copy.reviewer}
    for each in told["proposals"]:
        assert each["tracked"] == tracking.issuperset(each["authors"])


def test_to_accept_everything_gives_the_text_with_every_edit_made(came: Path, told: Any) -> None:
    expected = made(COPIES, lines(came / "draft.docx"))
    assert tuple(told["text"][:-RUNNING]) == expected


def test_to_accept_nothing_leaves_the_text_as_it_was_given_out_to_the_character(
    came: Path, base: Copy, returned: dict[str, Returned]
) -> None:
    assert text_of(read_back(base, returned), accepted=False) == lines(came / "draft.docx")


@pytest.mark.parametrize("copy", COPIES, ids=lambda copy: copy.reviewer)
def test_each_copy_alone_gives_the_text_with_its_own_edits_made(
    came: Path, base: Copy, returned: dict[str, Returned], copy: GivenOut
) -> None:
    found = read_back(base, {copy.reviewer: returned[copy.reviewer]})
    assert text_of(found, accepted=True) == made((copy,), lines(came / "draft.docx"), all_of_them=True)


def test_in_whatever_order_copies_come_in_the_result_is_the_same(base: Copy, returned: dict[str, Returned]) -> None:
    first = read_back(base, returned)
    for names in itertools.islice(itertools.permutations(returned), 0, 120, 29):
        assert read_back(base, {name: returned[name] for name in names}) == first


def test_comments_are_told_with_what_they_are_about_and_who_answers_them(told: Any, known: dict[str, str]) -> None:
    wanted = ("author", "anchor", "resolved", "answers")
    asked, answer, other = sorted(told["comments"], key=lambda each: each["author"])
    assert [asked[key] for key in wanted] == ["Anna Amsel", "Statistiken", True, None]
    assert [answer[key] for key in wanted] == ["Ben Bach", "", False, asked["id"]]
    assert [other[key] for key in wanted] == ["Jobcenter", "wenig", False, None]
    assert (asked["text"], answer["text"].endswith("Die der Städte."), other["text"]) == (
        "Welche sind gemeint?", True, "Zu wenig?",
    )  # fmt: skip
    assert known[asked["block"]].startswith("Engagement. In den Statistiken")
    assert known[other["block"]].startswith("Das KIZ bietet selbst")


def test_all_there_is_to_do_is_done_tracked_and_not() -> None:
    kinds: dict[bool, set[str]] = {True: set(), False: set()}
    for copy in COPIES:
        for _, edit, author in copy.everything():
            kinds[author != copy.reviewer].update(each.kind for each in edit.told)
    everything = {"text", "split", "join", "insert", "delete", "move", "row_insert", "row_delete"}
    assert kinds == {True: everything, False: everything}


FOLLOWING = (("3.3\tFortschreibung", "3.3\tFortführung"), ("1 Nachbarschaften lösen ihre Konflikte früh", RENAMED))
"""What the program itself writes otherwise once titles are other ones: contents, references."""


def test_taken_over_into_the_concept_it_is_the_text_with_every_edit_made(
    came: Path, base: Copy, returned: dict[str, Returned], known: dict[str, str]
) -> None:
    opened = open_project(came / "Konzept.ikonzept", read_only=True)
    try:
        document = opened.project.document
        images = {digest: opened.store.image(digest) for digest in image_digests(build(document))}
    finally:
        opened.store.close()
    kept = kept_proposals(read_back(base, returned), "", document)
    step = accept_all(document, kept, WHEN)
    assert step is not None
    project = Project(replace(document, proposals=kept))
    project.apply(step, "Alle annehmen")
    out = came / "taken.docx"
    write_draft(build(project.document), images, out, DraftOptions(issued=WHEN))
    left = [each for each in project.document.proposals if each.is_open]
    assert {each.kind for each in left if not each.is_conflict} <= BY_HAND
    waiting = {(str(each.kind), each.before, variant.text) for each in left for variant in each.variants}
    expected = made(COPIES, lines(came / "draft.docx"), but=waiting, texts=tuple(known.values()))
    for old, new in FOLLOWING:
        expected = tuple(line.replace(old, new) for line in expected)
    assert lines(out) == expected
