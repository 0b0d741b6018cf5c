"""What an operating system says of a failed access, in German: its own words come in its own language."""

import errno

_REASONS = {
    "ENOENT": "der Ordner oder die Datei fehlt",
    "ENOTDIR": "ein Teil des Pfades ist kein Ordner",
    "EISDIR": "unter diesem Namen steht ein Ordner",
    "EEXIST": "unter diesem Namen steht schon etwas",
    "EACCES": "der Zugriff ist nicht erlaubt",
    "EPERM": "der Zugriff ist nicht erlaubt",
    "EROFS": "das Laufwerk ist schreibgeschützt",
    "ENOSPC": "auf dem Laufwerk ist kein Platz mehr",
    "EDQUOT": "das Kontingent auf dem Laufwerk ist aufgebraucht",
    "EFBIG": "die Datei würde zu groß für das Laufwerk",
    "ENAMETOOLONG": "der Name ist zu lang",
    "EINVAL": "der Name ist hier nicht möglich",
    "ELOOP": "die Verknüpfung führt im Kreis",
    "EBUSY": "ein anderes Programm hält sie fest",
    "ETXTBSY": "ein anderes Programm hält sie fest",
    "EMFILE": "es sind zu viele Dateien zugleich offen",
    "ENFILE": "es sind zu viele Dateien zugleich offen",
}
_HELD = (32, 33)
"""ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows, which Python counts among those of access."""
_NO_ANSWER = "das Laufwerk antwortet nicht"


def in_german(error: OSError) -> str:
    """Give the reason for a failed access as a half-sentence; what is not known by name is a drive that fails."""
    if getattr(error, "winerror", None) in _HELD:
        return _REASONS["EBUSY"]
    return _REASONS.get(errno.errorcode.get(error.errno or 0, ""), _NO_ANSWER)
