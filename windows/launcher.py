"""ikonzept.exe: compiled for Windows with its icon and its version, by the C compiler that comes with ziglang."""

import re
import shutil
import subprocess
from pathlib import Path

from windows.steps import Missing

SOURCES = Path(__file__).with_name("launch")
ICON = Path(__file__).parents[1] / "resources" / "icons" / "app.ico"

_LIBRARIES = ("-ladvapi32", "-lkernel32", "-luser32", "-lshell32")
_FLAGS = (
    *("-target", "x86_64-windows-gnu", "-std=c11", "-Os", "-s", "-Wall", "-Wextra", "-Werror"),
    *("-ffreestanding", "-fno-stack-protector", "-nostdlib", "-Wl,--subsystem,windows", "-Wl,-e,launch"),
)


def version_numbers(version: str) -> str:
    """Give a version as Windows wants it in a program's resource, for instance "1.2.3" -> "1,2,3,0"; raises Missing."""
    if not re.fullmatch(r"\d{1,4}\.\d{1,4}\.\d{1,4}", version):
        raise Missing(f"Windows knows no version {version}: pyproject.toml has to say three numbers.")
    return ",".join([*version.split("."), "0"])


def compile_launcher(tools: Path, version: str, folder: Path) -> Path:
    """Compile the launcher in a folder of its own and give its path; `tools` is a Python that has ziglang.

    Raises Missing and CalledProcessError.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SOURCES, folder)
    shutil.copyfile(ICON, folder / ICON.name)
    script = (folder / "app.rc").read_text(encoding="utf-8")
    script = script.replace("@NUMBERS@", version_numbers(version)).replace("@VERSION@", version)
    (folder / "app.rc").write_text(script, encoding="utf-8")
    zig = [str(tools), "-m", "ziglang"]
    subprocess.run([*zig, "rc", "/c", "65001", "/fo", "app.res", "app.rc"], check=True, cwd=folder)
    headers = f"-isystem{_headers(tools)}"  # a freestanding program's are not looked for
    command = [*zig, "cc", *_FLAGS, headers, "-o", "ikonzept.exe", "launch.c", "app.res", *_LIBRARIES]
    subprocess.run(command, check=True, cwd=folder)
    return folder / "ikonzept.exe"


def _headers(tools: Path) -> Path:
    asked = [str(tools), "-c", "import ziglang; print(ziglang.__file__)"]
    found = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    return Path(found).with_name("lib") / "libc" / "include" / "any-windows-any"
