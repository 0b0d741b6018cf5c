"""What is expected of the example concept: titles, fields after the template, records in their forms, contents."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tests.judges.example_blocks import Script
from tests.judges.example_numbers import columns_in_use, displays, record_number, section_numbers, targets
from tests.judges.example_source import Data, Entry, Source, concept, entries, is_printed, sources, template
from tests.judges.expected import Expected, Line, Role, page_mark

CONTENTS_TITLE = "Inhalt"


def expected(cover: tuple[str, ...]) -> Expected:
    """Read the example; `cover` names what the cover says, in the order in which it is printed there."""
    found = sources()
    script = Script(targets(), displays(found))
    numbers = section_numbers(found)
    lines: list[Line] = [Line(concept()[key], Role.COVER) for key in cover]
    contents_are_due = True
    for source in found:
        if contents_are_due and not source.kind.get("role"):
            lines.extend(_contents(found, numbers))
            contents_are_due = False
        lines.extend(_section(source, numbers[source.name], script))
    return Expected(tuple(lines), tuple(script.notes), _headings(found, numbers))


def _headings(found: list[Source], numbers: dict[str, str]) -> dict[str, tuple[str, ...]]:
    titles = {source.name: f"{numbers[source.name]} {source.head['title']}".strip() for source in found}
    return {source.name: tuple(titles[name] for name in (*source.above, source.name)) for source in found}


def _contents(found: list[Source], numbers: dict[str, str]) -> Iterator[Line]:
    yield Line(CONTENTS_TITLE, Role.CONTENTS)
    for source in found:
        listed = source.head.get("in_contents", source.kind.get("in_contents", True)) and not source.kind.get("role")
        if listed and source.depth < template()["numbering"]["contents_depth"]:
            yield Line(f"{numbers[source.name]} {source.head['title']} {page_mark(source.name)}", Role.CONTENTS)


def _section(source: Source, number: str, script: Script) -> Iterator[Line]:
    if source.kind.get("role") != "cover":
        anchors = iter((source.name, ""))
        if number:
            yield Line(number, Role.NUMBER, anchor=next(anchors))
        yield Line(source.head["title"], anchor=next(anchors))
    for type, part in source.fields():
        yield from _field(source, type, part, script)


def _field(source: Source, type: Data, part: str, script: Script) -> Iterator[Line]:
    headed = type.get("heading", True)
    match type["kind"]:
        case "rich_text":
            if headed:
                yield Line(type["label"])
            yield from script.blocks(part)
        case "records":
            if headed:
                yield Line(type["label"])
            yield from _FORMS[type["form"]](source, type, part, script)
        case _:
            yield Line(f"{type['label']}: {_short(type, part, script)}" if headed else _short(type, part, script))


def _short(type: Data, part: str, script: Script) -> str:
    match type["kind"]:
        case "links":
            cited = [script.cited(name.strip(" @"), "number_title") for name in part.split(",")]
            return ("; " if any("," in name for name in cited) else ", ").join(cited)
        case "choice":
            return next(str(option["label"]) for option in type["options"] if part in option.values())
        case "day":
            return part if "-" not in part else f"{date.fromisoformat(part):%d.%m.%Y}"
        case _:
            return part.replace("\\", "")


def _value(type: Data, part: str, script: Script) -> Iterator[Line]:
    if type["kind"] == "rich_text":
        yield from script.blocks(part)
    else:
        yield Line(_short(type, part, script))


def _boxes(source: Source, type: Data, part: str, script: Script) -> Iterator[Line]:
    for count, entry in enumerate(entries(type, part), start=1):
        title, *others = [column for column in type["columns"] if is_printed(column)]
        named = f"{record_number(source, type, count)} {entry.values[title['label']]}"
        script.tables += 1
        box = script.tables
        yield Line(named, Role.HEAD, box, entry.name)
        for column, value in _filled(entry, others):
            yield Line(column["label"], Role.LABEL, box)
            yield from (replace(line, table=line.table or box) for line in _value(column, value, script))


def _list(source: Source, type: Data, part: str, script: Script) -> Iterator[Line]:
    for count, entry in enumerate(entries(type, part), start=1):
        title, *others = [column for column in type["columns"] if is_printed(column)]
        yield Line(f"{record_number(source, type, count)}.", Role.MARK, anchor=entry.name)
        yield Line(entry.values[title["label"]])
        for column, value in _filled(entry, others):
            yield Line(f"{column['label']}: {_short(column, value, script)}")


def _table(source: Source, type: Data, part: str, script: Script) -> Iterator[Line]:
    assert not type.get("numbering"), "no table of numbered records in the example"
    columns = columns_in_use(type, part)
    script.tables += 1
    for column in columns:
        yield Line(column["label"], Role.HEAD, script.tables)
    for entry in entries(type, part):
        anchors = iter((entry.name,))
        for column, value in _filled(entry, columns):
            yield from script.in_table(_value(column, value, script), next(anchors, ""))


def _filled(entry: Entry, columns: list[Data]) -> Iterator[tuple[Data, str]]:
    for column in columns:
        value = entry.values.get(column["label"])
        if value:
            yield column, value


_FORMS = {"boxes": _boxes, "list": _list, "table": _table}
