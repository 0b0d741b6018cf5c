"""Two states of a paragraph as one: words written and struck out, formats changed, signs of notes kept or not."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from itertools import chain, groupby

from lxml import etree

from ikonzept_desktop.export.word.redline.atoms import Atom, Atoms, Link, atoms_of
from ikonzept_desktop.export.word.redline.hand import Hand, W, properties_of
from ikonzept_desktop.publication.differences import Change, Step, steps
from ikonzept_desktop.values import dataclass

_START = f"{W}bookmarkStart"
_NUMBERED = re.compile(r' w:id="\d+"')
_SIGN = "w:footnoteReference"
_LEAST_KEPT = 0.25
"""Share of the longer state's letters that has to be in both: with less, one reads the old words, then the new ones."""


@dataclass(frozen=True, slots=True)
class _Item:
    """What is written, in its order."""

    link: Link
    change: Change | None
    """Nothing for a bookmark."""
    elements: tuple[etree._Element, ...]


def changed_paragraph(
    old: etree._Element, new: etree._Element, hand: Hand, *, begins_struck: bool = False, ends_struck: bool = False
) -> etree._Element:
    """Write a paragraph that is there in both states; what its end becomes is not said.

    Where new words stand at its beginning or end, it `begins_struck` or `ends_struck` with an old one, if asked for.
    """
    if is_same(old, new):
        return deepcopy(new)
    numbers = _shared_bookmarks(old, new)
    before, after = atoms_of(old, hand.notes, hand.dropped, numbers), atoms_of(new, hand.notes)
    found = _readable(before, after)
    if begins_struck:
        found = _with_first_struck(found, after.row)
    if ends_struck:
        found = _with_last_struck(found, after.row)
    items = list(_items(before, after, found, hand, ends_struck=ends_struck))
    made = _paragraph(new, list(_over_both(items, numbers)), hand)
    hand.note_style(made, properties_of(old))
    return made


def is_same(old: etree._Element, new: etree._Element) -> bool:
    """Tell whether both are written alike, numbers of bookmarks aside; what holds the sign of a note is not."""
    one, other = (_NUMBERED.sub("", etree.tostring(each, encoding="unicode")) for each in (old, new))
    return one == other and _SIGN not in one


def _shared_bookmarks(old: etree._Element, new: etree._Element) -> dict[str, str]:
    """Give the numbers that bookmarks of the older state have in the newer one, where both stand in this paragraph."""
    ours = {mark.get(f"{W}name"): mark.get(f"{W}id", "") for mark in new.iter(_START)}
    theirs = ((mark.get(f"{W}id", ""), mark.get(f"{W}name")) for mark in old.iter(_START))
    return {number: ours[name] for number, name in theirs if name in ours}


def _over_both(items: Sequence[_Item], numbers: Mapping[str, str]) -> Iterator[_Item]:
    """Have a bookmark of both states reach over the words of both: from the first beginning to the last end."""
    shared = set(numbers.values())
    begun: set[str] = set()
    ended: set[str] = set()
    for item in items:
        mark = item.elements[0]
        if item.change is None:
            number = mark.get(f"{W}id", "")
            number = numbers.get(number, number)
            mark.set(f"{W}id", number)
            seen = begun if mark.tag == _START else ended
            again = number in seen
            seen.add(number)
            if number in shared and again == (mark.tag == _START):
                continue
        yield item


def touches_start(paragraph: etree._Element) -> bool:
    """Tell whether new words stand at its beginning."""
    return next((each.tag for each in _changes(paragraph)), "") == f"{W}ins"


def touches_end(paragraph: etree._Element) -> bool:
    """Tell whether new words stand at its end."""
    return [each.tag for each in _changes(paragraph)][-1:] == [f"{W}ins"]


