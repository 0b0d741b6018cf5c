"""Reads a template from its TOML file (TOML 1.0); every mistake is told with its place, in German."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from ikonzept_desktop.model.template import (
    COLOURS,
    SHAPES,
    ChoiceOption,
    FieldKind,
    FieldType,
    Numbering,
    Placement,
    RecordForm,
    Role,
    SectionKind,
    Seed,
    Status,
    Template,
)
from ikonzept_desktop.model.template_check import mistakes
from ikonzept_desktop.model.text import is_clean
from ikonzept_desktop.values import dataclass

_KEY = re.compile(r"[a-z][a-z0-9_]*")

Word = TypeVar("Word", bound=StrEnum)
Part = TypeVar("Part")


class TemplateFileError(Exception):
    """A template file cannot be used; the message is one German sentence that names the file and the place."""


class _MistakeError(Exception):
    """What is wrong, and where within the file."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A TOML table that knows where in the file it stands."""

    values: Mapping[str, object]
    place: str

    def refuse(self, message: str) -> _MistakeError:
        """Give the mistake to raise."""
        return _MistakeError(f"{self.place}: {message}" if self.place else message)

    def only(self, *known: str) -> None:
        """Refuse keys that mean nothing, so that a slip of the pen is not passed over."""
        unknown = sorted(set(self.values) - set(known))
        if unknown:
            raise self.refuse(f"Den Schlüssel „{unknown[0]}“ gibt es hier nicht. Möglich sind: {', '.join(known)}.")

    def text(self, key: str, default: str | None = None) -> str:
        value = self.values.get(key, default)
        if value is None:
            raise self.refuse(f"„{key}“ fehlt.")
        if not isinstance(value, str) or not is_clean(value):
            raise self.refuse(f"„{key}“ muss eine Zeile Text in Anführungszeichen sein.")
        return value

    def title(self, key: str) -> str:
        text = self.text(key)
        if not text.strip():
            raise self.refuse(f"„{key}“ ist leer.")
        return text

    def key(self, key: str = "key") -> str:
        name = self.text(key)
        if not _KEY.fullmatch(name):
            raise self.refuse(
                f"„{name}“ ist kein Schlüssel. Ein Schlüssel besteht aus kleinen Buchstaben ohne Umlaute, "
                "Ziffern und Unterstrichen und beginnt mit einem Buchstaben."
            )
        return name

    def flag(self, key: str, default: bool) -> bool:
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.refuse(f"„{key}“ muss true oder false sein.")
        return value

    def count(self, key: str, default: int) -> int:
        value = self.values.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 9:
            raise self.refuse(f"„{key}“ muss eine ganze Zahl von 1 bis 9 sein.")
        return value

    def one_of(self, key: str, words: Iterable[str], default: str | None = None) -> str:
        value, known = self.text(key, default), list(words)
        if value not in known:
            raise self.refuse(f"„{value}“ gibt es bei „{key}“ nicht. Möglich sind: {', '.join(known)}.")
        return value

    def member(self, key: str, words: type[Word], default: Word | None = None) -> Word:
        return words(self.one_of(key, words, default))

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.refuse(f"„{key}“ muss eine Liste von Texten in eckigen Klammern sein.")
        return tuple(value)

    def table(self, key: str, place: str) -> "_Table":
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self.refuse(f"„{key}“ muss ein Abschnitt [{key}] sein.")
        return _Table(value, place)

    def tables(self, key: str, place: str, read: Callable[["_Table"], Part]) -> tuple[Part, ...]:
        """Read a list of tables; each is placed by its label, title or key, or by its count."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.refuse(f"„{key}“ muss eine Folge von Abschnitten [[{key}]] sein.")
        return tuple(read(_Table(item, self._below(place, item, count))) for count, item in enumerate(value, start=1))

    def _below(self, place: str, item: Mapping[str, object], count: int) -> str:
        name = next((item[key] for key in ("label", "title", "key") if isinstance(item.get(key), str)), None)
        own = f"{place} „{name}“" if name else f"{count}. {place}"
        return f"{self.place}, {own}" if self.place else own


def read_template(path: Path) -> Template:
    """Read a template file; raises TemplateFileError for a file that is missing, damaged or wrong."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateFileError(f"Die Mustervorlage „{path.name}“ lässt sich nicht lesen. {_reason(error)}") from error
    return parse_template(text, path.name)


def parse_template(text: str, name: str) -> Template:
    """Read a template from the text of a file of that name; raises TemplateFileError."""
    try:
        template = _template(_Table(tomllib.loads(text), ""))
        for mistake in mistakes(template):
            raise _MistakeError(mistake)
    except tomllib.TOMLDecodeError as error:
        raise TemplateFileError(f"Die Mustervorlage „{name}“ ist keine gültige TOML-Datei ({error}).") from error
    except _MistakeError as error:
        raise TemplateFileError(f"Die Mustervorlage „{name}“ hat einen Fehler. {error}") from error
    return template


