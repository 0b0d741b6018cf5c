"""`python -m bench`: measures everything and prints one table; `python -m bench window` or another name a part."""

import platform
import random
import sys
import tempfile
from pathlib import Path

from bench import editor, importing, out, pdf, preview, window, word
from bench.figures import table

_PARTS = {
    "window": window.measure,
    "editor": editor.measure,
    "hour": editor.an_hour,
    "out": out.measure,
    "pdf": pdf.measure,
    "preview": preview.measure,
    "word": word.measure,
    "import": importing.measure,
}


def main() -> int:
    """Measure what was asked for; the exit status is 0 whatever the figures say, for a bench is no test."""
    asked = sys.argv[1:] or list(_PARTS)
    seed = random.SystemRandom().randrange(1_000_000)
    print(f"{platform.platform()}, Python {platform.python_version()}, seed {seed}", flush=True)
    figures = []
    with tempfile.TemporaryDirectory(prefix="ikonzept-bench-") as folder:
        for name, measure in _PARTS.items():
            if name in asked:
                figures += measure(Path(folder), seed)
    print(table(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
