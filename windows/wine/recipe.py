"""What the Debian with Wine holds; the chroot of another recipe is another folder."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Recipe:
    """A Debian, its packages, and what is done in it once."""

    suite: str
    packages: tuple[str, ...]
    """Debian's names; those of the other architecture end with ":i386"."""
    settling: str
    """A shell script run as root in the chroot when the packages are there."""
    first_start: str
    """A shell script run in the chroot as Wine's user: makes the prefix that every run begins with."""

    @property
    def name(self) -> str:
        """Give the name of its folder, told by everything it says."""
        said = "\0".join([self.suite, *self.packages, self.settling, self.first_start])
        return f"wine-{self.suite}-{hashlib.sha256(said.encode()).hexdigest()[:12]}"


USER = "Jörg Prüfer"
"""Windows' user, and with it the profile's folder: paths with umlauts and spaces are the rule in offices."""
USER_ID = 1000
HOME = "/home/pruefer"
PREFIX = f"{HOME}/prefix"
"""The prefix of the chroot, as the chroot sees it; a run has a clone of it in the same place."""

RECIPE = Recipe(
    suite="trixie",
    packages=("locales", "tzdata", "wine", "wine64", "wine32:i386", "xauth", "xvfb"),
    settling=f"""
set -e
localedef -i de_DE -f UTF-8 de_DE.UTF-8
ln -sf /usr/share/zoneinfo/Europe/Berlin /etc/localtime
echo '{USER}:x:{USER_ID}:{USER_ID}::{HOME}:/bin/sh' >> /etc/passwd
mkdir -p {HOME}
chown {USER_ID}:{USER_ID} {HOME}
apt-get clean
rm -rf /usr/share/doc /usr/share/man
""",
    # The folders of the profile are Wine's links into the home of Unix; here they shall be folders, as on Windows.
    first_start=f"""
set -e
wineboot --init
winecfg -v win10
wineserver --wait
cd {PREFIX}/drive_c/users/*/
find . -type l | while read -r link; do rm "$link"; mkdir "$link"; done
""",
)
