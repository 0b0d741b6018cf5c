"""A Markdown text as a manuscript: CommonMark with tables, footnotes and front matter, through the reader of HTML.

Nothing it names is opened: of images stays what describes them.
"""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ikonzept_desktop.importing.manuscript import Manuscript, Told
from ikonzept_desktop.importing.refusals import ImportRefused, too_large
from ikonzept_desktop.importing.text.decoding import Decoded
from ikonzept_desktop.importing.text.reading import letters_of, text_manuscript, told_of_letters
from ikonzept_desktop.importing.web.front_matter import Front, without_front
from ikonzept_desktop.importing.web.markdown_notes import Environment, as_bodies, know_notes, numbered, without_bodies
from ikonzept_desktop.importing.web.pages import page_manuscript
from ikonzept_desktop.model.ids import IdSource, new_id

LARGEST_MARKDOWN = 2 * 1024 * 1024
"""Bytes: several hundred pages."""
MOST_SIGNS, MOST_LINES = 80_000, 60_000
"""Of a text that is parsed; one with more of them has been made to take long, or is none in Markdown."""
_SIGNS = "*_[]`<>&!|~\\"
_NO_BOUND = 100_000
"""Levels: the parser leaves out what lies deeper than its own; ours ends with an error, and all is read as text."""


def read_markdown(data: bytes, name: str, ids: IdSource = new_id) -> Manuscript:
    """Read the bytes of a Markdown file; one that is too deep is read as plain text. Raises ImportRefused."""
    if len(data) > LARGEST_MARKDOWN:
        raise too_large(name, LARGEST_MARKDOWN)
    letters = letters_of(data, name)
    if not _can_be_parsed(letters.text):
        return _as_text(letters, name, ids)
    try:
        return _read(letters, name, ids)
    except (RecursionError, ImportRefused):
        return _as_text(letters, name, ids)


def _can_be_parsed(text: str) -> bool:
    return sum(map(text.count, _SIGNS)) <= MOST_SIGNS and text.count("\n") <= MOST_LINES


def _as_text(letters: Decoded, name: str, ids: IdSource) -> Manuscript:
    plain = text_manuscript(letters, name, ids)
    return Manuscript(name, plain.pieces, told=(Told("markdown_as_text"), *plain.told))


def _read(letters: Decoded, name: str, ids: IdSource) -> Manuscript:
    front = without_front(letters.text)
    parser = _parser()
    noted = without_bodies(front.body)
    env = numbered(noted.bodies)
    tokens = parser.parse(noted.text, env)
    page = parser.renderer.render(tokens, parser.options, env)
    # What a note says is no place for further notes; their marks stay as they are typed.
    said = {key: parser.render(body, numbered({})) for key, body in noted.bodies.items()}
    page += as_bodies(said, env["marks"])
    page += "".join(f"<div hidden>{body}</div>" for key, body in said.items() if key not in env["marks"])
    told = (*told_of_letters(letters), *_told_of(front), *_told_of_links(tokens, env))
    return page_manuscript(page, name, title=front.title, told=told, ids=ids)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _NO_BOUND})
    parser.enable(["table", "strikethrough"])
    know_notes(parser)
    return parser


def _told_of(front: Front) -> Iterator[Told]:
    return (Told("front_matter", text=line) for line in front.others)


def _told_of_links(tokens: list[Token], env: Environment) -> Iterator[Told]:
    """Tell of titles of links, which are shown on no page, and of addresses that no link leads to."""
    used: set[str] = set()
    for token in _all(tokens):
        address = str(token.attrs.get("href") or token.attrs.get("src") or "")
        used.add(address)
        if title := str(token.attrs.get("title") or ""):
            yield Told("link_title", text=title, about=address)
    for label, reference in env.get("references", {}).items():
        if reference["href"] not in used:
            yield Told("link_unused", text=f"{label} {reference['title']}".strip(), about=reference["href"])


def _all(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()
