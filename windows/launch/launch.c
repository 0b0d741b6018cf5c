/* ikonzept.exe: starts the program in the Python that lies beside it, and ends with its exit code.

   It loads python\python312.dll and calls Py_Main with "-m ikonzept_desktop" and the words it was started with. Where
   modules are looked for says python\python312._pth; no variable of the user's environment has a word in it. The mutex
   is what the setup asks for before it replaces files (AppMutex in installer.iss); by the identity the task bar knows
   that a window belongs to the entry of the start menu. No C runtime: 64-bit, kernel32, shell32 and user32 only. */

#define WIN32_LEAN_AND_MEAN
#define UNICODE
#include <windows.h>
#include <shellapi.h>

#define PATH_SIGNS 32768
#define LOAD_FLAGS (LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS)

typedef int (*Py_Main)(int, wchar_t **);

/* shobjidl_core.h, which wants much of COM for it */
HRESULT WINAPI SetCurrentProcessExplicitAppUserModelID(PCWSTR identity);

static wchar_t folder[PATH_SIGNS], python[PATH_SIGNS], dll[PATH_SIGNS];

static int fail(const wchar_t *sentence) {
    MessageBoxW(NULL, sentence, L"iKonzept", MB_OK | MB_ICONERROR);
    return 70;
}

/* Put folder and file behind one another; FALSE when that is longer than Windows takes. */
static BOOL join(wchar_t *target, const wchar_t *file) {
    int length = lstrlenW(folder);
    if (length + lstrlenW(file) >= PATH_SIGNS) return FALSE;
    lstrcpyW(target, folder);
    lstrcpyW(target + length, file);
    return TRUE;
}

/* Have `folder` be the one this program lies in, its last sign a backslash. */
static BOOL find_folder(void) {
    DWORD length = GetModuleFileNameW(NULL, folder, PATH_SIGNS);
    if (length == 0 || length >= PATH_SIGNS) return FALSE;
    while (length > 0 && folder[length - 1] != L'\\') length--;
    folder[length] = 0;
    return length > 0;
}

static int run(Py_Main py_main) {
    int given = 0, count = 0;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &given);
    if (words == NULL) return fail(L"iKonzept konnte nicht starten: Windows gibt die Befehlszeile nicht heraus.");
    wchar_t **all = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, (given + 4) * sizeof(wchar_t *));
    if (all == NULL) return fail(L"iKonzept konnte nicht starten: Der Arbeitsspeicher ist voll.");
    all[count++] = python;
    all[count++] = (wchar_t *)L"-m";
    all[count++] = (wchar_t *)L"ikonzept_desktop";
    for (int each = 1; each < given; each++) all[count++] = words[each];
    return py_main(count, all);
}

void launch(void) {
    int code;
    CreateMutexW(NULL, FALSE, L"iKonzeptDesktopMutex");
    SetCurrentProcessExplicitAppUserModelID(L"iKonzept.Desktop");
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    HMODULE library = NULL;
    Py_Main py_main = NULL;
    if (find_folder() && join(python, L"python\\pythonw.exe") && join(dll, L"python\\python312.dll"))
        library = LoadLibraryExW(dll, NULL, LOAD_FLAGS);
    if (library != NULL) py_main = (Py_Main)(void *)GetProcAddress(library, "Py_Main");
    if (py_main == NULL)
        code = fail(L"iKonzept ist nicht vollständig installiert: Im Ordner „python“ fehlen Dateien. Ihre Konzepte sind "
                    L"davon nicht betroffen. Bitte installieren Sie das Programm noch einmal.");
    else
        code = run(py_main);
    ExitProcess((UINT)code);
}
