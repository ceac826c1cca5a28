:; s=$0; while [ -L "$s" ]; do l=$(readlink "$s"); case $l in /*) s=$l ;; *) s=$(dirname "$s")/$l ;; esac; done
:; exec "$(dirname "$s")/build.sh" "$@"
@echo off
powershell -NoLogo -NoProfile -ExecutionPolicy ByPass -File "%~dp0build.ps1" %*
exit /b %ERRORLEVEL%
