"""Work in a child process gives its result or says what became of it, and never takes the parent along."""

import errno
import gc
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from ikonzept_desktop.jobs import (
    Job,
    JobCancelled,
    JobDied,
    JobFailed,
    JobOutOfMemory,
    JobTimedOut,
    Progress,
    Worker,
)
from ikonzept_desktop.paths import TOP
from tests.jobs import errands

PATIENCE = 30.0
"""Seconds after which a test gives up waiting."""


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker() as worker:
        yield worker


def started(job: Job[None], sign: Path) -> int:
    """Wait until a hanging job has begun; give its process number."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if sign.exists() and (text := sign.read_text(encoding="utf-8")):
            return int(text)
        time.sleep(0.01)
    pytest.fail("the job did not begin")


def wait_gone(process: int) -> None:
    end = time.monotonic() + PATIENCE
    while psutil.pid_exists(process):
        assert time.monotonic() < end, "the child is still there"
        time.sleep(0.01)


def test_values_go_in_and_a_value_comes_out(worker: Worker) -> None:
    assert worker.start(errands.add, 2, other=3).result(PATIENCE) == 5


def test_the_child_stays_warm_for_the_next_job(worker: Worker) -> None:
    first = worker.start(errands.process_number).result(PATIENCE)
    assert first != os.getpid()
    assert worker.start(errands.process_number).result(PATIENCE) == first


def test_jobs_started_together_run_one_after_another(worker: Worker) -> None:
    jobs = [worker.start(errands.add, number, 1) for number in range(5)]
    assert [job.result(PATIENCE) for job in jobs] == [1, 2, 3, 4, 5]


def test_modules_named_ahead_are_there_before_the_first_job() -> None:
    with Worker(preload=["wave"]) as worker:
        worker.warm()
        assert worker.start(errands.loaded, "wave").result(PATIENCE)
    with Worker() as worker:
        assert not worker.start(errands.loaded, "wave").result(PATIENCE)


def test_the_child_does_not_load_qt(worker: Worker) -> None:
    assert not worker.start(errands.loaded, "PySide6").result(PATIENCE)


def test_progress_is_told_on_the_way(worker: Worker, tmp_path: Path) -> None:
    told: list[Progress] = []
    heard = threading.Event()

    def hear(progress: Progress) -> None:
        told.append(progress)
        heard.set()

    sign = tmp_path / "sign"
    worker.start(errands.process_number).result(PATIENCE)
    blocker = worker.start(errands.add, 1, 1)
    job = worker.start(errands.hang, sign)
    job.watch(progress=hear)
    blocker.result(PATIENCE)
    assert heard.wait(PATIENCE)
    job.cancel()
    assert told == [Progress(0.25, "hängt")]


def test_thousands_of_reports_are_thinned_out(worker: Worker) -> None:
    told: list[Progress] = []
    job = worker.start(errands.report_often, 20_000)
    job.watch(progress=told.append)
    job.result(PATIENCE)
    assert len(told) < 2_000


def test_the_end_is_told_once(worker: Worker) -> None:
    ended: list[int] = []
    over = threading.Event()

    def end(job: Job[int]) -> None:
        ended.append(job.result())
        over.set()

    job = worker.start(errands.add, 20, 22)
    job.watch(done=end)
    assert over.wait(PATIENCE)
    assert ended == [42]
    assert job.done()


def test_an_error_of_the_job_comes_out_with_its_cause_and_trace(worker: Worker) -> None:
    with pytest.raises(JobFailed, match="Das Bild fehlt") as raised:
        worker.start(errands.reject, "Das Bild fehlt.").result(PATIENCE)
    assert isinstance(raised.value.__cause__, errands.Rejected)
    assert "in reject" in raised.value.trace
    assert worker.start(errands.add, 1, 1).result(PATIENCE) == 2


def test_an_error_of_the_world_keeps_its_number(worker: Worker) -> None:
    with pytest.raises(JobFailed) as raised:
        worker.start(errands.fill_the_disk).result(PATIENCE)
    assert isinstance(raised.value.__cause__, OSError)
    assert raised.value.__cause__.errno == errno.ENOSPC


def test_an_error_that_cannot_cross_is_told_in_words(worker: Worker) -> None:
    with pytest.raises(JobFailed, match="Fehler in Kapitel 2") as raised:
        worker.start(errands.reject_awkwardly).result(PATIENCE)
    assert raised.value.kind == "Awkward"
    assert raised.value.__cause__ is None


def test_a_result_that_cannot_cross_is_an_error_of_the_job(worker: Worker) -> None:
    with pytest.raises(JobFailed, match="cannot pickle"):
        worker.start(errands.give_what_cannot_cross).result(PATIENCE)


def test_cancel_ends_a_hanging_job_and_the_next_one_runs(worker: Worker, tmp_path: Path) -> None:
    job = worker.start(errands.hang, tmp_path / "sign")
    process = started(job, tmp_path / "sign")
    job.cancel()
    with pytest.raises(JobCancelled, match="abgebrochen"):
        job.result(PATIENCE)
    wait_gone(process)
    assert worker.start(errands.add, 1, 1).result(PATIENCE) == 2


@pytest.mark.parametrize("kilobytes", [1, 4096])
def test_a_job_is_cancelled_before_its_child_has_come_to_life(worker: Worker, kilobytes: int) -> None:
    job = worker.start(errands.measure, bytes(kilobytes * 1024))
    while not psutil.Process().children():
        assert not job.done()
    job.cancel()
    with pytest.raises(JobCancelled):
        job.result(PATIENCE)
    assert worker.start(errands.add, 1, 1).result(PATIENCE) == 2


def test_a_waiting_job_can_be_cancelled_before_its_turn(worker: Worker, tmp_path: Path) -> None:
    first = worker.start(errands.hang, tmp_path / "first")
    second = worker.start(errands.hang, tmp_path / "second")
    started(first, tmp_path / "first")
    second.cancel()
    assert not first.done()
    first.cancel()
    with pytest.raises(JobCancelled):
        second.result(PATIENCE)
    assert not (tmp_path / "second").exists()


def test_cancel_after_the_end_changes_nothing(worker: Worker) -> None:
    job = worker.start(errands.process_number)
    process = job.result(PATIENCE)
    job.cancel()
    assert job.result(PATIENCE) == process
    assert worker.start(errands.process_number).result(PATIENCE) == process


def test_a_job_that_takes_too_long_is_ended(worker: Worker, tmp_path: Path) -> None:
    worker.start(errands.process_number).result(PATIENCE)  # what a limit is for is the work, not the child's start
    job = worker.start_within(1.5, errands.hang, tmp_path / "sign")
    with pytest.raises(JobTimedOut, match=r"länger als 1\.5 Sekunden"):
        job.result(PATIENCE)
    wait_gone(int((tmp_path / "sign").read_text(encoding="utf-8")))
    assert worker.start(errands.add, 1, 1).result(PATIENCE) == 2


@pytest.mark.parametrize("errand", [errands.crash, errands.exit_silently, errands.segfault])
def test_a_child_that_dies_takes_nobody_along(worker: Worker, errand: object) -> None:
    assert callable(errand)
    with pytest.raises(JobDied) as raised:
        worker.start(errand).result(PATIENCE)
    assert raised.value.exit_code not in {0, None}
    assert worker.start(errands.add, 1, 1).result(PATIENCE) == 2


def test_memory_beyond_the_limit_is_refused() -> None:
    with Worker(memory_mb=1024) as worker:
        assert worker.start(errands.take_memory, 100).result(PATIENCE) == 100 * 1024 * 1024
        with pytest.raises(JobOutOfMemory, match="Arbeitsspeicher"):
            worker.start(errands.take_memory, 2048).result(PATIENCE)
        assert worker.start(errands.take_memory, 100).result(PATIENCE) == 100 * 1024 * 1024


def test_a_result_beyond_the_limit_is_refused() -> None:
    with Worker(memory_mb=256) as worker:
        with pytest.raises(JobOutOfMemory):
            worker.start(errands.give_memory, 150).result(PATIENCE)
        assert worker.start(errands.add, 1, 1).result(PATIENCE) == 2


def test_an_argument_beyond_the_limit_is_refused() -> None:
    with Worker(memory_mb=512) as worker, pytest.raises(JobOutOfMemory):
        worker.start(errands.measure, bytes(600 * 1024 * 1024)).result(PATIENCE)
    gc.collect()  # nothing of the broken pipe may be left that cannot be freed


def test_closing_ends_what_runs_and_what_waits(tmp_path: Path) -> None:
    worker = Worker()
    running = worker.start(errands.hang, tmp_path / "running")
    waiting = worker.start(errands.hang, tmp_path / "waiting")
    process = started(running, tmp_path / "running")
    worker.close()
    for job in (running, waiting):
        with pytest.raises(JobCancelled):
            job.result(PATIENCE)
    wait_gone(process)


def test_ctrl_c_is_the_parents_affair(worker: Worker) -> None:
    assert worker.start(errands.interrupt).result(PATIENCE) == "still here"


def test_a_hanging_child_ends_with_its_parent(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from ikonzept_desktop.jobs import Worker;"
        "from tests.jobs import errands; worker = Worker();"
        "worker.start(errands.hang, Path(sys.argv[1])); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code, tmp_path / "sign"], cwd=TOP)
    try:
        end = time.monotonic() + PATIENCE
        while not (tmp_path / "sign").exists() or not (tmp_path / "sign").read_text(encoding="utf-8"):
            assert time.monotonic() < end
            time.sleep(0.02)
    finally:
        parent.kill()
        parent.wait()
    wait_gone(int((tmp_path / "sign").read_text(encoding="utf-8")))
