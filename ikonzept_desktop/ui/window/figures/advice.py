"""What could be better in an alternative text; a hint, never a must."""

import re

LONG = 300
"""Characters above which a description belongs into the text."""
_SAID_ANYWAY = re.compile(r"^(?:ein |das |die )?(?:bild|foto|abbildung|grafik|photo|image)\b", re.IGNORECASE)
_FILE_NAME = re.compile(r"^\S+\.(?:png|jpe?g|tiff?|svg|webp|gif|bmp)$|^(?:img|dsc|scan|pict)[-_ ]?\d+$", re.IGNORECASE)


def advice(alternative_text: str, caption: str = "") -> str:
    """Give one sentence on what could be better; nothing where nothing is known."""
    text = " ".join(alternative_text.split())
    if not text:
        return ""
    if _FILE_NAME.match(text):
        return "Das ist ein Dateiname. Was ist auf dem Bild zu sehen?"
    if text.casefold() == " ".join(caption.split()).casefold():
        return "Der Alternativtext wiederholt die Bildunterschrift. Sagen Sie, was darüber hinaus zu sehen ist."
    if _SAID_ANYWAY.match(text):
        return "Dass es ein Bild ist, sagt die Vorlesehilfe selbst. Beginnen Sie mit dem, was zu sehen ist."
    if len(text) > LONG:
        return f"Das sind {len(text)} Zeichen. Was mehr als zwei Sätze braucht, steht besser im Text."
    return ""
