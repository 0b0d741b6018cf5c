; The setup of iKonzept Desktop for Windows: per user, in German, silent when asked to be. `python3 dev.py windows` calls
; ISCC with /DAppVersion=1.2.3, /DPayload=FOLDER, /DOutput=FOLDER and, where the office signs what it rolls out,
; /DSigned=FOLDER: the uninstaller is laid there, signed outside, and taken from there by the next run.
#ifndef AppVersion
  #error AppVersion is missing: python3 dev.py windows reads it from pyproject.toml
#endif
#ifndef Payload
  #error Payload is missing: the folder that windows.payload laid down
#endif
#ifndef Output
  #define Output "."
#endif
#ifndef Compression
  #define Compression "lzma2/max"
#endif
#define AppName "iKonzept Desktop"
#define Exe "ikonzept.exe"
#define ProgId "iKonzept.Dokument.1"

[Setup]
AppId={{6B0C5B0E-7C55-4C38-9E0E-3D6E5A6A3F10}
AppName={#AppName}
AppVersion={#AppVersion}
AppVerName={#AppName} {#AppVersion}
AppPublisher=iKonzept
VersionInfoVersion={#AppVersion}
VersionInfoDescription={#AppName} einrichten
DefaultDirName={code:DefaultFolder}
DefaultGroupName={#AppName}
DisableProgramGroupPage=yes
DisableDirPage=auto
UsePreviousAppDir=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; Windows 10 1809 is the oldest that Qt 6.9 runs on
MinVersion=10.0.17763
; to be read, not to be agreed to: free licences ask nobody who only uses a program
InfoBeforeFile={#Payload}\Lizenzen.txt
OutputDir={#Output}
OutputBaseFilename=iKonzept-{#AppVersion}-Setup
SetupIconFile={#Payload}\app\resources\icons\app.ico
Compression={#Compression}
SolidCompression=yes
LZMAUseSeparateProcess=yes
LZMANumBlockThreads=2
WizardStyle=modern
ShowLanguageDialog=no
ChangesAssociations=yes
; What runs is closed, never killed: the mutex asks for it, the files that are open say by whom
AppMutex={code:OpenProgram}
SetupMutex=iKonzeptSetupMutex
CloseApplications=yes
CloseApplicationsFilter=*.exe,*.dll,*.pyd
RestartApplications=no
SetupLogging=yes
UninstallDisplayIcon={app}\{#Exe}
UninstallDisplayName={#AppName}
#ifdef Signed
SignedUninstaller=yes
SignedUninstallerDir={#Signed}
#endif

[Languages]
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[Messages]
de.WizardInfoBefore=Lizenzen
de.InfoBeforeLabel=Unter diesen Lizenzen stehen das Programm und seine Teile.
de.InfoBeforeClickLabel=Der Text liegt danach auch im Programmordner (Lizenzen.txt). Klicken Sie auf "Weiter", um fortzufahren.

[Tasks]
Name: "association"; Description: "Konzepte (.ikonzept) mit {#AppName} öffnen"
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[InstallDelete]
; an upgrade leaves no module of the version before beside the new ones
Type: filesandordirs; Name: "{app}\python"
Type: filesandordirs; Name: "{app}\app"

[Files]
Source: "{#Payload}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{#AppName}"; Filename: "{app}\{#Exe}"; WorkingDir: "{userdocs}"; AppUserModelID: "iKonzept.Desktop"
Name: "{autodesktop}\{#AppName}"; Filename: "{app}\{#Exe}"; WorkingDir: "{userdocs}"; AppUserModelID: "iKonzept.Desktop"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.ikonzept"; ValueType: string; ValueData: "{#ProgId}"; Flags: uninsdeletevalue uninsdeletekeyifempty; Tasks: association
Root: HKA; Subkey: "Software\Classes\.ikonzept\OpenWithProgids"; ValueType: string; ValueName: "{#ProgId}"; ValueData: ""; Flags: uninsdeletevalue uninsdeletekeyifempty; Tasks: association
Root: HKA; Subkey: "Software\Classes\{#ProgId}"; ValueType: string; ValueData: "Integrationskonzept"; Flags: uninsdeletekey; Tasks: association
Root: HKA; Subkey: "Software\Classes\{#ProgId}\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Exe},0"; Tasks: association
Root: HKA; Subkey: "Software\Classes\{#ProgId}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Exe}"" ""%1"""; Tasks: association

[Run]
Filename: "{app}\{#Exe}"; Description: "{cm:LaunchProgram,{#AppName}}"; Flags: nowait postinstall skipifsilent

[UninstallDelete]
; what the program wrote beside itself; concepts, settings and backups lie elsewhere and stay
Type: filesandordirs; Name: "{app}\python"
Type: filesandordirs; Name: "{app}\app"

[Code]
// For one user it is the folder that Windows has for such programs; {autopf} names it too, but not under Wine.
function DefaultFolder(Param: String): String;
begin
  if IsAdminInstallMode then
    Result := ExpandConstant('{commonpf}\iKonzept')
  else
    Result := ExpandConstant('{localappdata}\Programs\iKonzept');
end;

// The name that an open program of this user has taken; for all users also the one that is seen from other sessions.
function OpenProgram(Param: String): String;
begin
  Result := 'iKonzeptDesktopMutex';
  if IsAdminInstallMode then
    Result := Result + ',Global\iKonzeptDesktopMutex';
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if (Step = usPostUninstall) and not UninstallSilent then
    MsgBox('Ihre Konzepte, Einstellungen und Sicherungen bleiben erhalten. Sie liegen in ' +
      ExpandConstant('{userappdata}\iKonzept') + ' und ' + ExpandConstant('{localappdata}\iKonzept') + '.',
      mbInformation, MB_OK);
end;
