"""The command that enters the chroot, with namespaces of its own: nothing inside outlives it or reaches a network."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from windows.wine.recipe import HOME, USER_ID

# The kernel ends every process of the namespace with its first one, which is this shell: no Wine server stays behind.
_FIRST = f"""
mount -t proc proc /proc
mount -t tmpfs -o mode=1777 tmpfs /tmp
[ -z "$RUN" ] || mount --bind "$RUN" {HOME}
[ -z "$AS_USER" ] || set -- setpriv --reuid {USER_ID} --regid {USER_ID} --clear-groups -- "$@"
"$@"
"""

NAMESPACES = ("--mount", "--pid", "--ipc", "--uts", "--fork", "--kill-child")

BASE = {
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "LANG": "C.UTF-8",
    "DEBIAN_FRONTEND": "noninteractive",
}


def entering(
    root: Path,
    command: Sequence[str],
    *,
    run: str = "",
    as_user: bool = False,
    network: bool = False,
    variables: Mapping[str, str] | None = None,
) -> list[str]:
    """Give the command that runs another one in the chroot.

    `run` is the folder, as the chroot sees it, that takes the place of the home of Wine's user. Of the variables out
    here none is handed on.
    """
    said = {**BASE, "RUN": run, "AS_USER": "1" if as_user else "", **(variables or {})}
    settings = [f"{name}={value}" for name, value in said.items()]
    namespaces = [*NAMESPACES, *(() if network else ("--net",))]
    inner = ["chroot", str(root), "/bin/sh", "-c", _FIRST, "sh", *command]
    return ["unshare", *namespaces, "env", "-i", *settings, *inner]
