"""Writes a concept in Typst's markup: `python -m bench.typst_source FILE FOLDER`."""

import sys
from pathlib import Path

from bench.typst_text import TypstText
from ikonzept_desktop.model.store.project_file import open_project
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.tree import image_digests


def main() -> None:
    """Write it, with its images beside it."""
    file, folder = map(Path, sys.argv[1:])
    folder.mkdir()
    opened = open_project(file)
    try:
        publication = build(opened.project.document)
        images = {digest: opened.store.image(digest) for digest in image_digests(publication)}
    finally:
        opened.store.leave()
    TypstText(publication, images, folder).write()


if __name__ == "__main__":
    main()
