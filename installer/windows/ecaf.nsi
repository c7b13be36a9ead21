; Installs the built folder for one person, without an administrator. It never touches that person's vaults, which stand
; in %LOCALAPPDATA%\eCAF. Called by build.py, which says VERSION, FOLDER (what to install) and SETUP (what to make).
Unicode true
!include MUI2.nsh

Name "eCAF Desktop"
OutFile "${SETUP}"
InstallDir "$LOCALAPPDATA\Programs\eCAF Desktop"
RequestExecutionLevel user
SetCompressor /SOLID lzma
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "eCAF Desktop"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "Installs eCAF Desktop"
VIAddVersionKey LegalCopyright "See LICENCES.txt"

!define MUI_FINISHPAGE_RUN "$INSTDIR\ecaf.exe"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "The program goes; what was written with it stays on this laptop, encrypted."
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\eCAF Desktop"

; A program that runs cannot be replaced. Half of a new one beside half of an old one would be worse than none.
!macro StopIfOpen
  IfFileExists "$INSTDIR\ecaf.exe" 0 closed
  ClearErrors
  Delete "$INSTDIR\ecaf.exe"
  IfErrors 0 closed
  MessageBox MB_OK|MB_ICONINFORMATION "eCAF is open. Nothing was changed. Lock it, close its window, then start this again."
  Abort
  closed:
!macroend

Section
  !insertmacro StopIfOpen
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\eCAF.lnk" "$INSTDIR\ecaf.exe"
  WriteRegStr HKCU "${ENTRY}" "DisplayName" "eCAF Desktop"
  WriteRegStr HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${ENTRY}" "DisplayIcon" "$INSTDIR\ecaf.exe"
  WriteRegStr HKCU "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${ENTRY}" "NoModify" 1
  WriteRegDWORD HKCU "${ENTRY}" "NoRepair" 1
SectionEnd

; Only what was installed goes: never the whole of a folder that somebody may have put something into.
Section Uninstall
  !insertmacro StopIfOpen
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\LICENCES.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\eCAF.lnk"
  DeleteRegKey HKCU "${ENTRY}"
SectionEnd
