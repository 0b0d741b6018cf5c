"""Two versions of a text compared word by word, as one who reads them would tell what differs."""

from ikonzept_desktop.publication.differences import Change, word_pieces

_IN_NUMBERS = (".", ",", ":")
Difference = tuple[int, int, str]
"""Characters from and to in the old text, and what stands there in the new one."""


def differences(old: str, new: str) -> list[Difference]:
    """Give what turns the old text into the new one, in order."""
    found: list[Difference] = []
    at = 0
    goes_on = False
    for piece in word_pieces(old, new) if old != new else ():
        size = 0 if piece.change is Change.NEW else len(piece.text)
        if piece.change is Change.SAME:
            goes_on = bool(found) and _is_one_thought(piece.text)
        else:
            start, end, text = found.pop() if goes_on else (at, at, "")
            written = piece.text if piece.change is Change.NEW else ""
            found.append((start, at + size, text + old[end:at] + written))
            goes_on = True
        at += size
    return found


def _is_one_thought(between: str) -> bool:
    """Tell whether what stays between two differences is no word: `zwei Jahre` became `drei Monate` at one stroke."""
    return len(between) <= 2 and not any(map(str.isalnum, between)) and "\n" not in between


def is_in_word(text: str, at: int) -> bool:
    """Tell whether a character is of a word or of a number, the signs within `13,8` or `1.000` too."""
    if text[at : at + 1].isalnum():
        return True
    around = text[at - 1 : at] if at > 0 else "", text[at + 1 : at + 2]
    return text[at : at + 1] in _IN_NUMBERS and all(each.isdigit() for each in around)
