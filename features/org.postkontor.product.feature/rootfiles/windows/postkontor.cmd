@echo off
rem The Postkontor window. Arguments go to the application; --home DIR puts the window's own data into DIR, too.
setlocal
set "HERE=%~dp0"
set "HERE=%HERE:~0,-1%"
call "%HERE%\postkontor-java.cmd" || exit /b %ERRORLEVEL%
set "DATA=%LOCALAPPDATA%\Postkontor\Window"
set "PREVIOUS="
for %%A in (%*) do call :argument "%%~A"
rem The VM keeps the classes it has loaded in an archive, written at the end of the first start; one that does not fit is ignored.
start "Postkontor" /wait /b "%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-XX:SharedArchiveFile=%CACHE%\window-%KEY%.jsa" -XX:+AutoCreateSharedArchive -Xlog:disable --enable-native-access=ALL-UNNAMED -Djdk.http.auth.tunneling.disabledSchemes= "-Dorg.sqlite.tmpdir=%CACHE%\native" -jar "%LAUNCHER%" -nosplash -application org.postkontor.app.application -product org.postkontor.app.product -configuration "%CACHE%\window-%KEY%" -data "%DATA%" %*
exit /b %ERRORLEVEL%

:argument
if "%PREVIOUS%"=="--home" set "DATA=%~1\window"
set "PREVIOUS=%~1"
exit /b 0
