@echo off
rem Postkontor without a window, for scripts and administrators. "postkontor-cli help" lists the commands.
rem Any number of processes may run at once: they only read the configuration area that the first start prepares.
setlocal
set "HERE=%~dp0"
set "HERE=%HERE:~0,-1%"
call "%HERE%\postkontor-java.cmd" || exit /b %ERRORLEVEL%
set "READY=%CACHE%\cli-%KEY%"
set FLAGS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable --enable-native-access=ALL-UNNAMED -Djdk.http.auth.tunneling.disabledSchemes= "-Dorg.sqlite.tmpdir=%CACHE%\native" "-Dosgi.logfile=%CACHE%\cli.log" -Djava.awt.headless=true
set PROGRAM=-jar "%LAUNCHER%" -nosplash -application org.postkontor.cli.application -data @none
if exist "%READY%" goto ready
set "FRESH=%CACHE%\cli-new-%RANDOM%%RANDOM%"
rem The VM keeps the classes of this start in an archive; an archive that does not fit is ignored.
"%JAVA%" "-XX:ArchiveClassesAtExit=%FRESH%\classes.jsa" %FLAGS% %PROGRAM% -configuration "%FRESH%" --home "%FRESH%\home" outbox list <nul >nul 2>&1
if exist "%FRESH%\home" rmdir /s /q "%FRESH%\home"
move "%FRESH%" "%READY%" >nul 2>&1
if not exist "%READY%" set "READY=%FRESH%"
:ready
"%JAVA%" "-XX:SharedArchiveFile=%READY%\classes.jsa" %FLAGS% -Dosgi.configuration.area.readOnly=true %PROGRAM% -configuration "%READY%" %*
exit /b %ERRORLEVEL%
