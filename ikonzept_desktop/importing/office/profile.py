"""A profile of LibreOffice for one document: no macros, no links looked up, no way to the network.

The names are those of its configuration schema (officecfg/registry/schema); what a version does not know it passes by.
"""

from pathlib import Path
from xml.sax.saxutils import escape

_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_INTERNET = "/org.openoffice.Inet/Settings"
_SETTINGS: dict[str, dict[str, str | int | bool]] = {
    _SCRIPTING: {
        "MacroSecurityLevel": 3,
        "DisableMacrosExecution": True,
        "DisableActiveContent": True,
        "CheckDocumentEvents": True,
        "BlockUntrustedRefererLinks": True,
    },
    # 0: links are never brought up to date
    "/org.openoffice.Office.Writer/Content/Update": {"Link": 0},
    "/org.openoffice.Office.Calc/Content/Update": {"Link": 0},
    # 2: a proxy that is named; nothing listens there
    _INTERNET: {
        "ooInetProxyType": 2,
        "ooInetHTTPProxyName": "127.0.0.1",
        "ooInetHTTPProxyPort": 9,
        "ooInetHTTPSProxyName": "127.0.0.1",
        "ooInetHTTPSProxyPort": 9,
        "ooInetFTPProxyName": "127.0.0.1",
        "ooInetFTPProxyPort": 9,
        "ooInetNoProxy": "",
    },
    "/org.openoffice.Office.Common/Misc": {"FirstRun": False, "CrashReport": False, "CollectUsageInformation": False},
}
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
)


def write_profile(folder: Path) -> None:
    """Write a profile into a folder that is not there yet."""
    user = folder / "user"
    user.mkdir(parents=True)
    items = "".join(_item(path, name, value) for path, group in _SETTINGS.items() for name, value in group.items())
    (user / "registrymodifications.xcu").write_text(f"{_HEAD}{items}</oor:items>\n", encoding="utf-8")


def _item(path: str, name: str, value: str | int | bool) -> str:
    shown = str(value).lower() if isinstance(value, bool) else escape(str(value))
    said = f'<prop oor:name="{name}" oor:op="fuse"><value>{shown}</value></prop>'
    return f'<item oor:path="{path}">{said}</item>\n'
