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
. "$root/eng/demo.sh"

usage() {
  cat <<'TEXT'
Usage: ./build.sh COMMAND

  demo    build the launch tool, print the docker command of samples/gpu-workstation.yaml, run it, and run it as a job of a queue
  test    build everything with warnings as errors, check the layout of the sources and run every test; the last line is `N passed, N failed`
  build   build everything with warnings as errors
  help    this text

demo and test need a Docker Engine: the one of DOCKER_HOST, of the docker context or of the default socket; where none
answers, root on Debian or Ubuntu gets a private one below artifacts/engine, which ends with the command. test also gets
there what single tests use: openssh-server, docker-registry, apache2-utils, mmdebstrap, python3-yaml.
test needs a PostgreSQL server too: the one of LAUNCHSDK_POSTGRES (a connection string), else a private one that ends with the
command, of the programs of this machine; root on Debian or Ubuntu gets them with apt. Without one its tests are skipped, and fail when CI=true.
TEXT
}

# Layout of the sources (.editorconfig); the compiler checks the rest of the style.
check_format() { dotnet format whitespace "$root" --folder --verify-no-changes --exclude artifacts || { say "Run: dotnet format whitespace"; return 1; }; }

build() { dotnet build "$root/LaunchSdk.sln" --configuration Release --verbosity quiet -nodeReuse:false; }

# Bash waits for the command in the foreground before a trap runs, so the engine ends after the tests, and once.
with_engine() {
  trap 'postgres_down; engine_down' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  engine_up "$root/artifacts/engine" && image_busybox
}

case "${1:-help}" in
  build) build ;;
  test) build && check_format && with_engine && install_test_programs && { postgres_up || true; } && run_tests "$root" ;;
  demo) build && with_engine && run_demo "$root" ;;
  help | -h | --help) usage ;;
  *)
    usage >&2
    exit 2
    ;;
esac