def _changes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Go through the runs of a paragraph that stay, and the changes."""
    for child in paragraph:
        if child.tag == f"{W}hyperlink":
            yield from _changes(child)
        elif child.tag in (f"{W}r", f"{W}ins", f"{W}del"):
            yield child


def whole_paragraph(paragraph: etree._Element, change: Change, hand: Hand) -> etree._Element:
    """Write a paragraph that is there in one state only; what its end becomes is not said."""
    gone = change is Change.GONE
    found = atoms_of(paragraph, hand.notes, hand.dropped if gone else frozenset())
    return _paragraph(paragraph, list(_one_sided(found, range(len(found.row) + 1), change)), hand)


def _paragraph(model: etree._Element, items: Sequence[_Item], hand: Hand) -> etree._Element:
    made = etree.Element(f"{W}p")
    made.append(deepcopy(properties_of(model)))
    for link, group in groupby(items, key=lambda item: item.link):
        holder = made
        if link:
            holder = etree.SubElement(made, f"{W}hyperlink")
            holder.attrib.update(link)
        for change, alike in groupby(group, key=lambda item: item.change):
            elements = [each for item in alike for each in item.elements]
            if change is Change.NEW or change is Change.GONE:
                holder.append(hand.wrapped(change, elements))
            else:
                holder.extend(elements)
    return made


def _items(
    before: Atoms, after: Atoms, found: Sequence[Step], hand: Hand, *, ends_struck: bool = False
) -> Iterator[_Item]:
    """Write the steps, old words before the new ones in their place, unless it ends in a step that `ends_struck`."""
    for step in found:
        if step.same:
            yield from _same(before, after, step, hand)
            continue
        gone = _one_sided(before, range(step.old.start, step.old.stop), Change.GONE)
        come = _one_sided(after, range(step.new.start, step.new.stop), Change.NEW)
        yield from chain(come, gone) if ends_struck and step is found[-1] else chain(gone, come)
    yield from _between(before, len(before.row))
    yield from _between(after, len(after.row))


def _same(before: Atoms, after: Atoms, step: Step, hand: Hand) -> Iterator[_Item]:
    here, there = step.old.start, step.new.start
    while there < step.new.stop:
        yield from _between(before, here)
        yield from _between(after, there)
        count = 1
        was, now = before.row[here], after.row[there]
        while there + count < step.new.stop and _goes_on(before, here + count) and _goes_on(after, there + count):
            count += 1
        if now.note:
            hand.kept_notes[now.note] = was.note
        elements = _written(after.row[there : there + count])
        if now.words and was.look != now.look:
            for run in elements:
                hand.note_look(run, was.runs[0].find(f"{W}rPr"))
        yield _Item(now.link, Change.SAME, elements)
        here, there = here + count, there + count


def _goes_on(atoms: Atoms, at: int) -> bool:
    """Tell whether words go on in the look of those before."""
    one, other = atoms.row[at - 1], atoms.row[at]
    alike = one.look == other.look and one.link == other.link
    return bool(one.words and other.words) and alike and at not in atoms.between


def _one_sided(atoms: Atoms, places: Iterable[int], change: Change) -> Iterator[_Item]:
    """Write what stands in one state only, with the bookmarks before each."""
    waiting: list[Atom] = []
    for at in places:
        if waiting and (at == len(atoms.row) or not _goes_on(atoms, at)):
            yield _Item(waiting[0].link, change, _written(waiting))
            waiting = []
        yield from _between(atoms, at)
        if at < len(atoms.row):
            waiting.append(atoms.row[at])
    if waiting:
        yield _Item(waiting[0].link, change, _written(waiting))


def _between(atoms: Atoms, at: int) -> Iterator[_Item]:
    for element, link in atoms.between.get(at, ()):
        yield _Item(link, None, (deepcopy(element),))


def _written(atoms: Sequence[Atom]) -> tuple[etree._Element, ...]:
    """Write one atom, or several words of one look as one run."""
    if not atoms[0].words:
        return tuple(deepcopy(run) for run in atoms[0].runs)
    made = etree.Element(f"{W}r")
    look = atoms[0].runs[0].find(f"{W}rPr")
    if look is not None:
        made.append(deepcopy(look))
    text = etree.SubElement(made, f"{W}t")
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.text = "".join(atom.words for atom in atoms)
    return (made,)


def _readable(before: Atoms, after: Atoms) -> list[Step]:
    """Compare two rows so that a reader follows: no lone space is kept between changes, nor words met by chance."""
    old, new = before.row, after.row
    found = _folded(list(steps([atom.key for atom in old], [atom.key for atom in new])), new)
    if not (_is_of_parts(before) or _is_of_parts(after)):
        kept = sum(len(atom.words) or 1 for step in found if step.same for atom in new[step.new])
        whole = max(sum(len(atom.words) or 1 for atom in row) for row in (old, new))
        if kept < _LEAST_KEPT * whole:
            found = [Step(False, slice(0, len(old)), slice(0, len(new)))]
    return found


def _is_of_parts(atoms: Atoms) -> bool:
    """Tell whether something begins within that has to be told apart: what a reference names, a field of many lines."""
    inside = (marks for at, marks in atoms.between.items() if 0 < at < len(atoms.row))
    names = (mark.get(f"{W}name", "") for marks in inside for mark, _ in marks if mark.tag == _START)
    return not all(name.startswith("_in_") for name in names) or any(atom.key[0] == "fldChar" for atom in atoms.row)


def _with_first_struck(found: Sequence[Step], new: Sequence[Atom]) -> list[Step]:
    """Have the first word that stays be struck out and written anew, where new ones stand before it."""
    if len(found) == 1 or found[0].same or found[0].old.stop or not new[found[1].new.start].words:
        return list(found)
    here, there = found[1].old.start + 1, found[1].new.start + 1
    rest = replace(found[1], old=slice(here, found[1].old.stop), new=slice(there, found[1].new.stop))
    return [Step(False, slice(0, here), slice(0, there)), rest, *found[2:]]


def _with_last_struck(found: Sequence[Step], new: Sequence[Atom]) -> list[Step]:
    """Have the last word that stays be struck out and written anew, where new ones alone stand behind it."""
    if len(found) == 1 or found[-1].same or found[-1].old.start < found[-1].old.stop:
        return list(found)
    kept, last = found[-2:]
    if not new[kept.new.stop - 1].words:
        return list(found)
    here, there = kept.old.stop - 1, kept.new.stop - 1
    rest = replace(kept, old=slice(kept.old.start, here), new=slice(kept.new.start, there))
    return [*found[:-2], rest, Step(False, slice(here, last.old.stop), slice(there, last.new.stop))]


def _folded(found: Sequence[Step], new: Sequence[Atom]) -> list[Step]:
    """Join changes that have nothing or white space only between them."""
    folded: list[Step] = []
    for step in found:
        if step.old.start == step.old.stop and step.new.start == step.new.stop:
            continue
        folded.append(step)
        while len(folded) > 1 and not folded[-1].same:
            if not folded[-2].same:
                joined = folded[-2:]
            elif len(folded) > 2 and not folded[-3].same and _is_space(new[folded[-2].new]):
                joined = folded[-3:]
            else:
                break
            first, last = joined[0], joined[-1]
            whole = replace(first, old=slice(first.old.start, last.old.stop), new=slice(first.new.start, last.new.stop))
            folded[-len(joined) :] = [whole]
    return folded


def _is_space(atoms: Sequence[Atom]) -> bool:
    return all(atom.words.isspace() for atom in atoms)
