#!/usr/bin/env bash
# Docker Engines of other versions than this machine's, each from the packages of a Debian release in a root file system of its own. Sourced by build.sh
# after engine.sh, images.sh and tests.sh; it runs itself for the part inside a mount namespace. Needs root on Debian or Ubuntu.
#
# What was learned: dockerd wants a real root (pivot_root; with chroot the import of an image cannot remount /), a bridge and containerd namespaces of its
# own, and apt has to take the Release file of a mirror that stands still. /tmp is shared with the machine: sockets and bind mounts have the same path on both sides.

# Name, Debian release and the options of dockerd. The CDI folder is added for each.
engines_table() {
  cat <<'TABLE'
20.10 bookworm
26.1 trixie
28.5 forky
28.5-containerd forky --feature containerd-snapshotter=true
TABLE
}

ENGINES_SCRIPT="${BASH_SOURCE[0]}"
ENGINES_STATE=""
ENGINES_KEYS=/usr/share/keyrings/debian-archive-keyring.gpg

engines_row() { engines_table | awk -v name="$1" '$1 == name'; }

# engines_packages RELEASE: what an engine of it is made of. Releases before trixie have the docker command in docker.io, and no buildx.
engines_packages() {
  case "$1" in
    bookworm) printf 'docker.io,mount,iproute2,iptables,ca-certificates\n' ;;
    *) printf 'docker.io,docker-cli,docker-buildx,mount,iproute2,iptables,ca-certificates\n' ;;
  esac
}

