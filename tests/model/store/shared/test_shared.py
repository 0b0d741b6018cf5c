"""A concept on a share is written in a copy here, and comes back whole; nothing of anybody is written over."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ikonzept_desktop import atomic_file
from ikonzept_desktop.atomic_file import FileHeldOpen
from ikonzept_desktop.model.store import writing_whole
from ikonzept_desktop.model.store.backups import backups
from ikonzept_desktop.model.store.errors import AlreadyOpen, NoSuchFile, NotSaved, Unreachable
from ikonzept_desktop.model.store.loading import load
from ikonzept_desktop.model.store.lock import FileLock, lock_path
from ikonzept_desktop.model.store.project_file import create_project, open_project, save_copy
from ikonzept_desktop.model.store.shared import desk_copy, publisher, publishing, sentences
from ikonzept_desktop.model.store.shared.desk_copy import DeskCopy, stands_for
from ikonzept_desktop.model.store.shared.opening import kept_copy, not_given_back
from ikonzept_desktop.model.store.shared.publisher import Publisher
from ikonzept_desktop.model.store.shared.publishing import beside_name, give_back
from tests.model.store.desk import again, small_document, text_on_disk
from tests.model.store.shared.share import MARK, SharedDesk, colleagues_words, impatient, synced, working_copies

TYPE_AND_VANISH = """
import os, sys
from pathlib import Path
from tests.model.store.desk import again
desk = again(Path(sys.argv[1]))
desk.type(" Vor dem Absturz.")
assert desk.store.flush()
os._exit(1)
"""


MOVING = pytest.mark.skipif(os.name != "posix", reason="Windows moves nothing that is open, nor what holds it")


def until(happened: Callable[[], object], seconds: float = 10.0) -> None:
    """Wait for something; fails where it does not come."""
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.005)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A concept in a synchronised folder."""
    return synced(tmp_path / "Kreis Müller")


def vanish_while_typing(path: Path) -> None:
    """Have a program type into the concept and be torn away before that is given back."""
    command = [sys.executable, "-c", TYPE_AND_VANISH, str(path)]
    assert subprocess.run(command, check=False, cwd=Path(__file__).parents[4]).returncode == 1


def beside(path: Path) -> list[Path]:
    """Give the concepts beside another."""
    return sorted(each for each in path.parent.glob("*.ikonzept") if each != path)


def test_what_is_written_stands_in_the_working_copy_at_once_and_in_the_original_when_closed(path: Path) -> None:
    desk = SharedDesk.at(path)
    desk.type(" Neu.")
    assert desk.store.flush()
    assert desk.opened.path == path
    assert text_on_disk(desk.opened.file) == "Der Kreis. Neu."
    desk.close()
    assert text_on_disk(path) == "Der Kreis. Neu."
    assert desk.giving.is_back


def test_nothing_of_it_stays_on_this_machine_or_beside_the_original(path: Path) -> None:
    desk = SharedDesk.at(path)
    desk.type(" Neu.")
    desk.close()
    assert working_copies() == []
    assert sorted(file.name for file in path.parent.iterdir()) == [".sync_0123456789ab.db", path.name]


def test_a_concept_that_was_only_looked_at_is_not_written(path: Path) -> None:
    before = path.stat()
    SharedDesk.at(path).close()
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_new_concept_is_written_in_a_copy_too(path: Path) -> None:
    new = path.with_name("Neu.ikonzept")
    opened = create_project(new, small_document())
    assert opened.path == new
    assert opened.file != new
    opened.store.close()
    assert text_on_disk(new) == "Der Kreis."


def test_on_own_ground_there_is_no_copy(tmp_path: Path) -> None:
    opened = create_project(tmp_path / "Konzept.ikonzept", small_document())
    assert (opened.file, opened.giving_back) == (opened.path, None)
    opened.store.close()


def test_to_read_no_copy_is_made(path: Path) -> None:
    opened = open_project(path, read_only=True)
    assert working_copies() == []
    assert opened.file == path
    opened.store.close()


