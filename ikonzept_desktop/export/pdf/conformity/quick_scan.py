"""The usual content stream, read at a glance: what `content.scan` finds, without asking for every operand.

Only what cannot be mistaken is read so: no literal strings, comments, inline images or names in place of properties.
Of anything else nothing is said, and whoever asks reads it operator by operator.
"""

import re

from ikonzept_desktop.export.pdf.conformity.scan import COLOURS, LINES, PLAIN, SPACES, TEXT, Scan

_STRANGE = (*(bytes([sign]) for sign in b"(){}%'\"#\0\v"), b"BI")
"""Strings, comments, procedures, names that are escaped, and inline images."""
_LETTERS = re.compile(rb"\[[-+.\d\sA-Fa-f<>]*\]|<[0-9A-Fa-f\s]*>")
"""Strings of hexadecimal digits, and arrays of them and of numbers: what is written, and patterns of dashes."""
_PAINTS = frozenset(f"{TEXT} {LINES}".encode().split())
_COLOURS = {operator.encode(): device for operator, device in COLOURS.items()}
_NAMED = frozenset((b"Do", b"cs", b"CS"))
_WATCHED = _PAINTS | _NAMED | _COLOURS.keys() | {b"BDC", b"BMC", b"EMC"}


def quick_scan(data: bytes) -> Scan | None:
    """Read a stream, decoded; None where it is not of the usual kind."""
    bare = b"[" if any(sign in data for sign in _STRANGE) else _LETTERS.sub(b" ", data)
    if b"[" in bare or b"]" in bare:
        return None
    parted = bare.replace(b"/", b" /").replace(b"<<", b" << ").replace(b">>", b" >> ")
    try:
        found, dictionaries = _read(parted.split())
    except ValueError:
        return None
    return found if bare.count(b"<") == bare.count(b">") == 2 * dictionaries else None


def _read(tokens: list[bytes]) -> tuple[Scan, int]:
    """Give what is found and how many dictionaries were met; raises ValueError where something else is meant."""
    found = Scan()
    stack = [PLAIN]
    dictionaries = 0
    for at, token in enumerate(tokens):
        if token not in _WATCHED:
            continue
        if token in _PAINTS:
            found.untagged |= stack[-1] == PLAIN
        elif token == b"EMC":
            found.unbalanced |= len(stack) == 1
            del stack[max(1, len(stack) - 1) :]
        elif token == b"BDC":
            dictionaries += 1
            name, mark = _marked(tokens, at)
            stack.append(found.open(name, mark, stack[-1]))
        elif token == b"BMC":
            stack.append(found.open(_name(tokens, at - 1), None, stack[-1]))
        elif token in _NAMED:
            _take(found, token, _name(tokens, at - 1), stack[-1])
        else:
            found.colours.add(_COLOURS[token])
    found.unbalanced |= len(stack) > 1
    return found, dictionaries


def _take(found: Scan, operator: bytes, name: str, within: int) -> None:
    """Take down the object or the colours of that name."""
    if operator != b"Do":
        found.colours.update(filter(None, [SPACES.get(name)]))
    elif within == PLAIN:
        found.bare_forms.add(name)


def _name(tokens: list[bytes], at: int) -> str:
    """Give the name that stands there, and nothing but a name may."""
    if at < 0 or not tokens[at].startswith(b"/"):
        raise ValueError("no name")
    return tokens[at].decode("latin-1")


def _marked(tokens: list[bytes], at: int) -> tuple[str, int | None]:
    """Give what content that begins at a BDC is called, and its number: its dictionary has it alone, or has none."""
    if at < 3 or tokens[at - 1] != b">>":
        raise ValueError("no dictionary")
    first = at - 2
    while tokens[first] != b"<<":
        first -= 1
        if first <= 0:
            raise ValueError("no dictionary")
    inside = tokens[first + 1 : at - 1]
    if b"/MCID" not in inside:
        return _name(tokens, first - 1), None
    key, mark = inside
    if key != b"/MCID" or not mark.isdigit():
        raise ValueError("no number")
    return _name(tokens, first - 1), int(mark)