engines_mirror() { grep -hoE '^URIs: *[^ ]+' /etc/apt/sources.list.d/*.sources 2>/dev/null | awk 'NR == 1 { print $2 }'; }

# engines_root FOLDER RELEASE: makes the root file system FOLDER/RELEASE where it is not there yet, in about a minute. A half-made one has another name.
engines_root() {
  local root="$1/$2" mirror
  [ ! -x "$root/usr/sbin/dockerd" ] || return 0
  mirror=$(engines_mirror)
  say "Making a root file system of Debian $2 with its Docker Engine."
  rm -rf "$root" "$root.new"
  mkdir -p "$1"
  mmdebstrap --quiet --mode=root --variant=apt --aptopt='Acquire::Check-Valid-Until "false"' --include="$(engines_packages "$2")" "$2" "$root.new" \
    "deb [signed-by=$ENGINES_KEYS] ${mirror:-http://deb.debian.org/debian} $2 main" >&2 && mv "$root.new" "$root"
}

# engines_inside ROOT PROGRAM ARGUMENT...: becomes the program with ROOT as its root. Run by `unshare --mount`, so that the machine does not see these mounts.
engines_inside() {
  local root="$1" folder
  shift
  mount --make-rprivate /
  mount --bind "$root" "$root"
  mkdir -p "$root/old"
  for folder in sys dev tmp; do mount --rbind "/$folder" "$root/$folder"; done
  mount -t proc proc "$root/proc"
  cd "$root"
  pivot_root . old
  cd /
  export PATH=/usr/sbin:/usr/bin:/sbin:/bin
  hash -r
  umount -l /old
  exec "$@"
}

# engines_start FOLDER NAME: starts an engine of the table; then DOCKER_HOST is its address, and engines_stop ends it. Tests that start engines
# themselves start such ones: LAUNCHSDK_ENGINE_ROOT is the root file system, LAUNCHSDK_ENGINE_OPTIONS are dockerd's options.
engines_start() {
  local name release options
  read -r name release options <<<"$(engines_row "$2")"
  ENGINES_STATE=$(mktemp -d /tmp/lsdk-engine.XXXXXX) || return 1
  export LAUNCHSDK_ENGINE_ROOT="$1/$release" LAUNCHSDK_ENGINE_OPTIONS="$options"
  # Engines before 25 know nothing of CDI.
  [ "$release" = bookworm ] || options="$options --cdi-spec-dir $ENGINES_STATE/cdi"
  # shellcheck disable=SC2086 # options are words
  engine_serve "$ENGINES_STATE" unshare --mount "$ENGINES_SCRIPT" "$LAUNCHSDK_ENGINE_ROOT" dockerd $options && engines_command && image_busybox
}

# The docker command of the engine's release, first on the PATH: it runs where its engine does, with its own buildx.
engines_command() {
  mkdir "$ENGINES_STATE/bin" "$ENGINES_STATE/cdi"
  printf '#!/bin/sh\nexec nsenter --mount --target %s /usr/bin/docker "$@"\n' "$ENGINE_PID" >"$ENGINES_STATE/bin/docker"
  chmod 755 "$ENGINES_STATE" "$ENGINES_STATE/bin/docker"
  ENGINES_PATH="$PATH"
  PATH="$ENGINES_STATE/bin:$PATH"
}

engines_stop() {
  engine_down
  PATH="${ENGINES_PATH:-$PATH}"
  [ -z "$ENGINES_STATE" ] || rm -rf "$ENGINES_STATE"
  ENGINES_STATE=""
  unset DOCKER_HOST LAUNCHSDK_ENGINE_ROOT LAUNCHSDK_ENGINE_OPTIONS
}

# engines_prepare: what making the root file systems needs.
engines_prepare() {
  local -a missing=()
  command -v mmdebstrap >/dev/null || missing+=(mmdebstrap)
  [ -r "$ENGINES_KEYS" ] || missing+=(debian-archive-keyring)
  apt_install "Engines of other versions are made by mmdebstrap" ${missing[@]+"${missing[@]}"} && apt_may && return
  say "Engines of other versions are started by root on Debian or Ubuntu."
  return 1
}

engines_names() { engines_table | cut -d ' ' -f 1; }

# engines_check NAME...: refuses a name that is not in the table.
engines_check() {
  local name
  for name in "$@"; do
    [ -n "$(engines_row "$name")" ] || { say "There is no engine '$name' in the table: $(engines_names | paste -sd ' ' -)."; return 2; }
  done
}

engines_folder() { printf '%s\n' "${LAUNCHSDK_ENGINES:-$1/artifacts/engines}"; }

# engines_make ROOT NAME...: makes what these engines are started from.
engines_make() {
  local folder name release
  folder=$(engines_folder "$1")
  shift
  engines_check "$@" && engines_prepare || return
  for name in "$@"; do
    read -r _ release _ <<<"$(engines_row "$name")"
    engines_root "$folder" "$release" || { say "The root file system of Debian $release was not made."; return 1; }
  done
}

# engines_run ROOT NAME...: runs the tests that are marked Engine=real on each engine of these names, else of the whole table, and prints a matrix last.
# Those that are about the client alone (Engines=one) are left to the machine's own engine.
engines_run() {
  local root="$1" name folder failed=0
  local -a matrix=()
  shift
  folder=$(engines_folder "$root")
  # shellcheck disable=SC2046 # names are words
  [ "$#" -gt 0 ] || set -- $(engines_names)
  engines_make "$root" "$@" || return
  for name in "$@"; do
    printf '#### engine %s\n' "$name"
    TESTS_SUMMARY="did not start"
    if ! engines_start "$folder" "$name" || ! run_tests "$root" "$root/artifacts/test-results-$name" -trait Engine=real -trait- Engines=one; then failed=1; fi
    matrix+=("$(printf '%-17s %-14s %-9s %s' "$name" "$(engines_told Version)" "$(engines_told ApiVersion)" "$TESTS_SUMMARY")")
    engines_stop
  done
  printf '\n%-17s %-14s %-9s %s\n' name engine API tests
  printf '%s\n' "${matrix[@]}"
  [ "$failed" = 0 ]
}

# A text of the engine's answer to /version.
engines_told() { engine_curl "${DOCKER_HOST:-}" /version 2>/dev/null | sed -n "s/^{.*}],\(.*\)/\1/; s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  set -eu
  engines_inside "$@"
fi
