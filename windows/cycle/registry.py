"""What the registry of Windows says, as `reg query` tells it."""

import re

from windows.agreement import Runner

Keys = dict[str, dict[str, str]]
"""The values of each key by their names; the name of a key's own value is ""."""

_OWN = {"(Standard)", "(Default)"}
_VALUE = re.compile(r" {4}(.+?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$")


def read_keys(said: str) -> Keys:
    """Read what `reg query KEY /s` says."""
    keys: Keys = {}
    values: dict[str, str] | None = None
    for line in said.splitlines():
        if line.startswith("HKEY_"):
            values = keys.setdefault(line.strip(), {})
        elif values is not None and (found := _VALUE.match(line)):
            name = "" if found[1] in _OWN else found[1]
            values[name] = found[3] or ""
    return keys


def keys_below(runner: Runner, key: str) -> Keys:
    """Give a key and all below it; nothing where there is no such key."""
    ran = runner.run(["reg", "query", key, "/s"], seconds=30)
    return {} if ran.returncode else read_keys(ran.stdout)


def value_of(keys: Keys, ending: str, name: str = "") -> str | None:
    """Give a value of the key whose path ends so; None where there is none."""
    return next((values.get(name) for key, values in keys.items() if key.lower().endswith(ending.lower())), None)
