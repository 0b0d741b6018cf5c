"""Finds the headings of a document: by styles, else by its contents, typed numbers, known words and looks."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median_low
from typing import Protocol

from ikonzept_desktop.importing.plan import Reason
from ikonzept_desktop.importing.recognition.contents import Listed, contents_lines, in_contents, listed
from ikonzept_desktop.importing.recognition.found import Heading, Headings
from ikonzept_desktop.importing.recognition.lines import LONGEST_STYLED, LONGEST_TITLE, BodyLook, Line, body_look
from ikonzept_desktop.importing.recognition.looks import Look, levels_by_look, look_of, outstanding
from ikonzept_desktop.importing.recognition.numbers import Scheme, Typed
from ikonzept_desktop.importing.recognition.typed import numbered_lines
from ikonzept_desktop.importing.recognition.vocabulary import CONCEPT, SUBTITLE_STYLES, TITLE_STYLES
from ikonzept_desktop.importing.recognition.words import key
from ikonzept_desktop.values import dataclass

_STEP = 2
"""Between two levels of headings."""
_HARDLY_ANY = 3
"""So many times as many numbered or listed headings as styled ones: the styles do not tell."""
_FEWEST_KNOWN = 2
_LONGEST_ALONE = 40
_SURE_WEIGHT = 1.0


class Asked(Protocol):
    """What is known of words."""

    def is_title(self, words: str) -> bool:
        """Tell whether they are the title of front matter or an annex."""

    def is_title_alone(self, words: str) -> bool:
        """Tell whether they are one even where nothing sets them apart."""

    def is_label(self, words: str) -> bool:
        """Tell whether they are the label of a field."""

    def is_special(self, words: str) -> bool:
        """Tell whether they name a section with fields: `Handlungsfeld Sprache`."""


@dataclass(frozen=True, slots=True)
class Found:
    """The headings of a document, nested, and the lines that are its contents."""

    headings: Headings
    contents: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What is known of the lines, by their index."""

    lines: Sequence[Line]
    body: BodyLook
    contents: frozenset[int]
    listed: Mapping[int, Listed]
    styled: Mapping[int, int]
    numbered: Mapping[int, tuple[Typed, float, int]]

    @property
    def has_styles(self) -> bool:
        """Tell whether the styles say which lines are headings, and all that say so are to be believed."""
        others = len(self.numbered.keys() | self.listed.keys())
        return bool(self.styled) and len(self.styled) * _HARDLY_ANY >= others


def headings(lines: Sequence[Line], asked: Asked) -> Found:
    """Find the headings."""
    evidence = _evidence(lines)
    known = _known(evidence)
    around = known.keys() | evidence.contents
    shown = [line for line in outstanding(lines, evidence.body, around) if not is_title_line(line)]
    by_words = _by_words(lines, shown, around, asked)
    if len(known) >= _FEWEST_KNOWN or evidence.styled:
        top = _top_level(known.values())
        first = min(known)
        set_apart = {line.index for line in shown}
        above = _above_all(lines[:first], set_apart, [known[index] for index in sorted(known)], asked)
        if above is not None:
            known[above.line.index] = above
        for line in by_words.values():
            known[line.index] = Heading(line, top, Reason.WORDS, is_sure=line.index in set_apart)
        minor = [line for line in shown if line.index not in by_words and (line.index > first or _runs_on(line, lines))]
        return Found(nested(_labels_lowered(_with_minor(known, minor), asked.is_label)), evidence.contents)
    by_look = levels_by_look(shown)
    for line in shown:
        known.setdefault(line.index, _by_look(line, by_look, evidence, line.index in by_words))
    for line in by_words.values():
        known.setdefault(line.index, Heading(line, 0, Reason.WORDS, is_sure=False))
    ordered = list(_without_front(sorted(known.values(), key=lambda heading: heading.line.index), lines))
    set_apart = {line.index for line in shown}
    above = _above_all(lines[: ordered[0].line.index], set_apart, ordered, asked) if ordered else None
    ordered[:0] = [above] if above is not None else []
    return Found(nested(_labels_lowered(ordered, asked.is_label)), evidence.contents)


def _by_words(lines: Sequence[Line], shown: Sequence[Line], around: Container[int], asked: Asked) -> dict[int, Line]:
    """Give the lines with words of front matter or annexes: those that look like headings, some in whatever look."""
    found = {line.index: line for line in shown if asked.is_title(line.text)}
    for line in lines:
        is_short = 0 < len(line.text) <= _LONGEST_ALONE and line.index not in around
        if is_short and asked.is_title_alone(line.text) and line.may_be_heading and not is_title_line(line):
            found[line.index] = line
    return found


