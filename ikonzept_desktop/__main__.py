"""`python -m ikonzept_desktop`: the same as the command `ikonzept-desktop`."""

import io
import sys
import traceback

NOT_LOADED = 70
"""Exit status where a part of the program could not be loaded; Windows' launcher tells it in a box."""


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
    except ImportError as error:
        _note(error)
        return NOT_LOADED


def _note(error: ImportError) -> None:
    """Say which part could not be loaded, there and, where there is no console, in the log."""
    from ikonzept_desktop import logbook
    from ikonzept_desktop.paths import user_folders

    traceback.print_exception(error)
    logbook.begin(user_folders().state).note(f"Nicht gestartet: {error.name}: {error}")


if __name__ == "__main__":
    sys.exit(main())
