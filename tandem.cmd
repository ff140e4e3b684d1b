@echo off
rem The one way in: finds a JDK, builds what is out of date, and runs. "tandem help" lists the commands.
setlocal enableextensions disabledelayedexpansion

set "ROOT=%~dp0"
set "RELAY_JAR=%ROOT%relay-server\target\tandem-relay.jar"
set "DESKTOP_JAR=%ROOT%desktop-app\target\tandem-desktop.jar"
set "STAMP=%ROOT%target\tandem-built"
set "BENCHMARK_STAMP=%ROOT%target\tandem-benchmarks-built"
set "HEADLESS=-Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true"

rem All but the first argument, as they were typed: "shift" would take "-Dx=y" apart.
set "ARGUMENTS="
if "%~2"=="" goto choose
set ARGUMENTS=%*
set ARGUMENTS=%ARGUMENTS:* =%

:choose
if "%~1"=="" goto usage
if /i "%~1"=="help" goto usage
if /i "%~1"=="--help" goto usage
if /i "%~1"=="-h" goto usage
for %%c in (demo app relay test bench soak) do if /i "%~1"=="%%c" goto prepare
>&2 echo There is no command '%~1'.
>&2 call :print_usage
exit /b 2

:prepare
call :find_jdk
if errorlevel 1 exit /b 1
if /i "%~1"=="test" goto test
if /i "%~1"=="bench" goto bench
if /i "%~1"=="soak" goto soak
call :build
if errorlevel 1 exit /b 1
goto %~1

:demo
set "DISPLAY_FLAGS="
for %%a in (%ARGUMENTS%) do if "%%~a"=="--headless" set "DISPLAY_FLAGS=%HEADLESS%"
"%JAVA_HOME%\bin\java.exe" --enable-native-access=ALL-UNNAMED %DISPLAY_FLAGS% "-Djavafx.cachedir=%ROOT%desktop-app\target\javafx" -cp "%DESKTOP_JAR%" dev.tandem.desktop.demo.Demo %ARGUMENTS%
exit /b %ERRORLEVEL%

:app
"%JAVA_HOME%\bin\java.exe" --enable-native-access=ALL-UNNAMED "-Djavafx.cachedir=%ROOT%desktop-app\target\javafx" -cp "%DESKTOP_JAR%" dev.tandem.desktop.Launcher %ARGUMENTS%
exit /b %ERRORLEVEL%

:relay
"%JAVA_HOME%\bin\java.exe" -jar "%RELAY_JAR%" %ARGUMENTS%
exit /b %ERRORLEVEL%

:bench
if /i "%~2"=="engine" goto bench_engine
if /i "%~2"=="editor" goto bench_editor
if /i "%~2"=="replay" goto bench_replay
if /i "%~2"=="output" goto bench_output
if /i "%~2"=="history" goto bench_history
>&2 echo There is 'bench engine', 'editor', 'replay', 'output' and 'history'.
exit /b 2

:bench_engine
call :build_benchmarks
if errorlevel 1 exit /b 1
set "BUILT=%ROOT%shared-protocol\target"
"%JAVA_HOME%\bin\java.exe" --sun-misc-unsafe-memory-access=allow -cp "%BUILT%\classes;%BUILT%\test-classes;%BUILT%\benchmark-lib\*" dev.tandem.protocol.benchmark.EngineBenchmarks
exit /b %ERRORLEVEL%

:bench_editor
set "BENCHMARK=EditorBenchmark"
set "ARGUMENTS="
goto measure_window

:bench_replay
set "BENCHMARK=ReplayBenchmark"
set "ARGUMENTS="
goto measure_window

:bench_output
set "BENCHMARK=OutputBenchmark"
set "ARGUMENTS="
goto measure_window

:bench_history
set "BENCHMARK=HistoryBenchmark"
set "ARGUMENTS="
goto measure_window

:soak
set "BENCHMARK=Soak"

:measure_window
call :build_benchmarks
if errorlevel 1 exit /b 1
"%JAVA_HOME%\bin\java.exe" --enable-native-access=ALL-UNNAMED %HEADLESS% "-Djavafx.cachedir=%ROOT%desktop-app\target\javafx" -cp "%ROOT%desktop-app\target\test-classes;%ROOT%shared-protocol\target\test-classes;%DESKTOP_JAR%" dev.tandem.desktop.benchmark.%BENCHMARK% %ARGUMENTS%
exit /b %ERRORLEVEL%

:test
call :find_maven
if errorlevel 1 exit /b 1
pushd "%ROOT%"
call "%MVN%" -B -ntp verify %ARGUMENTS%
set "STATUS=%ERRORLEVEL%"
popd
exit /b %STATUS%

:usage
call :print_usage
exit /b 0

