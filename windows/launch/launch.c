/* ikonzept.exe: starts the program in the Python that lies beside it, and ends with its exit code.

   It loads python\python312.dll and calls Py_Main with "-I -m ikonzept_desktop" and the words it was started with.
   Where modules are looked for says python\python312._pth; by -I no variable of the user's environment has a word in
   anything. What keeps a window from opening is told in a box, for nobody sees what a program without a console says; a
   command of more than one word may run where nobody looks, and its code is enough. The mutexes are what the setup asks
   for before it replaces files (AppMutex in installer.iss); by the identity the task bar knows that a window belongs to
   the entry of the start menu. No C runtime: 64-bit, and advapi32, kernel32, shell32 and user32 only. */

#define WIN32_LEAN_AND_MEAN
#define UNICODE
#include <windows.h>
#include <shellapi.h>

#define PATH_SIGNS 32768
/* What ikonzept_desktop.__main__ ends with when a part of it could not be loaded */
#define NOT_LOADED 70
#define LOAD_FLAGS (LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS)

typedef int (*Py_Main)(int, wchar_t **);

/* shobjidl_core.h, which wants much of COM for it */
HRESULT WINAPI SetCurrentProcessExplicitAppUserModelID(PCWSTR identity);

static wchar_t folder[PATH_SIGNS], python[PATH_SIGNS], dll[PATH_SIGNS], part[PATH_SIGNS];
static wchar_t **words;
static int given;

static int fail(const wchar_t *sentence) {
    if (given <= 2) MessageBoxW(NULL, sentence, L"iKonzept", MB_OK | MB_ICONERROR);
    return NOT_LOADED;
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

static BOOL is_there(const wchar_t *file) {
    return join(part, file) && GetFileAttributesW(part) != INVALID_FILE_ATTRIBUTES;
}

/* Without these Python ends the process itself, and says why to nobody. */
static BOOL is_whole(void) {
    return is_there(L"python\\python312._pth") && is_there(L"python\\Lib\\encodings") &&
           is_there(L"app\\ikonzept_desktop");
}

/* Give Python's main function; NULL when something of the program is not there. */
static Py_Main find_python(void) {
    if (!find_folder() || !join(python, L"python\\pythonw.exe") || !join(dll, L"python\\python312.dll")) return NULL;
    if (!is_whole()) return NULL;
    HMODULE library = LoadLibraryExW(dll, NULL, LOAD_FLAGS);
    return library == NULL ? NULL : (Py_Main)(void *)GetProcAddress(library, "Py_Main");
}

static int run(Py_Main py_main) {
    int count = 0;
    wchar_t **all = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, (given + 5) * sizeof(wchar_t *));
    if (all == NULL) return fail(L"iKonzept konnte nicht starten: Der Arbeitsspeicher ist voll.");
    all[count++] = python;
    all[count++] = (wchar_t *)L"-I";
    all[count++] = (wchar_t *)L"-m";
    all[count++] = (wchar_t *)L"ikonzept_desktop";
    for (int each = 1; each < given; each++) all[count++] = words[each];
    int code = py_main(count, all);
    if (code == NOT_LOADED)
        fail(L"iKonzept konnte nicht starten: Ein Teil des Programms ließ sich nicht laden. Ihre Konzepte sind davon "
             L"nicht betroffen. Bitte installieren Sie das Programm noch einmal. Hilft das nicht, wenden Sie sich an "
             L"Ihre IT: Vielleicht hält eine Richtlinie oder der Virenscanner eine Datei zurück.");
    return code;
}

static int start(void) {
    words = CommandLineToArgvW(GetCommandLineW(), &given);
    if (words == NULL) return fail(L"iKonzept konnte nicht starten: Windows gibt die Befehlszeile nicht heraus.");
    Py_Main py_main = find_python();
    if (py_main != NULL) return run(py_main);
    return fail(L"iKonzept ist nicht vollständig installiert: Im Programmordner fehlen Dateien, oder sie ließen sich "
                L"nicht laden. Ihre Konzepte sind davon nicht betroffen. Bitte installieren Sie das Programm noch "
                L"einmal. Hilft das nicht, wenden Sie sich an Ihre IT.");
}

/* Say that the program is open: to a setup of this user, and to one for all users, which asks across their sessions. */
static void say_open(void) {
    SECURITY_DESCRIPTOR everybody;
    SECURITY_ATTRIBUTES may_look = {sizeof may_look, &everybody, FALSE};
    CreateMutexW(NULL, FALSE, L"iKonzeptDesktopMutex");
    if (InitializeSecurityDescriptor(&everybody, SECURITY_DESCRIPTOR_REVISION) &&
        SetSecurityDescriptorDacl(&everybody, TRUE, NULL, FALSE))
        CreateMutexW(&may_look, FALSE, L"Global\\iKonzeptDesktopMutex");
}

void launch(void) {
    say_open();
    SetCurrentProcessExplicitAppUserModelID(L"iKonzept.Desktop");
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    /* Explorer starts us in the folder of the concept: of what lies there, nothing is a program or a library of ours */
    SetEnvironmentVariableW(L"NoDefaultCurrentDirectoryInExePath", L"1");
    ExitProcess((UINT)start());
}
