"""How long a key takes in a table of a thousand rows, and how long its panel takes to open."""

from pathlib import Path

from bench.figures import Figure, absolute
from bench.processes import answer, python, run

PAGES = 30


def key_in_table(folder: Path, seed: int) -> list[Figure]:
    """Measure a table of a thousand rows and five columns, three of them totalled."""
    file = folder / f"table-{seed}.ikonzept"
    run(python("ikonzept_desktop", "example", str(file), "--pages", str(PAGES), "--seed", str(seed)))
    opened, key = map(float, answer(python("bench.table_probe", str(file), str(seed))).split())
    return [
        absolute("panel of 1,000 rows opened again", opened, 100.0, "ms"),
        absolute("key in a table of 1,000 rows, p99", key, 8.0, "ms"),
    ]
