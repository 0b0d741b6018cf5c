"""Whether a project file lies on a disk of this machine, where a database may be written and read in its place."""

from pathlib import Path

from ikonzept_desktop.grounds import Ground, ground_of, is_remote
from ikonzept_desktop.paths import user_folders


def working_folder() -> Path:
    """Give the folder that holds every working copy of this user."""
    return user_folders().data / "arbeitskopien"


def lies_elsewhere(path: Path) -> bool:
    """Tell whether a file (its absolute path) is to be worked with in a copy: on a share, or where it is synchronised.

    Where the user's own folders lie on a share, too, a copy there would be no better.
    """
    return ground_of(path) is not Ground.OWN and not is_remote(user_folders().data)
