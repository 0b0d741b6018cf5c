"""Long and risky work in a child process: values in, values out, with progress, cancel and limits.

    with Worker(memory_mb=1024) as worker:
        job = worker.start(write_pdf, publication, path)      # write_pdf(report, publication, path)
        job.watch(progress=show_bar, done=show_result)        # called in a thread of the worker's
        job.cancel()                                          # kills the child, however it hangs
        result = job.result()                                 # waits; raises JobFailed, JobCancelled, ...

The function is found by its name in the child, so it belongs to a module; its first argument is the `Report` it tells
its progress with; its arguments, result and errors are pickled between our own two processes.
"""

from ikonzept_desktop.jobs.errors import JobCancelled, JobDied, JobError, JobFailed, JobOutOfMemory, JobTimedOut
from ikonzept_desktop.jobs.messages import Progress, Report
from ikonzept_desktop.jobs.worker import Job, Worker

__all__ = [
    "Job",
    "JobCancelled",
    "JobDied",
    "JobError",
    "JobFailed",
    "JobOutOfMemory",
    "JobTimedOut",
    "Progress",
    "Report",
    "Worker",
]
