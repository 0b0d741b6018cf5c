"""Frozen values: the standard library's dataclasses, made in a fifth of the time.

A start of the program makes some hundred and thirty of them. Python 3.11 and 3.12 compile seven methods for each, one
by one, which takes a quarter of the time to the first window. Here only `__init__` is compiled; what is the same
for all is shared. To mypy, and to `fields`, `replace` and `match`, they are dataclasses like any other.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414  # handed on under its own name
else:

    def dataclass(cls: type | None = None, /, **options: bool) -> Any:
        """Make a dataclass; one with `frozen=True, slots=True`, and nothing else, by the short way."""
        if options == {"frozen": True, "slots": True}:
            return _frozen
        return dataclasses.dataclass(cls, **options)


def _frozen(cls: Any) -> Any:
    asks_for_more = any(isinstance(part, dataclasses.Field) for part in vars(cls).values())
    if asks_for_more or any(map(dataclasses.is_dataclass, cls.__mro__[1:])):
        return dataclasses.dataclass(frozen=True, slots=True)(cls)  # rare, and the standard library knows how
    made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    parts = dataclasses.fields(made)
    methods: dict[str, Any] = {
        "__init__": _init(made, parts),
        **_comparison(tuple(part.name for part in parts)),
        "__repr__": _repr,
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        "__getstate__": _state,
        "__setstate__": _take_state,
    }
    for name, method in methods.items():
        if name not in vars(cls):
            setattr(made, name, method)
    made.__dataclass_params__.frozen = True  # for those that come from it
    return made


def _init(made: type, parts: tuple[dataclasses.Field[Any], ...]) -> Callable[..., None]:
    """Compile the one method that is called often enough to need it."""
    known: dict[str, Any] = {"_set": object.__setattr__}
    parameters, lines = ["self"], []
    for part in parts:
        if part.default is dataclasses.MISSING:
            parameters.append(part.name)
        else:
            known[f"_default_{part.name}"] = part.default
            parameters.append(f"{part.name}=_default_{part.name}")
        lines.append(f" _set(self, {part.name!r}, {part.name})")
    if hasattr(made, "__post_init__"):
        lines.append(" self.__post_init__()")
    source = "\n".join([f"def __init__({', '.join(parameters)}):", *(lines or [" pass"])])
    exec(source, known)  # noqa: S102  # of names from our own classes, as dataclasses does it
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    return init


def _comparison(names: tuple[str, ...]) -> dict[str, Callable[..., Any]]:
    parts: Callable[[Any], Any] = attrgetter(*names) if len(names) > 1 else _few(names)

    def __eq__(self: object, other: object) -> Any:  # noqa: N807
        return parts(self) == parts(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(parts(self))

    return {"__eq__": __eq__, "__hash__": __hash__}


def _few(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    return lambda value: tuple(getattr(value, name) for name in names)


def _names(value: Any) -> tuple[str, ...]:
    names: tuple[str, ...] = value.__match_args__
    return names


def _repr(self: object) -> str:
    parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in _names(self))
    return f"{self.__class__.__qualname__}({parts})"


def _refuse_to_set(_self: object, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: object) -> list[object]:
    return [getattr(self, name) for name in _names(self)]


def _take_state(self: object, state: list[object]) -> None:
    for name, part in zip(_names(self), state, strict=True):
        object.__setattr__(self, name, part)
