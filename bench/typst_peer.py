"""What is measured against: Typst, as PDF/UA-1, on a concept in its own markup, with our own fonts.

`python -m bench.typst_peer source FILE.ikonzept FOLDER` writes the markup; `… pdf SOURCE OUT.pdf` sets it.
"""

import sys
from pathlib import Path


def main() -> None:
    """Do what is asked for; only the setting is measured, and it imports nothing of ours."""
    verb, first, second = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    if verb == "source":
        _write(first, second)
        return
    import typst

    fonts = Path(__file__).resolve().parent.parent / "resources" / "fonts"
    compiler = typst.Compiler(str(first), root=str(first.parent), font_paths=[str(fonts)], ignore_system_fonts=True)
    compiler.compile(output=str(second), format="pdf", pdf_standards="ua-1")


def _write(file: Path, folder: Path) -> None:
    from bench.typst_source import write_source
    from ikonzept_desktop.model.store.project_file import open_project
    from ikonzept_desktop.publication.build import build
    from ikonzept_desktop.publication.tree import image_digests

    opened = open_project(file, read_only=True)
    publication = build(opened.project.document)
    images = {digest: opened.store.image(digest) for digest in image_digests(publication)}
    opened.store.leave()
    write_source(publication, images, folder)


if __name__ == "__main__":
    main()
