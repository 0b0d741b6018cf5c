"""The older payload of a trial is another one than the new, and the new one stays as it is."""

from pathlib import Path

from windows.older import BESIDE, GONE, lay_down_older
from windows.payload import files_of_tree


def test_an_older_payload_says_its_version_and_has_what_is_gone(tmp_path: Path) -> None:
    payload, older = tmp_path / "payload", tmp_path / "older"
    about = payload / "app" / "ikonzept_desktop-1.2.3.dist-info" / "METADATA"
    about.parent.mkdir(parents=True)
    about.write_text("Metadata-Version: 2.4\nName: ikonzept-desktop\nVersion: 1.2.3\n", encoding="utf-8")
    before = files_of_tree(payload)
    (older / "of another trial").mkdir(parents=True)
    lay_down_older(payload, older, "0.0.1")
    assert files_of_tree(payload) == before
    metadata = "app/ikonzept_desktop-0.0.1.dist-info/METADATA"
    assert files_of_tree(older) == sorted([*GONE, BESIDE, metadata])
    assert (older / metadata).read_text(encoding="utf-8").splitlines()[::2] == [
        "Metadata-Version: 2.4",
        "Version: 0.0.1",
    ]
    assert not (older / "of another trial").exists()
