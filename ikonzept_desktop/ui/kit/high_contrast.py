"""Whether Windows shows its high-contrast colours (SPI_GETHIGHCONTRAST; Qt 6.9 does not tell)."""

import os

_SPI_GETHIGHCONTRAST = 0x0042
_HCF_HIGHCONTRASTON = 0x1


def is_on() -> bool:
    """Ask Windows; elsewhere there is nothing to ask."""
    return os.name == "nt" and asked_of_windows()


def asked_of_windows() -> bool:
    """Give what Windows answers."""
    import ctypes  # takes a while, and only Windows needs it

    class HighContrast(ctypes.Structure):
        """HIGHCONTRASTW of winuser.h."""

        _fields_ = (("size", ctypes.c_uint), ("flags", ctypes.c_uint), ("scheme", ctypes.c_wchar_p))

    windll = getattr(ctypes, "windll")  # noqa: B009  # which mypy knows on Windows alone
    answer = HighContrast(ctypes.sizeof(HighContrast), 0, None)
    asked = windll.user32.SystemParametersInfoW(_SPI_GETHIGHCONTRAST, answer.size, ctypes.byref(answer), 0)
    return bool(asked and answer.flags & _HCF_HIGHCONTRASTON)