def _reason(error: OSError | UnicodeDecodeError) -> str:
    match error:
        case FileNotFoundError():
            return "Es gibt die Datei nicht."
        case UnicodeDecodeError():
            return "Sie ist nicht in UTF-8 gespeichert."
        case _:
            return "Das Laufwerk oder die Zugriffsrechte lassen es nicht zu."


def _template(table: _Table) -> Template:
    table.only("key", "title", "summary", "numbering", "house_style", "statuses", "kinds", "outline")
    return Template(
        key=table.key(),
        title=table.title("title"),
        summary=table.text("summary", ""),
        kinds=table.tables("kinds", "Abschnittsart", _kind),
        statuses=table.tables("statuses", "Status", _status),
        numbering=_numbering(table.table("numbering", "Nummerierung")),
        outline=table.tables("outline", "Gliederung", _seed),
        house_style=_house_style(table.table("house_style", "Hausstil")),
    )


def _numbering(table: _Table) -> Numbering:
    table.only("final_dot", "depth", "contents_depth", "table_label", "figure_label")
    usual = Numbering()
    return Numbering(
        final_dot=table.flag("final_dot", usual.final_dot),
        depth=table.count("depth", usual.depth),
        contents_depth=table.count("contents_depth", usual.contents_depth),
        table_label=table.text("table_label", usual.table_label),
        figure_label=table.text("figure_label", usual.figure_label),
    )


def _house_style(table: _Table) -> tuple[tuple[str, str | int | float | bool], ...]:
    pairs: list[tuple[str, str | int | float | bool]] = []
    for name, value in table.values.items():
        if not isinstance(value, str | int | float | bool):
            raise table.refuse(f"„{name}“ muss ein Text, eine Zahl, true oder false sein.")
        pairs.append((name, value))
    return tuple(pairs)


def _status(table: _Table) -> Status:
    table.only("key", "label", "shape", "colour", "hidden")
    return Status(
        key=table.key(),
        label=table.title("label"),
        shape=table.one_of("shape", SHAPES),
        colour=table.one_of("colour", COLOURS),
        hidden=table.flag("hidden", False),
    )


def _kind(table: _Table) -> SectionKind:
    table.only(
        "key",
        "label",
        "plural",
        "placement",
        "role",
        "numbered",
        "in_contents",
        "child_kinds",
        "heading_prefix",
        "hidden",
        "fields",
    )
    return SectionKind(
        key=table.key(),
        label=table.title("label"),
        placement=table.member("placement", Placement),
        fields=table.tables("fields", "Feld", _field),
        plural=table.text("plural", ""),
        role=table.member("role", Role, Role.TEXT),
        numbered=table.flag("numbered", True),
        in_contents=table.flag("in_contents", True),
        child_kinds=table.texts("child_kinds"),
        heading_prefix=table.text("heading_prefix", ""),
        hidden=table.flag("hidden", False),
    )


_FIELD_KEYS = ("key", "label", "kind", "help", "heading", "printed", "required", "internal", "hidden")
_KEYS_OF_KIND: dict[FieldKind, tuple[str, ...]] = {
    FieldKind.CHOICE: ("options",),
    FieldKind.LINKS: ("target",),
    FieldKind.RECORDS: ("columns", "form", "singular", "numbering"),
}


def _field(table: _Table) -> FieldType:
    kind = table.member("kind", FieldKind)
    table.only(*_FIELD_KEYS, *_KEYS_OF_KIND.get(kind, ()))
    return FieldType(
        key=table.key(),
        label=table.title("label"),
        kind=kind,
        help=table.text("help", ""),
        heading=table.flag("heading", True),
        printed=table.flag("printed", True),
        required=table.flag("required", False),
        internal=table.flag("internal", False),
        hidden=table.flag("hidden", False),
        options=table.tables("options", "Auswahl", _option),
        target=table.text("target", ""),
        columns=table.tables("columns", "Spalte", _field),
        form=table.member("form", RecordForm, RecordForm.TABLE),
        singular=table.text("singular", ""),
        numbering=table.text("numbering", ""),
    )


def _option(table: _Table) -> ChoiceOption:
    table.only("key", "label", "hidden")
    return ChoiceOption(table.key(), table.title("label"), table.flag("hidden", False))


def _seed(table: _Table) -> Seed:
    table.only("kind", "title", "children")
    return Seed(table.key("kind"), table.title("title"), table.tables("children", "darunter", _seed))
