"""Our frozen values are dataclasses in everything but the time it takes to make them."""

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from ikonzept_desktop.model.blocks import Paragraph
from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Ours:
    """A value made the short way."""

    name: str
    weight: float = 1.5
    marks: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """The same by the standard library."""

    name: str
    weight: float = 1.5
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Single:
    """A value of one part."""

    part: object


@dataclass(frozen=True, slots=True)
class Nothing:
    """A value without parts."""


@dataclass(frozen=True, slots=True)
class Even:
    """A value that minds what it is given."""

    number: int

    def __post_init__(self) -> None:
        if self.number % 2:
            raise ValueError(self.number)


@dataclass(frozen=True, slots=True)
class Heavier(Ours):
    """A value with a part more than the one it comes from."""

    height: int = 2


@dataclasses.dataclass(frozen=True, slots=True)
class Taller(Ours):
    """One of the standard library's that comes from one of ours."""

    height: int = 2


def test_values_come_from_values() -> None:
    assert (Heavier("a").height, Taller("a").height) == (2, 2)
    for value in (Heavier("a"), Taller("a")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            value.weight = 2.0  # type: ignore[misc]
        assert dataclasses.replace(value, name="b").name == "b"


def test_they_are_made_like_any_dataclass() -> None:
    for made in (Ours("a"), Ours(name="a"), Ours("a", 1.5, ())):
        assert (made.name, made.weight, made.marks) == ("a", 1.5, ())
    assert Heavier("a", 2.0, ("x",), 3) == Heavier("a", 2.0, ("x",), height=3)


@pytest.mark.parametrize("arguments", [{}, {"nam": "a"}, {"name": "a", "more": 1}])
def test_wrong_arguments_are_refused(arguments: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="__init__"):
        Ours(**arguments)


def test_they_are_equal_and_hash_as_dataclasses_do() -> None:
    assert Ours("a") == Ours("a")
    assert Ours("a") != Ours("b")
    assert Ours("a") != Heavier("a")
    assert hash(Ours("a", 2.0)) == hash(Theirs("a", 2.0))
    assert hash(Single(3)) == hash((3,))
    assert Nothing() == Nothing()
    assert Single(float("nan")).part != Single(float("nan")).part
    same = float("nan")
    assert Single(same) == Single(same), "parts are told apart by identity first, as in tuples"


def test_nothing_of_them_can_be_changed() -> None:
    ours = Ours("a")
    with pytest.raises(dataclasses.FrozenInstanceError, match="name"):
        ours.name = "b"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError, match="name"):
        del ours.name
    with pytest.raises((dataclasses.FrozenInstanceError, AttributeError)):
        ours.other = 1  # type: ignore[attr-defined]
    assert not hasattr(ours, "__dict__")


def test_a_value_may_mind_what_it_is_given() -> None:
    assert Even(2).number == 2
    with pytest.raises(ValueError, match="3"):
        Even(3)


def test_the_standard_librarys_own_tools_take_them() -> None:
    ours = Ours("a", 2.0)
    assert dataclasses.is_dataclass(ours)
    assert [part.name for part in dataclasses.fields(Heavier)] == ["name", "weight", "marks", "height"]
    assert dataclasses.replace(ours, name="b") == Ours("b", 2.0)
    assert dataclasses.asdict(ours) == dataclasses.asdict(Theirs("a", 2.0))
    assert repr(ours) == repr(Theirs("a", 2.0)).replace("Theirs", "Ours")
    match ours:
        case Ours("a", weight):
            assert weight == 2.0
        case _:
            pytest.fail("not matched by position")


@pytest.mark.parametrize("value", [Ours("a", 2.0, ("x",)), Nothing(), Paragraph("p", (Text("ä"),))])
def test_they_cross_to_a_worker_and_back(value: object) -> None:
    assert pickle.loads(pickle.dumps(value)) == value
    assert copy.deepcopy(value) == value
