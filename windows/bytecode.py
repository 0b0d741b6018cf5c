"""Python's sources compiled beforehand, by the payload's own CPython: the first start is as quick as every other.

Only the bytecode comes along, others' and ours: a report of an error names file and line all the same.
"""

from pathlib import Path

from windows.agreement import Runner
from windows.payload import PayloadError

AT = r"C:\build\payload"
"""Where the payload lies while Windows programs work on it."""
_SECONDS = 300.0


def compile_all(runner: Runner, payload: Path) -> str:
    """Compile all sources of a payload in its place and say how many; raises PayloadError and TimeoutExpired."""
    runner.send(payload, AT)
    for folder in (r"python\Lib", "app"):
        _compile(runner, folder)
    runner.fetch(AT, payload)
    return drop_sources(payload)


def drop_sources(payload: Path) -> str:
    """Remove the sources that bytecode stands for, and say how many; raises PayloadError for one that has none."""
    sources = [*(payload / "python" / "Lib").rglob("*.py"), *(payload / "app").rglob("*.py")]
    bare = [source for source in sources if not source.with_suffix(".pyc").exists()]
    if bare:
        raise PayloadError(f"{len(bare)} sources were not compiled, {bare[0].relative_to(payload)} among them.")
    for source in sources:
        source.unlink()
    return f"{len(sources)} sources became bytecode"


def _compile(runner: Runner, folder: str) -> None:
    """Have one folder compiled; what is compiled is believed without a look at the sources' times."""
    # -B: what this Python itself loads is not to leave a second copy beside what it compiles.
    compileall = ["-B", "-m", "compileall", "-q", "-b", "--invalidation-mode", "unchecked-hash", "-s", AT]
    ran = runner.run([rf"{AT}\python\python.exe", *compileall, rf"{AT}\{folder}"], seconds=_SECONDS)
    if ran.returncode:
        raise PayloadError(f"The sources in {folder} could not be compiled:\n{ran.stdout[-2000:]}")
