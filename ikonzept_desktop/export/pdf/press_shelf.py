"""The printer profiles one can choose from: those that travel with the program, and those that shops have given."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ikonzept_desktop import atomic_file
from ikonzept_desktop.export.pdf.press_profiles import (
    FOLDER,
    ProfileError,
    bundled_profiles,
    profile_of,
    read_bounded,
)
from ikonzept_desktop.export.press import PressProfile
from ikonzept_desktop.paths import safe_file_name, user_folders
from ikonzept_desktop.values import dataclass

MOST_OWN = 50
_SUFFIX = ".icc"


def own_folder() -> Path:
    """Give the folder that keeps shops' profiles; it need not exist."""
    return user_folders().data / "press"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The profiles of two folders."""

    own: Path
    """Where shops' profiles are kept."""
    bundled: Path = FOLDER

    def profiles(self) -> tuple[PressProfile, ...]:
        """Give all of them, the bundled ones first; a damaged one that was added is passed over."""
        return (*bundled_profiles(self.bundled), *self._added())

    def add(self, path: Path) -> PressProfile:
        """Keep a shop's ICC profile and give it; raises ProfileError for one we cannot use, OSError for the disk's.

        One of the same name takes the place of the older one, as a shop's newer profile does.
        """
        data = read_bounded(path)
        added = profile_of(data, path.stem)
        taken = {profile.key for profile in bundled_profiles(self.bundled)}
        name = f"{path.stem} (Druckerei)" if path.stem in taken else path.stem
        self.own.mkdir(parents=True, exist_ok=True)
        kept = self.own / safe_file_name(name, _SUFFIX, "Druckprofil")
        atomic_file.write_bytes(kept, data)
        return replace(added, key=kept.stem)

    def is_own(self, profile: PressProfile) -> bool:
        """Tell whether a profile was added."""
        return self._kept(profile).is_file()

    def remove(self, profile: PressProfile) -> None:
        """Let a profile that was added go; a bundled one stays. Raises OSError for the disk's."""
        self._kept(profile).unlink(missing_ok=True)

    def _kept(self, profile: PressProfile) -> Path:
        return self.own / f"{profile.key}{_SUFFIX}"

    def _added(self) -> Iterator[PressProfile]:
        if not self.own.is_dir():
            return
        for path in sorted(self.own.glob(f"*{_SUFFIX}"))[:MOST_OWN]:
            try:
                yield replace(profile_of(read_bounded(path), path.stem), key=path.stem)
            except (ProfileError, OSError):
                continue


def shelf() -> Shelf:
    """Give the user's shelf."""
    return Shelf(own_folder())
