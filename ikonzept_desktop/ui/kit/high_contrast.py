"""Whether Windows shows its high-contrast colours (SPI_GETHIGHCONTRAST; Qt 6.9 does not tell)."""

import ctypes

_SPI_GETHIGHCONTRAST = 0x0042
_HCF_HIGHCONTRASTON = 0x1


class _HighContrast(ctypes.Structure):
    """HIGHCONTRASTW of winuser.h."""

    _fields_ = (("size", ctypes.c_uint), ("flags", ctypes.c_uint), ("scheme", ctypes.c_wchar_p))


def is_on() -> bool:
    """Ask Windows; elsewhere there is nothing to ask."""
    windll = getattr(ctypes, "windll", None)
    if windll is None:
        return False
    answer = _HighContrast(ctypes.sizeof(_HighContrast), 0, None)
    asked = windll.user32.SystemParametersInfoW(_SPI_GETHIGHCONTRAST, answer.size, ctypes.byref(answer), 0)
    return bool(asked and answer.flags & _HCF_HIGHCONTRASTON)
