@echo off
rem Called by postkontor.cmd and postkontor-cli.cmd: finds Java 21 or newer; sets JAVA, CACHE, KEY, LAUNCHER.
set "JAVA="
if defined JAVA_HOME call :use "%JAVA_HOME%"
if not defined JAVA for %%J in (java.exe) do if not "%%~$PATH:J"=="" for %%H in ("%%~dp$PATH:J..") do call :use "%%~fH"
if not defined JAVA for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks") do if not defined JAVA for /d %%H in ("%%~R\*") do call :use "%%~H"
if not defined JAVA (
	echo Postkontor needs Java 21 or newer and found none ^(looked at JAVA_HOME, PATH and the usual folders^). 1>&2
	echo Install one, e.g. Eclipse Temurin 25 from https://adoptium.net, or set JAVA_HOME. 1>&2
	exit /b 69
)
set "CACHE=%LOCALAPPDATA%\Postkontor\Cache"
if not exist "%CACHE%\native" mkdir "%CACHE%\native" || exit /b 73
rem One configuration area per product folder, version and Java: the product itself may be read-only.
set "KEY="
for %%B in ("%HERE%\configuration\org.eclipse.equinox.simpleconfigurator\bundles.info") do for %%J in ("%JAVA%") do set "KEY=%%~fB%%~tB%%~zB%%~tJ%%~zJ"
for %%C in (\ / : . " ") do call set "KEY=%%KEY:%%~C=-%%"
set "KEY=%KEY:~-120%"
for %%L in ("%HERE%\plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%~fL"
exit /b 0

:use
if defined JAVA exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "MAJOR=%%~V"
set "MAJOR=%MAJOR:"=%"
if %MAJOR% GEQ 21 set "JAVA=%~1\bin\java.exe"
exit /b 0
