"""What is the user's on the drive is known, and what happens to it is found."""

from pathlib import Path

import pytest

from tests.windows.place import Place
from windows.cycle import belongings, life
from windows.cycle.traces import Traces
from windows.wine.runner import PROFILE


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A drive with a concept on it, and all that is planted about it."""
    place = Place(tmp_path)
    place.lay(life.CONCEPT, "Konzept")
    place.write = place.lay  # type: ignore[method-assign]  # nobody here may give files to another user
    place.send = lambda source, target: place.lay(target, source.read_text(encoding="utf-8"))  # type: ignore[method-assign]
    belongings.plant(place)
    return place


def test_concepts_locks_settings_backups_and_copies_are_the_users(place: Place) -> None:
    place.lay(belongings.LOCK, "{}")
    place.lay(rf"{life.APP}\python\python.exe", "not the user's")
    place.lay(rf"{PROFILE}\Downloads\anderes.txt", "not ours")
    names = sorted(Path(path).name for path in belongings.users_things(place).files)
    assert names == sorted(
        [
            ".Konzept für den Kreis.ikonzept.lock",
            "2015-03-12T104200.000000Z.ikonzept",
            "Auf dem Laufwerk.ikonzept",
            "Entwurf für den Kreis.ikonzept",
            "Konzept für den Kreis.ikonzept",
            "herkunft.json",
            "settings.json",
        ]
    )


def test_what_of_it_is_gone_or_changed_is_found(place: Place) -> None:
    before = belongings.users_things(place)
    assert list(belongings.kept(place, before)) == []
    place.host(belongings.ASTRAY).unlink()
    place.lay(rf"{life.ROAMING}\settings.json", "{...}")
    assert [(flaw.split(":")[0], flaw.rpartition("/")[2]) for flaw in belongings.kept(place, before)] == [
        ("Gone", "Entwurf für den Kreis.ikonzept"),
        ("Changed", "settings.json"),
    ]


def test_that_nothing_was_there_to_be_kept_is_a_flaw(place: Place) -> None:
    assert list(belongings.kept(place, Traces({}))) == ["There was nothing of the user's to be kept."]


def test_a_concept_that_was_opened_has_a_lock_that_says_something_new(place: Place) -> None:
    assert "not there" in next(iter(belongings.opened_since(place, b"once")))
    place.lay(belongings.LOCK, "before the crash")
    said = belongings.said_by_lock(place)
    assert "as it was" in next(iter(belongings.opened_since(place, said)))
    place.lay(belongings.LOCK, "after it")
    assert list(belongings.opened_since(place, said)) == []