:print_usage
echo Usage: tandem COMMAND
echo.
echo   demo [--headless]  open a relay and two windows in one room, ready to play with; with
echo                      --headless, run a whole interview by itself and keep pictures of it
echo   app                open the desktop application
echo   relay ARGUMENTS    run the relay's command line, for instance: tandem relay --help
echo   test               check the code and run all tests; further arguments go to Maven
echo   bench engine       measure the text engine, as docs/performance.md has it
echo   bench editor       measure the window likewise; needs no display
echo   bench replay       measure what it takes to read a long interview again; needs no display
echo   bench output       measure what a megabyte of output costs the window; needs no display
echo   bench history      measure a list of 5,000 past interviews; needs no display
echo   soak [--minutes N] let two people write in two windows for half an hour, and watch memory
echo                      and time
echo   help               print this
echo.
echo Needed: a JDK 25 or newer, which is found even where the default java is an older one, and Maven.
exit /b 0

rem ---------------------------------------------------------------------------- JDK and Maven

:find_jdk
set "JDK="
set "JAVAC="
if defined JAVA_HOME call :try_jdk "%JAVA_HOME%"
for %%j in (javac.exe) do set "JAVAC=%%~dp$PATH:j"
if defined JAVAC call :try_jdk "%JAVAC%.."
for %%v in ("Eclipse Adoptium" Java Microsoft "Amazon Corretto" Zulu BellSoft Semeru OpenJDK SapMachine) do (
    for /d %%d in ("%ProgramFiles%\%%~v\*") do call :try_jdk "%%d"
    for /d %%d in ("%LOCALAPPDATA%\Programs\%%~v\*") do call :try_jdk "%%d"
)
for /d %%d in ("%USERPROFILE%\.jdks\*") do call :try_jdk "%%d"
for /d %%d in ("%USERPROFILE%\scoop\apps\*jdk*") do call :try_jdk "%%d\current"
if defined JDK (
    set "JAVA_HOME=%JDK%"
    exit /b 0
)
>&2 echo Tandem needs a JDK 25 or newer and found none: install one, for instance from https://adoptium.net, and set JAVA_HOME to it if it lies in an unusual place.
exit /b 1

rem The first folder that holds a JDK 25 or newer stays in JDK.
:try_jdk
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "usebackq tokens=1,2 delims==" %%k in ("%~1\release") do (
    if "%%k"=="JAVA_VERSION" for /f "delims=.-+" %%m in ("%%~l") do if %%m geq 25 set "JDK=%~f1"
)
exit /b 0

:find_maven
set "MVN="
for %%m in (mvn.cmd) do set "MVN=%%~$PATH:m"
if not defined MVN if exist "%MAVEN_HOME%\bin\mvn.cmd" set "MVN=%MAVEN_HOME%\bin\mvn.cmd"
if not defined MVN if exist "%M2_HOME%\bin\mvn.cmd" set "MVN=%M2_HOME%\bin\mvn.cmd"
if defined MVN exit /b 0
>&2 echo Tandem is built with Maven 3.8.7 or newer and found none: install it from https://maven.apache.org so that "mvn" is on the PATH.
exit /b 1

rem --------------------------------------------------------------------------------- the build

:build
set "WHAT=-Dmaven.test.skip=true"
set "OF=%STAMP%"
set "SOURCES=main"
goto package

rem The benchmarks are compiled with the tests.
:build_benchmarks
set "WHAT=-DskipTests -Pbenchmark"
set "OF=%BENCHMARK_STAMP%"
set "SOURCES=*"

:package
call :up_to_date
if not errorlevel 1 exit /b 0
call :find_maven
if errorlevel 1 exit /b 1
>&2 echo Building Tandem; the first time takes some minutes ...
if not exist "%ROOT%target" mkdir "%ROOT%target"
type nul >"%OF%.new"
pushd "%ROOT%"
call "%MVN%" -q -B -ntp package %WHAT% >target\tandem-build.log 2>&1 <nul
set "STATUS=%ERRORLEVEL%"
popd
if not "%STATUS%"=="0" (
    >&2 type "%ROOT%target\tandem-build.log"
    >&2 echo The build failed; what Maven said stands above and in %ROOT%target\tandem-build.log.
    exit /b 1
)
move /y "%OF%.new" "%OF%" >nul
exit /b 0

rem Folders count too: a deleted file leaves no other trace than its folder's time.
:up_to_date
if not exist "%RELAY_JAR%" exit /b 1
if not exist "%DESKTOP_JAR%" exit /b 1
if not exist "%OF%" exit /b 1
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath $env:OF).LastWriteTime; Set-Location -LiteralPath $env:ROOT; $newer = Get-Item pom.xml, LICENSE, NOTICE, */pom.xml, */src/$env:SOURCES; $newer += Get-ChildItem .mvn, */src/$env:SOURCES -Recurse; if ($newer | Where-Object { $_.LastWriteTime -gt $built } | Select-Object -First 1) { exit 1 }"
exit /b %ERRORLEVEL%
