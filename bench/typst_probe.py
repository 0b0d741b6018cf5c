"""Sets a text with Typst as PDF/UA-1: `python -m bench.typst_probe TEXT OUT`; the process is what is timed."""

import sys

import typst

from ikonzept_desktop.paths import resource


def main() -> None:
    """Set it."""
    text, out = sys.argv[1:]
    fonts = [str(resource("fonts"))]
    typst.compile(text, output=out, font_paths=fonts, ignore_system_fonts=True, pdf_standards=["ua-1"])


if __name__ == "__main__":
    main()
