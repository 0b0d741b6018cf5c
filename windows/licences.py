"""Lizenzen.txt: what comes along, under which licence, and the text of each, once however many stand under it."""

from collections.abc import Sequence

from windows.components import Component, Text

WIDTH = 78

HEAD = """\
iKonzept Desktop {version} – Lizenzen

Das Programm steht unter der European Union Public Licence 1.2 (EUPL-1.2). Mit
ihm kommen Programme, Bibliotheken, Schriften und Daten anderer, jedes unter
seiner eigenen Lizenz. Zuerst stehen sie in einer Liste, danach die Texte
aller Lizenzen.

PySide6 und Qt stehen unter der GNU Lesser General Public License 3. Sie
liegen unverändert als eigene Dateien in den Ordnern „PySide6“ und
„shiboken6“ unter „python\\Lib\\site-packages“ und dürfen durch andere, auch
selbst veränderte Fassungen ersetzt werden. Wo eine Lizenz verlangt, dass der
Quelltext zu haben ist, steht in der Liste, wo er liegt. Die Stückliste
„iKonzept.cdx.json“ nennt jede Fassung genau.
"""


def page(version: str, own: Text, components: Sequence[Component]) -> str:
    """Give the whole page, our own licence first, its lines ended as every editor of Windows takes them."""
    lines = [HEAD.format(version=version), _rule("Was mitkommt")]
    lines += [line for each in sorted(components, key=_by_title) for line in _entry(each)]
    lines += ["", _rule("Die Texte der Lizenzen"), *_text([f"iKonzept Desktop: {own.name}"], _plain(own))]
    for content, owners in _texts(components).items():
        lines += ["", *_text(owners, content)]
    return "\r\n".join("\n".join(lines).splitlines()) + "\r\n"


def _entry(each: Component) -> list[str]:
    name = f"{each.title} {each.source.version}".strip()
    parts = [f"{part.name} {part.version}".strip() + f": {part.licence}" for part in each.parts]
    addresses = [f"    Quelltext: {address}" for address in each.addresses]
    return [f"- {name}: {each.licence}", *(f"    darin {part}" for part in parts), *addresses]


def _text(owners: list[str], content: str) -> list[str]:
    return ["=" * WIDTH, *owners, "=" * WIDTH, "", content]


def _texts(components: Sequence[Component]) -> dict[str, list[str]]:
    """Give each text with those who stand under it, as it first comes; spaces and ends of lines make no difference."""
    contents: dict[str, str] = {}
    owners: dict[str, list[str]] = {}
    for each in sorted(components, key=_by_title):
        for text in each.texts:
            key = " ".join(text.content.split())
            contents.setdefault(key, _plain(text))
            owner = f"{each.title}: {text.name}"
            if owner not in owners.setdefault(key, []):
                owners[key].append(owner)
    return {content: owners[key] for key, content in contents.items()}


def _plain(text: Text) -> str:
    lines = text.content.replace("\r\n", "\n").replace("\f", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _rule(heading: str) -> str:
    return f"{heading}\n{'-' * len(heading)}\n"


def _by_title(component: Component) -> str:
    return component.title.casefold()
