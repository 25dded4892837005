@echo off
rem The same as ./test on Linux and macOS.
call "%~dp0releng\org.postkontor.launch\start.cmd" Test %*
exit /b %ERRORLEVEL%
