"""Holds a bill of materials against CycloneDX's own schema; run by the Python of the tools, with the file's path."""

import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator


def main(file: str) -> int:
    """Say what is wrong with a file and give the exit status."""
    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(Path(file).read_text(encoding="utf-8"))
    if error is None:
        return 0
    print(error)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
