"""Answers to comments that only their words tell of: LibreOffice before 7.6 writes them as comments of their own.

Such a comment stands where the one it answers ends, about no words, and begins with a line in the language of the
program: `Reply to NAME (DATE, TIME): "…"`.
"""

import re
from collections.abc import Sequence

from ikonzept_desktop.reading.word.content import Comment


def answered(comment: Comment, text: str, before: Sequence[Comment]) -> str:
    """Give the id of the comment that one with this text answers, of those before it; nothing where it answers none."""
    if comment.start is None or comment.start != comment.end:
        return ""
    for each in reversed(before):
        if each.end == comment.start and re.match(rf"\D{{1,40}}\b{re.escape(each.author)} \([^)]*\d\): ", text):
            return each.id
    return ""