def _above_all(
    before: Sequence[Line], set_apart: Container[int], known: Sequence[Heading], asked: Asked
) -> Heading | None:
    """Find the line before all headings that names the one section whose fields they are; None where none does.

    A working group's file is called `Handlungsfeld Sprache`, as its title or in a bold line; its headings are labels. A
    whole concept may have chapters called so, but others too, or a title that says what it is.
    """
    likely = [line for line in before if line.index in set_apart or (line.is_paragraph and _is_title(line))]
    named = [line for line in likely if asked.is_special(line.text)]
    top = _top_level(known)
    labels = [asked.is_label(heading.title) for heading in known if heading.level <= top]
    if labels.count(True) < _FEWEST_KNOWN or 2 * labels.count(True) < len(labels) or not likely:
        return None
    others = len(labels) - labels.count(True)
    if not named and (3 * others > len(labels) or any(CONCEPT.search(line.text) for line in likely)):
        return None
    return Heading((named or likely)[-1], top - _STEP, Reason.WORDS if named else Reason.LOOK, is_sure=bool(named))


def _top_level(known: Iterable[Heading]) -> int:
    """Give the highest level that several headings have: that of one alone may be the title's."""
    counts = Counter(heading.level for heading in known)
    return min((level for level, count in counts.items() if count > 1), default=min(counts, default=0))


def is_title_line(line: Line) -> bool:
    """Tell whether its style calls it the title of the whole document, or the second line of it."""
    return any(name.lower() in TITLE_STYLES | SUBTITLE_STYLES for name in (line.hints.style, *line.hints.styles[:2]))


def _is_title(line: Line) -> bool:
    """Tell the same, of the title alone."""
    return is_title_line(line) and not any(
        name.lower() in SUBTITLE_STYLES for name in (line.hints.style, *line.hints.styles[:1])
    )


def _evidence(lines: Sequence[Line]) -> _Evidence:
    body = body_look(lines)
    contents = contents_lines(lines)
    found = in_contents(lines, listed(lines, contents), contents) if contents else {}
    styled = {
        line.index: line.hints.level
        for line in lines
        if line.hints.level is not None and line.index not in contents and _is_styled_heading(line)
    }
    numbered = numbered_lines(lines, body, found, contents)
    return _Evidence(lines, body, contents, found, styled, numbered)


def _is_styled_heading(line: Line) -> bool:
    return line.is_body and line.is_paragraph and len(line.text) <= LONGEST_STYLED and not is_title_line(line)


def _known(evidence: _Evidence) -> dict[int, Heading]:
    """Give the headings that are known by more than their look, by index, their levels not yet nested."""
    has_styles = evidence.has_styles
    numbers_count = not has_styles or _styled_have_numbers(evidence)
    levels = _levels(evidence, numbers_lead=not has_styles or _numbers_are_finer(evidence))
    known: dict[int, Heading] = {}
    for index in sorted(evidence.styled.keys() | evidence.numbered.keys() | evidence.listed.keys()):
        line = evidence.lines[index]
        typed = _typed(line, evidence)
        if index in evidence.styled:
            known[index] = Heading(line, levels[index], Reason.STYLE, typed)
        elif index in evidence.listed:
            known[index] = Heading(line, levels[index], Reason.NUMBER if typed else Reason.LOOK, typed)
        elif numbers_count:
            is_sure = evidence.numbered[index][1] >= _SURE_WEIGHT
            known[index] = Heading(line, levels[index], Reason.NUMBER, typed, is_sure)
    return known


def _typed(line: Line, evidence: _Evidence) -> Typed | None:
    known = evidence.numbered.get(line.index)
    return known[0] if known else None


def _styled_have_numbers(evidence: _Evidence) -> bool:
    both = evidence.styled.keys() & evidence.numbered.keys()
    return 2 * len(both) >= len(evidence.styled)


def _numbers_are_finer(evidence: _Evidence) -> bool:
    """Tell whether all headings have one style, and their numbers more than one depth."""
    both = evidence.styled.keys() & evidence.numbered.keys()
    if 5 * len(both) < 4 * len(evidence.styled):
        return False
    return len({evidence.styled[i] for i in both}) == 1 < len({evidence.numbered[i][2] for i in both})


def _levels(evidence: _Evidence, *, numbers_lead: bool) -> dict[int, int]:
    """Give each known line a level on one scale, steps apart: that of the styles, or that of the numbers."""
    numbered = {index: level for index, (_, _, level) in evidence.numbered.items()}
    in_contents = _contents_levels(evidence)
    scales = [numbered, in_contents, evidence.styled] if numbers_lead else [evidence.styled, numbered, in_contents]
    levels = dict(scales[0])
    for scale in scales[1:]:
        both = levels.keys() & scale.keys()
        offset = median_low([levels[index] - scale[index] for index in both]) if both else 0
        for index in scale.keys() - levels.keys():
            levels[index] = scale[index] + offset
    _words_among_numbers(levels, evidence)
    return {index: level * _STEP for index, level in levels.items()}


