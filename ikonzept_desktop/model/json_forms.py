"""Turns frozen values into JSON and back, by their type hints; what does not fit exactly is refused.

Of a dataclass only what differs from the default is written. In a union each class carries its tag under `is`;
where text and calendar days meet, the day is an object `{"day": "2015-03-12"}`.
"""

import json
import math
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum, IntFlag, StrEnum
from functools import cached_property
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
Json = Any
TAG = "is"
_DAY = "day"


class FormError(ValueError):
    """JSON that does not say what it should; the message names what was met."""


class Form(Generic[Value]):
    """How the values of one type are written as JSON."""

    def encode(self, value: Value) -> Json:
        """Give the JSON of a value."""
        raise NotImplementedError

    def decode(self, found: Json) -> Value:
        """Give the value of a JSON; raises FormError where it does not fit exactly."""
        raise NotImplementedError

    def dumps(self, value: Value) -> str:
        """Give the JSON text of a value, the same for equal values."""
        return dumps(self.encode(value))

    def loads(self, text: str) -> Value:
        """Give the value of a JSON text; raises FormError where it does not fit exactly."""
        return self.decode(loads(text))


def dumps(found: Json) -> str:
    """Give a JSON text that UTF-8 can hold, whatever stands in its strings."""
    text = _WRITER.encode(found)
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(found, separators=(",", ":"))
    return text


def loads(text: str) -> Json:
    """Read a JSON text; raises FormError where it is none."""
    whole = text.strip(_SPACE)
    try:
        found, end = _READER.raw_decode(whole)
    except (ValueError, RecursionError) as error:
        raise FormError("no JSON") from error
    if end < len(whole):
        raise FormError("something stands behind the JSON")
    return found


def _no_number(name: str) -> Json:
    raise FormError(f"{name} is no number")


# Frozen values hold no circles to be looked for.
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False)
_SPACE = " \t\n\r"
_READER = json.JSONDecoder(parse_constant=_no_number)


class Plain(Form[Any]):
    """Text, whole numbers, yes or no, nothing: as JSON has them."""

    def __init__(self, *types: type) -> None:
        self.types = frozenset(types)

    def encode(self, value: Any) -> Json:
        """Give the value itself."""
        return value

    def decode(self, found: Json) -> Any:
        """Give the value itself where it is of the type."""
        if type(found) not in self.types:
            raise FormError(f"{type(found).__name__} is none of {sorted(map(str, self.types))}")
        return found


class Number(Form[float]):
    """A finite number."""

    def encode(self, value: float) -> Json:
        """Give the number itself."""
        return value

    def decode(self, found: Json) -> float:
        """Give the number as a float."""
        if type(found) not in {int, float} or not math.isfinite(found):
            raise FormError("not a finite number")
        return float(found)


class Moment(Form[Any]):
    """A day or a moment, as ISO 8601 writes it."""

    def __init__(self, type: type[date]) -> None:
        self.type = type

    def encode(self, value: date) -> Json:
        """Give its ISO form."""
        return value.isoformat()

    def decode(self, found: Json) -> date:
        """Read its ISO form."""
        if type(found) is not str:
            raise FormError("a moment is text")
        try:
            return self.type.fromisoformat(found)
        except ValueError as error:
            raise FormError("not a moment") from error


class Word(Form[Any]):
    """A member of an enumeration, by its value."""

    def __init__(self, type: type[Enum]) -> None:
        self.members = {member.value: member for member in type}

    def encode(self, value: Enum) -> Json:
        """Give the member's value."""
        return value.value

    def decode(self, found: Json) -> Enum:
        """Give the member of that value."""
        if type(found) is not str or found not in self.members:
            raise FormError("not a word of the list")
        return self.members[found]


class Flags(Form[IntFlag]):
    """Flags, as the sum of their values."""

    def __init__(self, type: type[IntFlag]) -> None:
        self.values = [type(number) for number in range(sum(flag.value for flag in type) + 1)]

    def encode(self, value: IntFlag) -> Json:
        """Give the sum."""
        return int(value)

    def decode(self, found: Json) -> IntFlag:
        """Give the flags of that sum."""
        if type(found) is not int or not 0 <= found < len(self.values):
            raise FormError("not a sum of flags")
        return self.values[found]


