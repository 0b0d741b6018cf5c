"""What an operating system says of a failed access, in German: its own words come in its own language."""

import errno
import os

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
_NO_ANSWER = "das Laufwerk antwortet nicht"
TOO_LONG = "der Pfad ist zu lang für Windows"

LONGEST_PATH = 259
"""UTF-16 code units of a path that Windows takes without its policy for long paths (MAX_PATH without the NUL)."""

# System error codes of Windows. Python knows few of them by a number of errno and counts the rest, those of the network
# among them, as EINVAL, or as those of access.
_OF_WINDOWS = {
    **dict.fromkeys((19,), _REASONS["EROFS"]),  # ERROR_WRITE_PROTECT
    **dict.fromkeys((32, 33, 1224), _REASONS["EBUSY"]),  # sharing and lock violations, a file mapped by another program
    **dict.fromkeys((39, 112), _REASONS["ENOSPC"]),  # ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL
    **dict.fromkeys((1295,), _REASONS["EDQUOT"]),  # ERROR_DISK_QUOTA_EXCEEDED
    **dict.fromkeys((111, 206), TOO_LONG),  # ERROR_BUFFER_OVERFLOW, ERROR_FILENAME_EXCED_RANGE
    **dict.fromkeys((225, 226), "der Virenscanner lässt es nicht zu"),  # ERROR_VIRUS_INFECTED, ERROR_VIRUS_DELETED
    **dict.fromkeys((1260, 4551), "eine Richtlinie Ihres Hauses lässt es nicht zu"),  # by group policy, by WDAC
    # Of a cloud: its provider does not run, cannot bring the file, has no network
    **dict.fromkeys((362, 365, 366, 388, 389, 395, 396, 397, 398, 404), "der abgeglichene Ordner antwortet nicht"),
    # Not ready, CRC, seek, network busy or gone, semaphore timed out, device error, retries at an end, host or net away
    **dict.fromkeys((21, 23, 25, 31, 51, 53, 54, 55, 58, 59, 64, 65, 67, 71, 121, 1117, 1167, 1168), _NO_ANSWER),
    **dict.fromkeys((1203, 1222, 1225, 1231, 1232, 1233, 1234, 1236, 1237, 1240, 1256), _NO_ANSWER),
    **dict.fromkeys((86, 1219, 1326, 1327, 1330, 1331, 1907, 1909), "die Anmeldung am Laufwerk gilt nicht mehr"),
}


def in_german(error: OSError, *, windows: bool = os.name == "nt") -> str:
    """Give the reason for a failed access as a half-sentence; what is not known by name is a drive that fails."""
    known = _OF_WINDOWS.get(getattr(error, "winerror", None) or 0)
    if known is not None:
        return known
    if error.errno == errno.ENOENT and is_too_long(str(error.filename or ""), windows=windows):
        return TOO_LONG  # Windows says of such a path that it is not there
    return _REASONS.get(errno.errorcode.get(error.errno or 0, ""), _NO_ANSWER)


def is_too_long(path: str, *, windows: bool = os.name == "nt") -> bool:
    """Tell whether Windows takes a path only where its policy for long paths is set; elsewhere none is too long."""
    return (
        windows
        and not path.startswith("\\\\?\\")
        and len(path.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST_PATH
    )
