"""Between Qt's positions, which count UTF-16, and the model's, which count code points."""

_BYTE_ORDER_MARK = "\ufeff"


def for_qt(text: str) -> str:
    """Give a text so that Qt gets all of it: PySide takes a U+FEFF it begins with for a byte order mark."""
    return _BYTE_ORDER_MARK + text if text.startswith(_BYTE_ORDER_MARK) else text


def to_utf16(text: str, offset: int) -> int:
    """Give how many UTF-16 units stand before a code point."""
    if text.isascii():
        return offset
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def to_code_points(text: str, units: int) -> int:
    """Give how many code points stand before a UTF-16 position; one within a pair counts as before the pair."""
    if text.isascii():
        return units
    head = text.encode("utf-16-le", "surrogatepass")[: units * 2]
    if head[-1:] and 0xD8 <= head[-1] <= 0xDB:
        head = head[:-2]
    return len(head.decode("utf-16-le", "surrogatepass"))