class Sequence(Form[tuple[Any, ...]]):
    """A tuple of any length, as a list."""

    def __init__(self, item: Form[Any]) -> None:
        self.item = item

    def encode(self, value: tuple[Any, ...]) -> Json:
        """Give the list."""
        encode = self.item.encode
        return [encode(item) for item in value]

    def decode(self, found: Json) -> tuple[Any, ...]:
        """Give the tuple."""
        if type(found) is not list:
            raise FormError("not a list")
        decode = self.item.decode
        return tuple([decode(item) for item in found])


class Fixed(Form[tuple[Any, ...]]):
    """A tuple of a certain length, as a list."""

    def __init__(self, items: tuple[Form[Any], ...]) -> None:
        self.items = items

    def encode(self, value: tuple[Any, ...]) -> Json:
        """Give the list."""
        return [form.encode(item) for form, item in zip(self.items, value, strict=True)]

    def decode(self, found: Json) -> tuple[Any, ...]:
        """Give the tuple."""
        if type(found) is not list or len(found) != len(self.items):
            raise FormError("not a list of the right length")
        return tuple(form.decode(item) for form, item in zip(self.items, found, strict=True))


class Parts(Form[Mapping[str, Any]]):
    """The fields of a dataclass, some left out, as an object: only what differs from the default."""

    def __init__(self, type: type, forms: "Forms", without: tuple[str, ...] = ()) -> None:
        hints = get_type_hints(type)
        kept = [field for field in fields(type) if field.name not in without]
        self.name = type.__name__
        self.forms = {field.name: forms.of(hints[field.name]) for field in kept}
        self._decoders = {name: form.decode for name, form in self.forms.items()}
        self.parts = [(field.name, self.forms[field.name].encode, field.default) for field in kept]
        self.required = frozenset(field.name for field in kept if field.default is MISSING)

    def encode(self, value: Any) -> dict[str, Json]:
        """Give the object of a value of the dataclass."""
        found = {}
        for name, encode, default in self.parts:
            part = getattr(value, name)
            if part is not default and (default is MISSING or part != default or type(part) is not type(default)):
                found[name] = encode(part)
        return found

    def decode(self, found: Json) -> dict[str, Any]:
        """Give the arguments that make the dataclass."""
        if type(found) is not dict:
            raise FormError(f"{self.name} is an object")
        decoders = self._decoders
        try:
            arguments = {name: decoders[name](part) for name, part in found.items() if name != TAG}
        except KeyError as error:
            raise FormError(f"{self.name} has no {error.args[0]!r}") from error
        if not self.required <= arguments.keys():
            raise FormError(f"{self.name} lacks {sorted(self.required - arguments.keys())}")
        return arguments


class Whole(Form[Any]):
    """A dataclass as an object."""

    def __init__(self, type: type, forms: "Forms") -> None:
        self.type = type
        self._forms = forms

    def encode(self, value: Any) -> dict[str, Json]:
        """Give the object."""
        return self._parts.encode(value)

    def decode(self, found: Json) -> Any:
        """Give the value."""
        if TAG in found:
            raise FormError(f"{self.type.__name__} needs no tag")
        return self.type(**self._parts.decode(found))

    def decode_tagged(self, found: dict[str, Json]) -> Any:
        """Give the value of an object whose tag was looked at."""
        return self.type(**self._parts.decode(found))

    @cached_property
    def _parts(self) -> Parts:
        return self._forms.parts(self.type)


