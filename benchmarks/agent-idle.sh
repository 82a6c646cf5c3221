#!/usr/bin/env bash
# What an idle agent costs: processor time and memory of `launch agent` over SECONDS (600), of each program given (a launch binary or launch.dll).
# Usage: DOCKER_HOST=unix://... benchmarks/agent-idle.sh PROGRAM...
set -eu
seconds="${SECONDS_IDLE:-600}"
ticks=$(getconf CLK_TCK)
cpu() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }
printf '| program | of a core | resident MiB |\n|---|---|---|\n'
for program in "$@"; do
  state=$(mktemp -d)
  case "$program" in *.dll) set -- dotnet exec "$program" ;; *) set -- "$program" ;; esac
  XDG_DATA_HOME="$state" "$@" queue create --name idle --config '{"memory":"64m"}' >/dev/null
  XDG_DATA_HOME="$state" "$@" agent -q idle >/dev/null 2>&1 &
  agent=$!
  sleep 10
  before=$(cpu "$agent")
  sleep "$seconds"
  after=$(cpu "$agent")
  resident=$(awk '/VmRSS/ { print $2 / 1024 }' "/proc/$agent/status")
  awk -v p="$(basename "$program")" -v t="$((after - before))" -v h="$ticks" -v s="$seconds" -v r="$resident" 'BEGIN { printf "| %s | %.3f %% | %.0f |\n", p, 100 * t / h / s, r }'
  kill -TERM "$agent"
  wait "$agent" || true
  rm -rf "$state"
done
