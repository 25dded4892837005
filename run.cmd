@echo off
rem The same as ./run on Linux and macOS.
call "%~dp0releng\org.postkontor.launch\start.cmd" Run %*
exit /b %ERRORLEVEL%
