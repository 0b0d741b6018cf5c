"""A colleague at a Word file: changes tracked and untracked, and a comment, written as Word writes them."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

AUTHOR, WHEN = "Kreisjugendamt", "2015-03-06T10:12:00Z"
ADDED, STRUCK, UNTRACKED = "auch künftig ", 4, "Unverändert bleibt: "
"""What stands in front of every third paragraph, how many words of the next are struck out, what stands untracked."""
COMMENT = "Wer lädt zur Runde ein?"
_OPEN = re.compile(r"<w:permStart.*?<w:permEnd", re.DOTALL)
_RUN = re.compile(r'(<w:bookmarkStart [^>]*w:name="_ik_\w+"/>)<w:r><w:t xml:space="preserve">([^<]{60,})</w:t></w:r>')
_BY = f'w:author="{AUTHOR}" w:date="{WHEN}"'


def work_on(file: Path, many: int) -> int:
    """Change the first paragraphs that may be changed, `many` at most; gives how many were, one of them untracked."""
    parts = _parts(file)
    document = parts["word/document.xml"].decode()
    done = 0

    def change(found: re.Match[str]) -> str:
        nonlocal done
        if done == many:
            return found[0]
        done += 1
        return found[1] + _changed(found[2], done)

    parts["word/document.xml"] = _OPEN.sub(lambda part: _RUN.sub(change, part[0]), document).encode()
    _add_comment_part(parts)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return done


def _parts(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(file.read_bytes())) as package:
        return {name: package.read(name) for name in package.namelist()}


def _changed(text: str, number: int) -> str:
    """Give the runs of a paragraph after the number-th change."""
    if number == 1:
        anchor = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
        return f'{anchor[0]}{_run(UNTRACKED + text)}{anchor[1]}<w:r><w:commentReference w:id="0"/></w:r>'
    head, tail = text.split(" ", 1)
    if number % 3:
        words = tail.split(" ")
        struck, rest = " ".join(words[:STRUCK]) + " ", " ".join(words[STRUCK:])
        gone = f'<w:r><w:delText xml:space="preserve">{struck}</w:delText></w:r>'
        return f'{_run(head + " ")}<w:del w:id="{9000 + number}" {_BY}>{gone}</w:del>{_run(rest)}'
    return f'{_run(head + " ")}<w:ins w:id="{9000 + number}" {_BY}>{_run(ADDED)}</w:ins>{_run(tail)}'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _add_comment_part(parts: dict[str, bytes]) -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    said = f'<w:comment w:id="0" {_BY} w:initials="KJ"><w:p>{_run(COMMENT)}</w:p></w:comment>'
    parts["word/comments.xml"] = f'<w:comments xmlns:w="{space}">{said}</w:comments>'.encode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    names = "word/_rels/document.xml.rels", "[Content_Types].xml"
    link = f'<Relationship Id="rIdComments" Type="{kind}" Target="comments.xml"/></Relationships>'
    type = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    entry = f'<Override PartName="/word/comments.xml" ContentType="{type}"/></Types>'
    for name, new in zip(names, (link, entry), strict=True):
        end = new[new.index("</") :]
        parts[name] = parts[name].decode().replace(end, new).encode()