class Either(Form[Any]):
    """One of several types: told apart by what JSON they are, dataclasses by their tag."""

    def __init__(self, members: tuple[Any, ...], forms: "Forms") -> None:
        classes = tuple(member for member in members if isinstance(member, type) and is_dataclass(member))
        self._wholes: dict[str, Whole] = {forms.tags[member]: Whole(member, forms) for member in classes}
        self._tags: dict[type, tuple[str, Whole]] = {whole.type: (tag, whole) for tag, whole in self._wholes.items()}
        self._plain = frozenset(member for member in members if member in _PLAIN)
        self._float = float in members
        self._moment = next((forms.of(member) for member in members if member in _MOMENTS), None)
        self._word = next((forms.of(member) for member in members if _is_enumeration(member)), None)
        self._wrapped = str in members
        self._list = next((forms.of(member) for member in members if get_origin(member) is tuple), None)

    def encode(self, value: Any) -> Json:
        """Give the JSON of a member of any of the types."""
        tagged = self._tags.get(type(value))
        if tagged is not None:
            tag, whole = tagged
            return {TAG: tag, **whole.encode(value)}
        if isinstance(value, tuple) and self._list is not None:
            return self._list.encode(value)
        if isinstance(value, date) and self._moment is not None:
            text = self._moment.encode(value)
            return {_DAY: text} if self._wrapped else text
        return self._word.encode(value) if isinstance(value, Enum) and self._word is not None else value

    def decode(self, found: Json) -> Any:
        """Give the value; raises FormError where no type fits."""
        kind = type(found)
        if kind is dict:
            return self._decode_object(found)
        if kind is list and self._list is not None:
            return self._list.decode(found)
        if kind is str and not self._wrapped and (text := self._moment or self._word) is not None:
            return text.decode(found)
        if kind in self._plain or (kind is float and self._float and math.isfinite(found)):
            return found
        raise FormError(f"{kind.__name__} is not meant here")

    def _decode_object(self, found: dict[str, Json]) -> Any:
        tag = found.get(TAG)
        whole = self._wholes.get(tag) if type(tag) is str else None
        if whole is not None:
            return whole.decode_tagged(found)
        if self._wrapped and self._moment is not None and found.keys() == {_DAY}:
            return self._moment.decode(found[_DAY])
        raise FormError(f"{tag!r} is not meant here")


def _is_enumeration(member: Any) -> bool:
    return isinstance(member, type) and issubclass(member, StrEnum)


_PLAIN: frozenset[object] = frozenset({str, int, bool, types.NoneType})
_MOMENTS: frozenset[object] = frozenset({date, datetime})


class Forms:
    """The forms of a family of types; `tags` names the classes that stand in unions, `own` gives forms by hand."""

    def __init__(self, tags: Mapping[type, str], own: Mapping[object, Callable[["Forms"], Form[Any]]]) -> None:
        if len(set(tags.values())) < len(tags):
            raise ValueError("a tag stands for two classes")
        self.tags = tags
        self._own = own
        self._known: dict[object, Form[Any]] = {}
        self._parts: dict[type, Parts] = {}

    def of(self, hint: Any) -> Form[Any]:
        """Give the form of a type hint."""
        if hint not in self._known:
            self._known[hint] = self._made(hint)
        return self._known[hint]

    def parts(self, type: type) -> Parts:
        """Give the form of a dataclass's fields; made late, because types hold each other."""
        if type not in self._parts:
            self._parts[type] = Parts(type, self)
        return self._parts[type]

    def _made(self, hint: Any) -> Form[Any]:
        if hint in self._own:
            return self._own[hint](self)
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is tuple:
            return self._of_tuple(arguments)
        if isinstance(hint, types.UnionType) or arguments:
            return Either(arguments, self)
        return self._of_class(hint)

    def _of_tuple(self, arguments: tuple[Any, ...]) -> Form[Any]:
        if arguments[-1] is Ellipsis:
            return Sequence(self.of(arguments[0]))
        return Fixed(tuple(self.of(argument) for argument in arguments))

    def _of_class(self, type: type) -> Form[Any]:
        if type in _PLAIN:
            return Plain(type)
        if type is float:
            return Number()
        if issubclass(type, date):
            return Moment(type)
        if issubclass(type, IntFlag):
            return Flags(type)
        if issubclass(type, StrEnum):
            return Word(type)
        if is_dataclass(type):
            return Whole(type, self)
        raise TypeError(f"no form for {type}")
