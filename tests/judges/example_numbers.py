"""The numbers and titles in the example that references resolve to, counted from the outline and the files alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.judges.example_source import Data, Source, entries, is_printed, sources, template

_DISPLAY = re.compile(
    r"^Tabelle: (?P<table>[^{]*?)\s*(?:\{#(?P<table_name>\S+)[^}]*\})?(?=\n\|)"
    r'|!\[[^\]]*\]\(\S+\s"(?P<figure>[^"]*)"\)(?:\{#(?P<figure_name>\S+)[^}]*\})?',
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference can point at."""

    number: str
    title: str
    colon: bool = False
    """Whether one stands between number and title."""

    def cited(self, form: str) -> str:
        """Name it as a reference of that form does."""
        match form:
            case "title":
                return self.title or self.number
            case "number_title":
                return f"{self.number}{':' if self.colon else ''} {self.title}".strip()
            case _:
                return self.number or self.title


@dataclass(frozen=True, slots=True)
class Display:
    """A table or figure with a caption."""

    name: str
    target: Target


def section_numbers(found: list[Source]) -> dict[str, str]:
    """Count the sections: through the body, and under each prefix by itself."""
    depth = template()["numbering"]["depth"]
    counts: dict[str, int] = {}
    numbers: dict[str, str] = {}
    for source in found:
        above = numbers[source.above[-1]] if source.above else ""
        prefix = "" if source.above else source.kind.get("heading_prefix", "")
        shown = source.head.get("numbered", source.kind.get("numbered", True))
        if not shown or source.depth >= depth or (source.above and not above):
            numbers[source.name] = ""
            continue
        place = f"{above}." if above else f"{prefix} " if prefix else ""
        counts[place] = counts.get(place, 0) + 1
        numbers[source.name] = f"{place}{counts[place]}"
    return numbers


def displays(found: list[Source]) -> list[Display]:
    """Count captioned tables and figures, each through the whole concept."""
    labels = template()["numbering"]
    counts = {"table": 0, "figure": 0}
    numbered = []
    for source in found:
        for _, part in source.fields():
            for match in _DISPLAY.finditer(part):
                sort = "table" if match["table"] else "figure"
                counts[sort] += 1
                title = " ".join(re.sub(r"\^\[[^\]]*\]", "", match[sort]).split())
                number = f"{labels[f'{sort}_label']} {counts[sort]}"
                numbered.append(Display(match[f"{sort}_name"] or "", Target(number, title, colon=True)))
    return numbered


def targets() -> dict[str, Target]:
    """Give everything that has a name."""
    found = sources()
    numbers = section_numbers(found)
    named = {source.name: Target(numbers[source.name], source.head["title"]) for source in found}
    named |= {display.name: display.target for display in displays(found) if display.name}
    for source in found:
        named |= dict(_records(source))
    return named


def _records(source: Source) -> Iterator[tuple[str, Target]]:
    for type, part in source.fields():
        if type["kind"] != "records":
            continue
        title = next(column["label"] for column in type["columns"] if column["kind"] == "line")
        for count, entry in enumerate(entries(type, part), start=1):
            if entry.name:
                yield entry.name, Target(record_number(source, type, count), entry.values[title])


def record_number(source: Source, type: Data, count: int) -> str:
    """Give what is printed before a record, after the template's pattern."""
    code = source.parts().get("Kürzel", "")
    return str(type.get("numbering", "")).replace("{n}", str(count)).replace("{abbreviation}", code)


def columns_in_use(type: Data, part: str) -> list[Data]:
    """Give the columns that are printed and filled in any record."""
    found = entries(type, part)
    return [
        column
        for column in type["columns"]
        if is_printed(column) and any(entry.values.get(column["label"]) for entry in found)
    ]
