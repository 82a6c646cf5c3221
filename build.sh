#!/usr/bin/env bash
# The README's two commands, `demo` and `test`; `help` lists the rest.
set -u
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
. "$root/eng/packages.sh"
. "$root/eng/engine.sh"
. "$root/eng/images.sh"
. "$root/eng/postgres.sh"
. "$root/eng/programs.sh"
. "$root/eng/tests.sh"
. "$root/eng/engines.sh"
. "$root/eng/demo.sh"

usage() {
  cat <<'TEXT'
Usage: ./build.sh COMMAND

  demo    build the launch tool, print the docker command of samples/gpu-workstation.yaml, run it, and run it as a job of a queue
  test    build everything with warnings as errors, check the layout of the sources and run every test; the last line is `N passed, N failed`.
          With names of engines (test 28.5-containerd) the tests that need an engine run on each of these too, and are counted in
  engines build, run the tests that need an engine on Docker Engines of other versions (engines [NAME...], without names all), and print a matrix
  build   build everything with warnings as errors
  help    this text

demo and test need a Docker Engine: the one of DOCKER_HOST, of the docker context or of the default socket; where none
answers, root on Debian or Ubuntu gets a private one below artifacts/engine, which ends with the command. test also gets
there what single tests use: openssh-server, docker-registry, apache2-utils, mmdebstrap, python3-yaml, gcc.
test needs a PostgreSQL server too: the one of LAUNCHSDK_POSTGRES (a connection string), else a private one that ends with the
command, of the programs of this machine; root on Debian or Ubuntu gets them with apt. Without one its tests are skipped, and fail when CI=true.
engines and test NAME need root on Debian or Ubuntu: mmdebstrap makes a root file system of another Debian release, with its engine, below
artifacts/engines (or below LAUNCHSDK_ENGINES) and keeps it. The engines: 20.10 26.1 28.5 28.5-containerd.
TEXT
}

# Layout of the sources (CSharpier); the compiler checks the rest of the style.
check_format() {
  (cd "$root" && dotnet tool restore >/dev/null && dotnet csharpier check .) || { say "Run: dotnet tool restore && dotnet csharpier format ."; return 1; }
}

build() { dotnet build "${1:-$root/LaunchSdk.sln}" --configuration Release --verbosity quiet -nodeReuse:false; }

# Bash waits for the command in the foreground before a trap runs, so what was started ends after the tests, and once.
trap_ends() {
  trap 'postgres_down; engines_stop' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
}

with_engine() {
  trap_ends
  engine_up "$root/artifacts/engine" && image_busybox
}

# Root file systems of other engines are made while the whole suite runs.
test_all() {
  local making="" status=0
  engines_check "$@" && build && check_format && with_engine && install_test_programs || return 1
  postgres_up || true
  if [ "$#" -gt 0 ]; then
    engines_make "$root" "$@" &
    making=$!
  fi
  run_tests "$root" "$root/artifacts/test-results" || status=1
  [ -n "$making" ] || return "$status"
  wait "$making" || return 1
  engines_stop
  engines_run "$root" "$@" || status=1
  print_total
  return "$status"
}

# The tests start a PostgreSQL server and programs of this machine too.
test_engines() {
  trap_ends
  engines_check "$@" && build && install_test_programs || return 1
  postgres_up || true
  engines_run "$root" "$@"
}

command="${1:-help}"
[ "$#" = 0 ] || shift
case "$command" in
  build) build ;;
  test) test_all "$@" ;;
  engines) test_engines "$@" ;;
  # The one thing that this machine may lack is asked for before anything is built.
  demo) with_engine && build "$root/src/LaunchSdk.Cli/LaunchSdk.Cli.csproj" && run_demo "$root" ;;
  help | -h | --help) usage ;;
  *)
    usage >&2
    exit 2
    ;;
esac
