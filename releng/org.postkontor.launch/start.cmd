@echo off
rem start.cmd Run|Test ARGUMENTS: finds a JDK 21 or newer, compiles the small program beside this file, runs it.
setlocal
for %%R in ("%~dp0..\..") do set "ROOT=%%~fR"
set "JDK="
if defined JAVA_HOME call :use "%JAVA_HOME%"
if not defined JDK for %%J in (javac.exe) do if not "%%~$PATH:J"=="" for %%H in ("%%~dp$PATH:J..") do call :use "%%~fH"
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks") do if not defined JDK for /d %%H in ("%%~R\*") do call :use "%%~H"
if not defined JDK (
	echo Postkontor is built with a JDK 21 or newer, and none was found ^(looked at JAVA_HOME, PATH and the usual folders^). 1>&2
	echo Install one, e.g. Eclipse Temurin 25 from https://adoptium.net, or set JAVA_HOME to it. 1>&2
	exit /b 69
)
set "JAVA_HOME=%JDK%"
set "CLASSES=%ROOT%\.build\launch"
if not exist "%CLASSES%" mkdir "%CLASSES%"
"%JDK%\bin\javac.exe" --release 21 -encoding UTF-8 -d "%CLASSES%" "%~dp0src\org\postkontor\launch\*.java" || exit /b 70
set "MAIN=%~1"
set "REST="
:next
shift
if "%~1"=="" goto go
set REST=%REST% "%~1"
goto next
:go
"%JDK%\bin\java.exe" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "%CLASSES%" "-Dpostkontor.root=%ROOT%" org.postkontor.launch.%MAIN% %REST%
exit /b %ERRORLEVEL%

:use
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "MAJOR=%%~V"
set "MAJOR=%MAJOR:"=%"
if %MAJOR% GEQ 21 set "JDK=%~1"
exit /b 0
