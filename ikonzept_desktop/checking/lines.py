"""All that one line says to the checks, computed once for each line that stands anywhere."""

from ikonzept_desktop.checking import names
from ikonzept_desktop.checking.findings import Remark
from ikonzept_desktop.checking.gender import GenderUse, uses_of
from ikonzept_desktop.checking.names import NameUse, names_of
from ikonzept_desktop.checking.sentences import long_sentences
from ikonzept_desktop.checking.typography import slips
from ikonzept_desktop.checking.words import Word, flat, words_of
from ikonzept_desktop.model.inline import Inlines
from ikonzept_desktop.model.memo import IdentityMemo
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class LineFacts:
    """What was read in a line."""

    words: tuple[Word, ...] = ()
    remarks: tuple[Remark, ...] = ()
    genders: tuple[GenderUse, ...] = ()
    names: tuple[NameUse, ...] = ()
    introduced: tuple[str, ...] = ()


NOTHING = LineFacts()


def read_line(inlines: Inlines) -> LineFacts:
    """Read a line."""
    line = flat(inlines)
    if not line.strip():
        return NOTHING
    remarks = (*slips(line), *long_sentences(line))
    introduced = tuple(names.introduced(line))
    return LineFacts(tuple(words_of(line)), remarks, tuple(uses_of(line)), tuple(names_of(line)), introduced)


FACTS: IdentityMemo[Inlines, LineFacts] = IdentityMemo(read_line, capacity=65536)
"""Reads each line once."""
