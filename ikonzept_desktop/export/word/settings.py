"""The parts that say little: settings and the table of fonts."""

from ikonzept_desktop.export.word.styles import FONT
from ikonzept_desktop.export.word.xml import NAMESPACES


def settings_xml(language: str, protection: str = "") -> str:
    """Write the settings, their children in the order of ECMA-376 Part 1, 17.15.1.78.

    Fields are not renewed on opening: Word would ask every reader a question about „other files“ first. Changes are
    tracked from the first one on; `protection` is `trackedChanges`, so that this stays so, `readOnly`, or nothing.
    """
    shut = f'<w:documentProtection w:edit="{protection}" w:enforcement="1"/>' if protection else ""
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:trackRevisions/>{shut}<w:defaultTabStop w:val="709"/>'
        '<w:hyphenationZone w:val="425"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        f'w:val="15"/></w:compat><w:themeFontLang w:val="{language}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def fonts_xml() -> str:
    """Write the table of fonts: what to take where Calibri is not installed (Carlito has its widths)."""
    return (
        f'<w:fonts {NAMESPACES}><w:font w:name="{FONT}"><w:altName w:val="Carlito"/>'
        '<w:panose1 w:val="020F0502020204030204"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        '<w:font w:name="Arial"><w:altName w:val="Liberation Sans"/><w:panose1 w:val="020B0604020202020204"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )
