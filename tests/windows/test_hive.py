"""The registry as Wine keeps it is read, and what a setup leaves in it is found among what Wine writes itself."""

from pathlib import Path

import pytest

from windows.cycle.hive import differences, is_wines, read_hive, registry_of

HIVE = """WINE REGISTRY Version 2
;; All keys relative to REGISTRY\\\\User\\\\S-1-5-21-0-0-0-1000

#arch=win64

[Software\\\\Classes\\\\.ikonzept] 1795827193
#time=1dd7ed07a68d1cc
@="iKonzept.Dokument.1"
"Binary"=hex:74,c5,\\
  35,79

[Software\\\\Empty] 1795827194
#time=1dd7ed07a68d1cd
"""


def test_keys_are_read_with_what_stands_under_them() -> None:
    assert read_hive(HIVE, "HKCU") == {
        r"HKCU\Software\Classes\.ikonzept": '@="iKonzept.Dokument.1"\n"Binary"=hex:74,c5,\\\n  35,79\n',
        r"HKCU\Software\Empty": "",
    }


def test_times_do_not_count() -> None:
    later = HIVE.replace("1795827193", "1795829999").replace("1dd7ed07a68d1cc", "1dd7ed07a6fffff")
    assert list(differences(read_hive(HIVE, "HKCU"), read_hive(later, "HKCU"))) == []


def test_both_halves_of_a_prefix_are_read(tmp_path: Path) -> None:
    (tmp_path / "user.reg").write_text(HIVE, encoding="utf-8")
    (tmp_path / "system.reg").write_text(HIVE.replace("Empty", "Other"), encoding="utf-8")
    assert {r"HKCU\Software\Empty", r"HKLM\Software\Other"} <= registry_of(tmp_path).keys()


def test_what_has_come_gone_and_changed_is_told() -> None:
    before = {r"HKCU\Software\A": "1", r"HKCU\Software\B": "1", r"HKCU\Software\C": "1"}
    after = {r"HKCU\Software\A": "2", r"HKCU\Software\B": "1", r"HKCU\Software\D": ""}
    assert list(differences(before, after)) == [
        r"Changed in the registry: HKCU\Software\A",
        r"Gone in the registry: HKCU\Software\C",
        r"Come in the registry: HKCU\Software\D",
    ]


@pytest.mark.parametrize(
    ("key", "wines"),
    [
        (r"HKCU\Software\Wine\Fonts", True),
        (r"HKCU\Software\Wine", True),
        (r"HKCU\Software\Winery", False),
        (r"HKLM\System\ControlSet001\Enum", True),
        (r"HKLM\Software\Classes\.ikonzept", False),
        (r"HKCU\Software\Classes\.ikonzept", False),
    ],
)
def test_wines_own_house_does_not_count(key: str, wines: bool) -> None:
    assert is_wines(key) is wines


def test_a_key_that_every_windows_has_may_come_empty_and_not_otherwise() -> None:
    key = r"HKCU\Software\Classes"
    assert list(differences({}, {key: ""})) == []
    assert list(differences({}, {key: '@="x"\n'})) == [f"Come in the registry: {key}"]
