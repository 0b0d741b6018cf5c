"""Size and panes of a window, as one line of text the settings can keep."""

import base64
import binascii
import json
from typing import Self

from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """What a window looks like from outside."""

    geometry: bytes
    """As Qt gives it."""
    panes: list[int]

    def written(self) -> str:
        """Give it as a line of JSON."""
        return json.dumps({"geometry": base64.b64encode(self.geometry).decode("ascii"), "panes": self.panes})

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Read what `written` gave; None for anything else, for the settings may have been edited by hand."""
        try:
            found = json.loads(text)
            geometry = base64.b64decode(found["geometry"], validate=True)
            panes = [int(width) for width in found["panes"]]
        except (ValueError, KeyError, TypeError, binascii.Error):
            return None
        return cls(geometry, panes)