def _contents_levels(evidence: _Evidence) -> dict[int, int]:
    """Give the levels of the contents; where those say nothing, the looks of the lines they name."""
    listed = evidence.listed
    if any(entry.level for entry in listed.values()):
        return {index: entry.level for index, entry in listed.items()}
    by_look = levels_by_look([evidence.lines[index] for index in listed])
    return {index: by_look[look_of(evidence.lines[index])] for index in listed}


def _words_among_numbers(levels: dict[int, int], evidence: _Evidence) -> None:
    """Set `Handlungsfeld 3` below the numbered heading before it, where all of them stand below it."""
    for index, (typed, _, _) in evidence.numbered.items():
        if typed.scheme is not Scheme.WORD or index in evidence.styled or index in evidence.listed:
            continue
        if typed.word.startswith(("anlage", "anhang", "kapitel", "teil", "abschnitt")):
            continue
        above = [i for i, (other, _, _) in evidence.numbered.items() if i < index and other.scheme is not Scheme.WORD]
        later = [i for i, (other, _, _) in evidence.numbered.items() if i > index and other.scheme is not Scheme.WORD]
        if above and (not later or levels[min(later)] <= levels[max(above)]):
            levels[index] = levels[max(above)] + 1


def _with_minor(known: Mapping[int, Heading], minor: Iterable[Line]) -> Headings:
    """Put lines that have the look of headings below all that are known by more."""
    lines = list(minor)
    ranks = levels_by_look(lines)
    deepest = max(heading.level for heading in known.values())
    found = dict(known)
    for line in lines:
        level = deepest + 1 + ranks[look_of(line)]
        found[line.index] = Heading(line, level, Reason.LOOK, None, is_sure=False, is_minor=True)
    return tuple(found[index] for index in sorted(found))


def _runs_on(line: Line, lines: Sequence[Line]) -> bool:
    """Tell whether running text follows right below."""
    below = lines[line.index + 1 : line.index + 2]
    return any(each.is_body and len(each.text) > LONGEST_TITLE for each in below)


def _without_front(found: Sequence[Heading], lines: Sequence[Line]) -> Sequence[Heading]:
    """Leave out the lines of a title page: looks that come once, before any running text."""
    looks = Counter(look_of(heading.line) for heading in found)
    for at, (heading, following) in enumerate(pairwise(found)):
        between = lines[heading.line.index : following.line.index]
        if looks[look_of(heading.line)] > 1 or any(len(line.text) > LONGEST_TITLE for line in between):
            return found[at:]
    return found[-1:]


def _by_look(line: Line, levels: Mapping[Look, int], evidence: _Evidence, is_title: bool) -> Heading:
    reason = Reason.WORDS if is_title else Reason.LOOK
    return Heading(line, levels[look_of(line)] * _STEP, reason, _typed(line, evidence), is_sure=is_title)


def _labels_lowered(found: Sequence[Heading], is_label: Callable[[str], bool]) -> Headings:
    """Set labels of fields below the heading before them, two of them in a row at least, though they look like it.

    Only where one of them recurs, or a single heading is none: a concept may well have a chapter „Ausgangslage“.
    """
    labels = [is_label(heading.title) for heading in found]
    often = Counter(key(heading.title) for heading, is_one in zip(found, labels, strict=True) if is_one)
    if max(often.values(), default=0) < _FEWEST_KNOWN and labels.count(False) > 1:
        return tuple(found)
    lowered: list[Heading] = []
    above: Heading | None = None
    for at, heading in enumerate(found):
        in_run = labels[at] and (labels[at - 1 : at] == [True] or labels[at + 1 : at + 2] == [True])
        if in_run and heading.typed is None and above is not None and heading.level <= above.level:
            lowered.append(replace(heading, level=above.level + 1))
            continue
        if not labels[at]:
            above = heading
        lowered.append(heading)
    return tuple(lowered)


def nested(found: Iterable[Heading]) -> Headings:
    """Give the levels from 0 without a jump: each is one deeper than the nearest before it that stands higher."""
    open_levels: list[int] = []
    result: list[Heading] = []
    for heading in found:
        while open_levels and open_levels[-1] >= heading.level:
            open_levels.pop()
        result.append(replace(heading, level=len(open_levels)))
        open_levels.append(heading.level)
    return tuple(result)
