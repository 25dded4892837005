@echo off
rem The Postkontor window. Arguments go to the application; --home DIR puts the window's own data into DIR, too.
setlocal
set "HERE=%~dp0"
set "HERE=%HERE:~0,-1%"
call "%HERE%\postkontor-java.cmd" || exit /b %ERRORLEVEL%
set "DATA=%LOCALAPPDATA%\Postkontor\Window"
set "PREVIOUS="
for %%A in (%*) do call :argument "%%~A"
start "Postkontor" /wait /b "%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto --enable-native-access=ALL-UNNAMED -Djdk.http.auth.tunneling.disabledSchemes= "-Dorg.sqlite.tmpdir=%CACHE%\native" -jar "%LAUNCHER%" -nosplash -application org.postkontor.app.application -product org.postkontor.app.product -configuration "%CACHE%\window-%KEY%" -data "%DATA%" %*
exit /b %ERRORLEVEL%

:argument
if "%PREVIOUS%"=="--home" set "DATA=%~1\window"
set "PREVIOUS=%~1"
exit /b 0
