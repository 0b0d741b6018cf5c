"""How much memory this very process may have, and on Windows one that it has started with all that that one starts."""

import sys

MEGABYTE = 1024 * 1024

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    # winnt.h: JobObjectExtendedLimitInformation, JOB_OBJECT_LIMIT_PROCESS_MEMORY, JOB_OBJECT_LIMIT_BREAKAWAY_OK
    _EXTENDED_LIMITS = 9
    _PROCESS_MEMORY = 0x100
    _MAY_LEAVE = 0x800
    """A program that is started may be let out of the job; it is not unless its starter says so."""
    _ENDS_WITH_HANDLE = 0x2000
    """Whatever is in the job ends when nobody holds the job any more (JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE)."""

    _MAY_BE_TAKEN = 0x0101
    """PROCESS_TERMINATE and PROCESS_SET_QUOTA: what a process is opened for to be put into a job."""

    class _BasicLimits(ctypes.Structure):
        """JOBOBJECT_BASIC_LIMIT_INFORMATION (winnt.h)."""

        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION (winnt.h); the six counters of IO_COUNTERS lie in its midst."""

        _fields_ = (
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def limit_memory(megabytes: int) -> None:
        """Put this process into a Job Object of so much committed memory; raises OSError when Windows refuses."""
        kernel = _kernel()
        _job(kernel, kernel.GetCurrentProcess(), megabytes, _MAY_LEAVE)  # held as long as this process lives

    class Leash:
        """Holds a process with all that it starts: they end with `end`, and with this process however that ends."""

        def __init__(self, process: int, megabytes: int) -> None:
            """Take a process (its number) that has just been started, and bound its memory; raises OSError."""
            self._kernel = _kernel()
            handle = self._kernel.OpenProcess(_MAY_BE_TAKEN, False, process)
            try:
                self._job = _job(self._kernel, handle, megabytes, _ENDS_WITH_HANDLE)
            finally:
                self._kernel.CloseHandle(handle)

        def end(self) -> None:
            """End all of them."""
            self._kernel.TerminateJobObject(self._job, 1)
            self._kernel.CloseHandle(self._job)

    def _kernel() -> ctypes.WinDLL:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
        kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
        kernel.TerminateJobObject.argtypes = (wintypes.HANDLE, wintypes.UINT)
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        return kernel

    def _job(kernel: ctypes.WinDLL, process: int, megabytes: int, flags: int) -> int:
        """Put a process into a Job Object of its own and give the job; raises OSError when Windows refuses."""
        limits = _ExtendedLimits(ProcessMemoryLimit=megabytes * MEGABYTE)
        limits.BasicLimitInformation.LimitFlags = _PROCESS_MEMORY | flags
        job = kernel.CreateJobObjectW(None, None)
        if not (
            job
            and kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
            and kernel.AssignProcessToJobObject(job, process)
        ):
            raise ctypes.WinError(ctypes.get_last_error())
        return int(job)

else:
    import resource

    def limit_memory(megabytes: int) -> None:
        """Bound the address space of this process (RLIMIT_AS); raises OSError or ValueError when it is refused."""
        _, hardest = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEGABYTE, hardest))
