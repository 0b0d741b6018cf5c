"""The few strings of WordprocessingML that every part needs."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
NEWER_NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
"""For what Word has known since 2010, and older programs may pass over."""
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def escape(text: str) -> str:
    """Write the characters so that they can stand between tags or in double quotation marks."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def text_element(text: str) -> str:
    """Write the content of a run; Word has elements of its own for soft and for non-breaking hyphens."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "\u00ad" not in safe and "\u2011" not in safe:
        return f'<w:t xml:space="preserve">{safe}</w:t>'
    whole = f'<w:t xml:space="preserve">{safe}</w:t>'
    end, begin = "</w:t>", '<w:t xml:space="preserve">'
    whole = whole.replace("\u00ad", f"{end}<w:softHyphen/>{begin}").replace("\u2011", f"{end}<w:noBreakHyphen/>{begin}")
    return whole.replace(begin + end, "")


def text_run(text: str, style: str = "") -> str:
    """Write one run, in a character style if named."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f"<w:r>{look}{text_element(text)}</w:r>"


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Write a paragraph; `properties` are what follows `w:pStyle` in `w:pPr`, in schema order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'
