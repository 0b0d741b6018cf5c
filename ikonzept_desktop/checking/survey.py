"""Goes through a whole concept and gives everything worth a look, in steps as small as the window needs."""

from collections import Counter, defaultdict
from collections.abc import Generator, Iterator, Mapping
from datetime import date

from ikonzept_desktop.checking import texts
from ikonzept_desktop.checking.duties import duties
from ikonzept_desktop.checking.findings import Finding, Kind, Remark
from ikonzept_desktop.checking.gender import GenderForm, in_form
from ikonzept_desktop.checking.lines import FACTS, NOTHING, LineFacts
from ikonzept_desktop.checking.names import Forms, Usual, variants
from ikonzept_desktop.checking.places import FIELD_SPOTS, Spot, title_spot
from ikonzept_desktop.checking.verdicts import Verdicts
from ikonzept_desktop.checking.words import flat
from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.inboxes import given_out
from ikonzept_desktop.model.references import targets
from ikonzept_desktop.model.template import Template
from ikonzept_desktop.values import dataclass

Report = Mapping[str, tuple[Finding, ...]]
"""The findings of each section by its id, in reading order; sections without any are left out."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """What only the whole concept says."""

    ids: frozenset[str]
    names: Mapping[str, Usual]
    gender: GenderForm | None
    """The form used most, where there are several."""


def findings(document: Document, verdicts: Verdicts | None, today: date) -> Report:
    """Give the findings of a concept at once; without verdicts its spelling is left alone."""
    steps = survey(document, verdicts, today)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            report: Report = end.value
            return report


def survey(document: Document, verdicts: Verdicts | None, today: date) -> Generator[None, None, Report]:
    """Go through a concept, yielding after every small step; returns the findings that are not passed over."""
    sections = given_out(document)
    for section in sections:
        for _key, spot in spots_of(document.template, section):
            FACTS(spot.inlines)
            yield
    whole = yield from _whole(document, sections)
    passed = frozenset(document.properties.passed_over)
    report: dict[str, tuple[Finding, ...]] = {}
    for section in sections:
        found = list(duties(document, section, whole.ids, today))
        for key, spot in spots_of(document.template, section):
            found += _in_spot(section.id, key, spot, whole, verdicts)
            yield
        kept = tuple(finding for finding in found if not is_passed_over(finding, passed))
        if kept:
            report[section.id] = kept
    return report


def is_passed_over(finding: Finding, passed: frozenset[str]) -> bool:
    """Tell whether a finding, its words everywhere, or its whole kind is passed over."""
    return bool(passed) and not passed.isdisjoint((finding.key, finding.key_of_text, finding.kind.value))


def spots_of(template: Template, section: Section) -> Iterator[tuple[str, Spot]]:
    """Go through the lines of a section that are shown, each with the key of its field, the title first."""
    yield "", title_spot(section)
    values = {field.key: field for field in section.fields}
    for type in template.kind(section.kind).fields:
        if type.key in values and not type.hidden:
            hidden = {column.key for column in type.columns if column.hidden}
            for spot in FIELD_SPOTS(values[type.key]):
                if spot.column not in hidden:
                    yield type.key, spot


def _whole(document: Document, sections: tuple[Section, ...]) -> Generator[None, None, _Whole]:
    counted: defaultdict[str, Forms] = defaultdict(Counter)
    genders: Counter[GenderForm] = Counter()
    introduced: set[str] = set()
    for section in sections:
        for _key, spot in spots_of(document.template, section):
            facts = FACTS(spot.inlines)
            for use in facts.names:
                counted[use.key][use.form, use.ending] += 1
            genders.update(use.form for use in facts.genders)
            introduced.update(facts.introduced)
            yield
    names = variants(counted, introduced)
    yield
    usual = max(genders, key=lambda form: genders[form]) if len(genders) > 1 else None
    return _Whole(targets(document), names, usual)


def _in_spot(section: str, key: str, spot: Spot, whole: _Whole, verdicts: Verdicts | None) -> list[Finding]:
    facts = FACTS(spot.inlines)
    if facts is NOTHING:
        return []
    remarks = [*facts.remarks, *_gender_remarks(facts, whole.gender)]
    named = {(remark.start, remark.end): remark for remark in _name_remarks(spot, facts, whole.names)}
    for word in facts.words if verdicts is not None else ():
        if verdicts is not None and verdicts.is_wrong(word.text, stops=word.stops):
            # A name that is written otherwise elsewhere is what was meant.
            usual = named.pop((word.start, word.end), None)
            why = texts.SPELLING.format(word=word.text)
            suggestion = usual.suggestion if usual is not None else None
            remarks.append(Remark(Kind.SPELLING, word.start, word.end, word.text, why, suggestion))
    remarks += named.values()
    return [_finding(section, key, spot, remark) for remark in sorted(remarks, key=lambda remark: remark.start)]


def _finding(section: str, key: str, spot: Spot, remark: Remark) -> Finding:
    place = spot.place(section, key, remark.start, remark.end)
    return Finding(remark.kind, place, remark.text, remark.why, remark.suggestion)


def _name_remarks(spot: Spot, facts: LineFacts, names: Mapping[str, Usual]) -> Iterator[Remark]:
    for use in facts.names:
        usual = names.get(use.key)
        if usual is not None and use.form != usual.form and use.form not in facts.introduced:
            text = flat(spot.inlines)[use.start : use.end]
            why = texts.NAME.format(name=text, usual=usual.shown, count=usual.count)
            yield Remark(Kind.NAME, use.start, use.end, text, why, usual.in_place_of(use))


def _gender_remarks(facts: LineFacts, usual: GenderForm | None) -> Iterator[Remark]:
    for use in facts.genders:
        if usual is not None and use.form is not usual:
            why = texts.gender(use, usual)
            yield Remark(Kind.GENDER, use.start, use.end, use.text, why, in_form(use, usual))