def test_what_is_read_stays_readable_when_the_drive_goes_away(path: Path) -> None:
    opened = open_project(path, read_only=True)
    path.parent.rename(path.parent.with_name("gone"))
    assert opened.store.snapshots() == ()
    opened.store.close()


def test_a_whole_file_is_written_here_and_put_there_in_one_step(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Path] = []

    def load_and_note(file: Path) -> object:
        written.append(file)
        return load(file)

    monkeypatch.setattr(writing_whole, "load", load_and_note)
    desk = SharedDesk.at(path)
    copy = path.with_name("Kopie.ikonzept")
    save_copy(desk.opened, copy, history=True)
    desk.close()
    assert text_on_disk(copy) == "Der Kreis."
    assert [file.parent == path.parent for file in written] == [False]


def test_whoever_comes_second_learns_who_has_it(path: Path) -> None:
    desk = SharedDesk.at(path)
    with pytest.raises(AlreadyOpen) as refused:
        open_project(path)
    assert refused.value.holder is not None
    desk.close()
    assert not lock_path(path).exists()


def test_after_a_pause_it_is_given_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    impatient(monkeypatch)
    desk = SharedDesk.at(path)
    desk.type(" Neu.")
    until(lambda: any(told.when for told in desk.told))
    assert text_on_disk(path) == "Der Kreis. Neu."
    desk.close()


def test_saving_gives_back_at_once(path: Path) -> None:
    desk = SharedDesk.at(path)
    desk.type(" Neu.")
    desk.store.flush()
    until(lambda: any(told.when for told in desk.told))
    assert text_on_disk(path) == "Der Kreis. Neu."
    desk.close()


def test_the_backup_is_one_of_the_original(path: Path) -> None:
    desk = SharedDesk.at(path)
    desk.type(" Neu.")
    desk.store.flush()
    desk.close()
    assert [text_on_disk(backup.path) for backup in backups(path)] == ["Der Kreis."]


def test_what_somebody_else_wrote_meanwhile_is_not_written_over(path: Path) -> None:
    desk = SharedDesk.at(path)
    desk.type(" Von mir.")
    colleagues_words(path, " Von ihr.")
    desk.close()
    assert text_on_disk(path) == "Der Kreis. Von ihr."
    assert [text_on_disk(each) for each in beside(path)] == ["Der Kreis. Von mir."]
    assert desk.sentences() == [sentences.goes_on_beside(path, beside(path)[0])]
    assert working_copies() == []


def test_what_somebody_wrote_while_mine_was_on_its_way_is_not_written_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = SharedDesk.at(path)
    desk.type(" Von mir.")
    begin = atomic_file.temporary_beside
    written: list[int] = []

    def slowly(target: Path) -> Path:
        if target == path and not written:
            written.append(1)
            colleagues_words(path, " Von ihr.")
        return begin(target)

    monkeypatch.setattr(atomic_file, "temporary_beside", slowly)
    desk.close()
    assert text_on_disk(path) == "Der Kreis. Von ihr."
    assert [text_on_disk(each) for each in beside(path)] == ["Der Kreis. Von mir."]
    assert list(path.parent.glob(".*.tmp")) == []


def test_after_that_one_goes_on_in_the_file_beside(path: Path) -> None:
    desk = SharedDesk.at(path)
    desk.type(" Eins.")
    colleagues_words(path, " Von ihr.")
    desk.store.flush()
    until(lambda: beside(path))
    desk.type(" Zwei.")
    desk.close()
    assert [text_on_disk(each) for each in beside(path)] == ["Der Kreis. Eins. Zwei."]
    assert text_on_disk(path) == "Der Kreis. Von ihr."


def test_a_file_that_was_moved_away_comes_back_under_another_name(path: Path) -> None:
    desk = SharedDesk.at(path)
    desk.type(" Von mir.")
    path.rename(path.parents[1] / "Archiv.ikonzept")
    desk.close()
    assert not path.exists()
    assert [text_on_disk(each) for each in beside(path)] == ["Der Kreis. Von mir."]


