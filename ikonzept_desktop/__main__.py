"""`python -m ikonzept_desktop`: the same as the command `ikonzept-desktop`."""

import io
import sys


def main() -> int:
    """Do what the command line asks for; whoever breaks it off while it still loads is told as later on."""
    try:
        from ikonzept_desktop import cli

        return cli.main()
    except KeyboardInterrupt:
        if isinstance(sys.stderr, io.TextIOWrapper):
            sys.stderr.reconfigure(encoding="utf-8")  # as later on; Windows would have it in that of the console
        print("Abgebrochen. Was schon da war, ist unverändert.", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