@MOVING
def test_a_lock_that_was_taken_over_is_respected(path: Path) -> None:
    desk = SharedDesk.at(path)
    desk.type(" Von mir.")
    lock_path(path).unlink()
    with FileLockOfAnother(path):
        desk.close()
    assert text_on_disk(path) == "Der Kreis."
    assert [text_on_disk(each) for each in beside(path)] == ["Der Kreis. Von mir."]


class FileLockOfAnother:
    """The lock of a file, held by somebody else."""

    def __init__(self, path: Path) -> None:
        self._lock = FileLock(path)

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        self._lock.release()


@MOVING
def test_a_drive_that_goes_away_fifty_times_costs_no_word(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    impatient(monkeypatch)
    gone = path.parent.with_name("gone")
    desk = SharedDesk.at(path)
    for number in range(50):
        path.parent.rename(gone)
        desk.type(f" {number}")
        assert desk.store.flush()
        gone.rename(path.parent)
    desk.store.flush()
    desk.close()
    assert text_on_disk(path) == "Der Kreis. " + " ".join(map(str, range(50)))
    assert beside(path) == []


def test_of_twenty_changes_by_others_none_is_written_over_and_twenty_copies_lie_beside(path: Path) -> None:
    for number in range(20):
        desk = SharedDesk.at(path)
        desk.type(f" Von mir {number}.")
        colleagues_words(path, f" Von ihr {number}.")
        desk.close()
    assert text_on_disk(path) == "Der Kreis." + "".join(f" Von ihr {number}." for number in range(20))
    mine = sorted(text_on_disk(each)[-6:] for each in beside(path))
    assert len(mine) == 20
    assert len(set(mine)) == 20


def test_a_drive_that_is_away_when_closing_leaves_the_words_here(path: Path) -> None:
    gone = path.parent.with_name("gone")
    desk = SharedDesk.at(path)
    desk.type(" Unterwegs.")
    path.parent.rename(gone)
    desk.close()
    assert not desk.giving.is_back
    assert desk.sentences() == [sentences.not_given_back(path, FileNotFoundError())]
    assert not_given_back() == (path,)
    kept = kept_copy(path)
    assert kept is not None
    assert text_on_disk(kept) == "Der Kreis. Unterwegs."
    with pytest.raises(NoSuchFile):
        open_project(path)
    gone.rename(path.parent)
    back = SharedDesk.at(path)
    assert back.text() == "Der Kreis. Unterwegs."
    back.close()
    assert text_on_disk(path) == "Der Kreis. Unterwegs."
    assert not_given_back() == ()


def test_the_command_line_is_told_when_a_drive_is_away(path: Path) -> None:
    desk = SharedDesk.at(path)
    desk.type(" Unterwegs.")
    path.parent.rename(path.parent.with_name("gone"))
    assert hasattr(desk.store, "leave")
    with pytest.raises(NotSaved, match="auf diesem Rechner gespeichert"):
        desk.store.leave()


def test_what_a_crash_left_here_goes_on_at_the_next_opening(path: Path) -> None:
    vanish_while_typing(path)
    assert text_on_disk(path) == "Der Kreis."
    desk = SharedDesk.at(path)
    assert desk.text() == "Der Kreis. Vor dem Absturz."
    desk.close()
    assert text_on_disk(path) == "Der Kreis. Vor dem Absturz."


def test_what_a_crash_left_here_comes_beside_where_somebody_wrote_meanwhile(path: Path) -> None:
    vanish_while_typing(path)
    lock_path(path).unlink()
    colleagues_words(path, " Von ihr.")
    desk = SharedDesk.at(path)
    assert desk.text() == "Der Kreis. Von ihr."
    assert desk.sentences() == [f"{sentences.lies_beside(path, beside(path)[0])} {sentences.SEEN_HERE}"]
    desk.close()
    assert [text_on_disk(each) for each in beside(path)] == ["Der Kreis. Vor dem Absturz."]


def put_aside(path: Path, monkeypatch: pytest.MonkeyPatch) -> SharedDesk:
    """Have words of a torn sitting kept here alone, since the drive took nothing beside it; open it."""
    vanish_while_typing(path)
    lock_path(path).unlink()
    colleagues_words(path, " Von ihr.")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as broken:
        broken.setattr("ikonzept_desktop.model.store.shared.opening.give_beside", full)
        return SharedDesk.at(path)


def test_what_can_be_put_nowhere_else_is_kept_here(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = put_aside(path, monkeypatch)
    assert desk.text() == "Der Kreis. Von ihr."
    (sentence,) = desk.sentences()
    desk.close()
    (kept,) = working_copies()
    assert str(kept.parent) in sentence
    assert text_on_disk(kept) == "Der Kreis. Vor dem Absturz."


def test_a_commit_while_it_goes_out_is_given_back_as_well(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written between the copying and the end of a giving back must not count as given back."""
    impatient(monkeypatch)
    going, may_go = threading.Event(), threading.Event()

    def slow(copy: DeskCopy, lock: FileLock) -> bool:
        done = give_back(copy, lock)
        going.set()
        may_go.wait(10)
        return done

    monkeypatch.setattr(Publisher.__init__, "__kwdefaults__", {"give": slow})
    desk = SharedDesk.at(path)
    desk.type(" Eins.")
    assert desk.store.flush()
    assert going.wait(10)
    desk.type(" Zwei.")
    assert desk.store.flush()
    may_go.set()
    desk.close()
    assert text_on_disk(path) == "Der Kreis. Eins. Zwei."


def test_a_drive_that_hangs_holds_nobody_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    impatient(monkeypatch)
    monkeypatch.setattr(publisher, "CLOSING", 0.05)
    monkeypatch.setattr(Publisher.finish, "__defaults__", (0.05,))
    forever = threading.Event()

    def hang(_copy: DeskCopy, _lock: FileLock) -> bool:
        forever.wait(30)
        raise OSError

    monkeypatch.setattr(Publisher.__init__, "__kwdefaults__", {"give": hang})
    desk = SharedDesk.at(path)
    desk.type(" Eins.")
    assert desk.store.flush()
    desk.close()
    assert not desk.giving.is_back
    assert text_on_disk(desk.opened.file) == "Der Kreis. Eins."
    forever.set()
    until(lambda: not lock_path(path).exists())


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FileHeldOpen(Path("x"), Path("y")), "in einem anderen Programm geöffnet"),
        (OSError(28, "full"), "kein Platz mehr"),
        (PermissionError(13, "no"), "darf auf dem Laufwerk nicht mehr geschrieben werden"),
        (OSError(5, "gone"), "nicht erreichbar"),
    ],
)
def test_why_it_is_not_back_is_told_and_that_the_text_is_safe(error: Exception, said: str) -> None:
    sentence = sentences.not_given_back(Path("/H/Konzept.ikonzept"), error)
    assert said in sentence
    assert "auf diesem Rechner gespeichert" in sentence


def test_the_same_trouble_is_told_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    impatient(monkeypatch)
    tries: list[int] = []

    def away(_copy: DeskCopy, _lock: FileLock) -> bool:
        tries.append(1)
        raise OSError

    monkeypatch.setattr(Publisher.__init__, "__kwdefaults__", {"give": away})
    desk = SharedDesk.at(path)
    until(lambda: len(tries) > 3)
    assert len(desk.sentences()) == 1
    desk.close()


def test_a_file_beside_says_whose_it_is_and_of_when() -> None:
    name = beside_name(Path("/H/Konzept 2015.ikonzept"), datetime(2015, 3, 12, 10, 42, tzinfo=UTC))
    assert name.startswith("Konzept 2015 (Fassung von ")
    assert name.endswith(", 12.03.2015 10.42 Uhr).ikonzept")


def test_two_concepts_of_one_name_have_copies_of_their_own(path: Path, tmp_path: Path) -> None:
    other = synced(tmp_path / "anderswo")
    one, two = SharedDesk.at(path), SharedDesk.at(other)
    assert one.opened.file != two.opened.file
    assert (stands_for(one.opened.file), stands_for(two.opened.file)) == (path, other)
    one.close()
    two.close()


def test_on_windows_a_path_in_other_letters_leads_to_the_same_copy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "normcase", lambda path: str(path).lower())
    vanish_while_typing(path)
    in_capitals = path.with_name(path.name.upper())
    assert DeskCopy(in_capitals).file == DeskCopy(path).file
    assert DeskCopy(in_capitals).is_ahead()


def test_a_record_that_is_no_longer_readable_costs_no_word(path: Path) -> None:
    vanish_while_typing(path)
    (copy,) = working_copies()
    (copy.parent / "herkunft.json").write_text("{", encoding="utf-8")
    desk = SharedDesk.at(path)
    desk.close()
    assert text_on_disk(copy) == "Der Kreis. Vor dem Absturz."
    assert Path(path).exists()


def test_what_can_be_laid_neither_there_nor_beside_is_tried_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    impatient(monkeypatch)
    desk = SharedDesk.at(path)
    desk.type(" Von mir.")
    colleagues_words(path, " Von ihr.")

    def refused(*_: object) -> None:
        raise Unreachable(path, "das Laufwerk antwortet nicht")

    with monkeypatch.context() as away:
        away.setattr(publisher, "give_beside", refused)
        desk.store.flush()
        until(desk.sentences)
    desk.close()
    assert [text_on_disk(each) for each in beside(path)] == ["Der Kreis. Von mir."]


def test_a_lock_that_cannot_be_read_is_no_other_holder(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = SharedDesk.at(path)
    desk.type(" Neu.")
    with monkeypatch.context() as away:
        away.setattr(FileLock, "is_ours", lambda held: held._project != path)
        desk.store.flush()
        until(desk.sentences)
    assert desk.sentences() == [sentences.not_given_back(path, OSError())]
    desk.close()
    assert text_on_disk(path) == "Der Kreis. Neu."
    assert beside(path) == []


def test_what_arrived_and_was_reported_as_failed_is_no_others_work(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A share may answer with an error, or not at all, and have done what it was asked."""
    impatient(monkeypatch)
    desk = SharedDesk.at(path)
    desk.type(" Eins.")
    torn: list[int] = []

    def give(copy: DeskCopy, lock: FileLock) -> bool:
        return give_back(copy, lock, replace_and_fail if not torn else atomic_file.replace)

    def replace_and_fail(finished: Path, target: Path) -> None:
        atomic_file.replace(finished, target)
        torn.append(1)
        raise OSError(5, "gone in this instant")

    monkeypatch.setattr(desk.giving, "_give", give)
    desk.store.flush()
    until(lambda: torn)
    desk.type(" Zwei.")
    desk.close()
    assert desk.giving.is_back
    assert (text_on_disk(path), beside(path)) == ("Der Kreis. Eins. Zwei.", [])


def test_a_window_that_is_gone_keeps_nothing_from_the_drive(path: Path) -> None:
    desk = SharedDesk.at(path)

    def gone(_told: object) -> None:
        raise RuntimeError("Signal source has been deleted")

    desk.giving.on_told(gone)
    desk.type(" Neu.")
    desk.close()
    assert (text_on_disk(path), lock_path(path).exists(), working_copies()) == ("Der Kreis. Neu.", False, [])


def test_an_error_that_nobody_expected_is_not_taken_for_success(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = SharedDesk.at(path)
    desk.type(" Neu.")

    def broken(_copy: DeskCopy, _lock: FileLock) -> bool:
        raise ZeroDivisionError

    monkeypatch.setattr(desk.giving, "_give", broken)
    desk.close()
    assert not desk.giving.is_back
    assert not lock_path(path).exists()
    assert not_given_back() == (path,)


def test_what_is_ahead_is_never_cleared_away(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = SharedDesk.at(path)
    desk.type(" Neu.")
    monkeypatch.setattr(desk.giving, "_give", lambda _copy, _lock: True)
    desk.close()
    assert [text_on_disk(each) for each in working_copies()] == ["Der Kreis. Neu."]


def test_what_was_kept_here_is_told_at_each_start_until_it_lies_beside(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_aside(path, monkeypatch).close()
    assert not_given_back() == (path,)
    assert kept_copy(path) == working_copies()[0]
    desk = SharedDesk.at(path)
    assert desk.sentences() == [f"{sentences.lies_beside(path, beside(path)[0])} {sentences.SEEN_HERE}"]
    desk.close()
    assert [text_on_disk(each) for each in beside(path)] == ["Der Kreis. Vor dem Absturz."]
    assert (working_copies(), not_given_back()) == ([], ())


@pytest.mark.parametrize("content", [b"", b"\0" * 20480, None])
def test_a_working_copy_that_a_power_cut_spoilt_is_laid_beside_and_keeps_nobody_from_the_concept(
    path: Path, content: bytes | None
) -> None:
    vanish_while_typing(path)
    (copy,) = working_copies()
    copy.write_bytes(copy.read_bytes()[:9000] if content is None else content)
    desk = SharedDesk.at(path)
    assert desk.text() == "Der Kreis."
    (sentence,) = desk.sentences()
    assert "ist beschädigt" in sentence
    assert sentences.SEEN_HERE in sentence
    desk.close()


def test_what_was_laid_beside_is_told_though_the_concept_cannot_be_opened_then(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vanish_while_typing(path)
    lock_path(path).unlink()
    colleagues_words(path, " Von ihr.")

    def away(_copy: DeskCopy) -> None:
        raise OSError(5, "away")

    monkeypatch.setattr(DeskCopy, "fetch", away)
    with pytest.raises(Unreachable) as refused:
        open_project(path)
    assert str(refused.value).endswith(sentences.lies_beside(path, beside(path)[0]))


def test_what_a_scanner_holds_here_is_told_as_such(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(_copy: DeskCopy) -> None:
        raise FileHeldOpen(path, path)

    monkeypatch.setattr(DeskCopy, "fetch", held)
    with pytest.raises(Unreachable, match="ein anderes Programm hält sie fest"):
        open_project(path)


def test_words_come_back_also_where_the_folder_is_no_longer_synchronised(path: Path) -> None:
    vanish_while_typing(path)
    (path.parent / MARK).unlink()
    desk = SharedDesk.at(path)
    desk.close()
    assert text_on_disk(path) == "Der Kreis. Vor dem Absturz."
    assert working_copies() == []
    again(path).close()
    assert not_given_back() == ()


def test_a_full_disk_of_this_machine_is_not_said_of_the_drive(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = SharedDesk.at(path)
    desk.type(" Neu.")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as broken:
        broken.setattr("ikonzept_desktop.model.store.shared.publishing.shutil.copyfile", full)
        desk.store.flush()
        until(desk.sentences)
    assert "Auf diesem Rechner ist kein Platz mehr" in desk.sentences()[0]
    desk.close()
    assert text_on_disk(path) == "Der Kreis. Neu."


def test_a_working_copy_that_is_open_by_itself_is_left_alone(path: Path) -> None:
    vanish_while_typing(path)
    (copy,) = working_copies()
    by_hand = again(copy)
    with pytest.raises(AlreadyOpen):
        open_project(path)
    by_hand.type(" Von Hand.")
    by_hand.close()
    desk = SharedDesk.at(path)
    desk.close()
    assert text_on_disk(path) == "Der Kreis. Vor dem Absturz. Von Hand."


def test_a_fetched_copy_that_is_open_by_itself_is_left_alone(path: Path) -> None:
    DeskCopy(path).fetch()
    (copy,) = working_copies()
    by_hand = again(copy)
    with pytest.raises(AlreadyOpen):
        open_project(path)
    by_hand.close()


def test_words_that_somebody_writes_on_by_hand_are_not_laid_beside(path: Path) -> None:
    vanish_while_typing(path)
    lock_path(path).unlink()
    colleagues_words(path, " Von ihr.")
    by_hand = again(working_copies()[0])
    with pytest.raises(AlreadyOpen):
        open_project(path)
    by_hand.type(" Von Hand.")
    by_hand.close()
    SharedDesk.at(path).close()
    assert [text_on_disk(each) for each in beside(path)] == ["Der Kreis. Vor dem Absturz. Von Hand."]


def test_a_record_that_is_held_for_a_moment_does_not_hide_the_words(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vanish_while_typing(path)
    with monkeypatch.context() as held:

        def refused(*_: object) -> None:
            raise PermissionError(13, "held by a scanner")

        held.setattr(desk_copy, "_said", refused)
        with pytest.raises(Unreachable):
            open_project(path)
    assert len(working_copies()) == 1
    assert SharedDesk.at(path).text() == "Der Kreis. Vor dem Absturz."


@MOVING
def test_words_are_found_by_another_name_of_the_drive(path: Path, tmp_path: Path) -> None:
    vanish_while_typing(path)
    (tmp_path / "H").symlink_to(path.parent)
    desk = SharedDesk.at(tmp_path / "H" / path.name)
    assert desk.text() == "Der Kreis. Vor dem Absturz."
    desk.close()
    assert (text_on_disk(path), working_copies(), not_given_back()) == ("Der Kreis. Vor dem Absturz.", [], ())


@pytest.mark.parametrize("name", ["KONZEPT FU\u0308R ALLE.ikonzept", "konzept f\u00fcr alle.ikonzept"])
def test_words_are_found_where_a_name_was_written_in_another_way(path: Path, name: str) -> None:
    called = path.rename(path.with_name("Konzept f\u00fcr alle.ikonzept"))
    vanish_while_typing(called)
    desk = SharedDesk.at(called.rename(path.with_name(name)))
    assert desk.text() == "Der Kreis. Vor dem Absturz."
    desk.close()
    assert working_copies() == []


def test_a_concept_of_the_same_name_elsewhere_does_not_get_the_words(path: Path, tmp_path: Path) -> None:
    vanish_while_typing(path)
    other = synced(tmp_path / "anderswo")
    desk = SharedDesk.at(other)
    assert desk.text() == "Der Kreis."
    desk.close()
    assert not_given_back() == (path,)


@pytest.mark.parametrize("name", ["Konzept.sicherung", "ä" * 110 + ".ikonzept"])
def test_words_of_a_file_with_any_name_are_told_of(path: Path, name: str) -> None:
    called = path.rename(path.with_name(name))
    vanish_while_typing(called)
    assert not_given_back() == (called,)
    assert len(working_copies()[0].name) <= 70
    SharedDesk.at(called).close()
    assert text_on_disk(called) == "Der Kreis. Vor dem Absturz."


def test_half_a_file_that_was_left_on_the_drive_is_cleared_away_when_it_is_old(path: Path) -> None:
    old, young, others = (path.with_name(name) for name in (".Konzept-0a1b2c3d.tmp", ".Konzept-4e5f6a7b.tmp", ".x.tmp"))
    for file in (old, young, others):
        file.touch()
    for file in (old, others):
        os.utime(file, (0, 0))
    SharedDesk.at(path).close()
    assert [file.exists() for file in (old, young, others)] == [False, True, True]


def test_what_somebody_put_under_the_same_name_in_this_instant_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two machines of one user may look for a free name in the same minute."""
    desk = SharedDesk.at(path)
    desk.type(" Von mir.")
    colleagues_words(path, " Von ihr.")

    class Slow(FileLock):
        def __init__(self, target: Path) -> None:
            if not beside(target.with_name(path.name)):
                target.write_bytes(b"of another machine")
            super().__init__(target)

    monkeypatch.setattr(publishing, "FileLock", Slow)
    desk.close()
    assert min(len(each.read_bytes()) for each in beside(path)) == len(b"of another machine")
    assert len(beside(path)) == 2
