# Finds a Docker Engine, or starts a private one that ends with this script. Sourced by build.sh; needs bash, curl and the usual POSIX tools.
# After `engine_up`, DOCKER_HOST names an engine that answers; `engine_down` stops what `engine_up` started, and nothing else.

ENGINE_PID=""
ENGINE_ROOT=""
ENGINE_EXEC=""
ENGINE_BRIDGE=""

. "$(dirname "${BASH_SOURCE[0]}")/packages.sh"

# The host that the docker command would use: DOCKER_HOST, then the context, then the default socket.
engine_host() {
  if [ -n "${DOCKER_HOST:-}" ]; then
    printf '%s\n' "$DOCKER_HOST"
    return
  fi
  local config="${DOCKER_CONFIG:-$HOME/.docker}" context="${DOCKER_CONTEXT:-}" meta host=""
  if [ -z "$context" ] && [ -r "$config/config.json" ]; then
    context=$(sed -n 's/.*"currentContext"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' "$config/config.json" | head -n 1)
  fi
  if [ -n "$context" ] && [ "$context" != default ]; then
    meta="$config/contexts/meta/$(printf '%s' "$context" | sha256sum | cut -d ' ' -f 1)/meta.json"
    [ ! -r "$meta" ] || host=$(tr ',{}' '\n\n\n' <"$meta" | sed -n 's/.*"Host"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' | head -n 1)
  fi
  printf '%s\n' "${host:-unix:///var/run/docker.sock}"
}

# engine_curl HOST PATH [curl options]: one request to the Engine API.
engine_curl() {
  local host="$1" path="$2"
  shift 2
  case "$host" in
    unix://*) curl -sS --fail --unix-socket "${host#unix://}" "$@" "http://docker$path" ;;
    tcp://* | http://*) curl -sS --fail "$@" "http://${host#*://}$path" ;;
    *) return 1 ;;
  esac
}

engine_answers() {
  case "$1" in
    unix://* | tcp://* | http://*) [ "$(engine_curl "$1" /_ping --max-time 5 2>/dev/null)" = OK ] ;;
    *) command -v docker >/dev/null && DOCKER_HOST="$1" docker version >/dev/null 2>&1 ;;
  esac
}

# install_missing WHY PACKAGE...: gets by apt what this machine lacks of the packages, or says in one line what to install.
install_missing() {
  local why="$1" package
  local -a packages=()
  shift
  for package in "$@"; do
    case "$package" in
      docker.io) command -v dockerd >/dev/null || packages+=(docker.io iptables ca-certificates) ;;
      busybox-static) engine_busybox >/dev/null || packages+=("$package") ;;
      *) command -v "$package" >/dev/null || packages+=("$package") ;;
    esac
  done
  apt_install "$why" ${packages[@]+"${packages[@]}"}
}

# The static busybox of this machine.
engine_busybox() {
  local path
  for path in /usr/bin/busybox /bin/busybox; do
    [ -x "$path" ] && ! ldd "$path" >/dev/null 2>&1 && { printf '%s\n' "$path"; return 0; }
  done
  return 1
}

# A bridge of its own keeps two engines on one machine from giving out the same addresses on docker0.
engine_bridge() {
  command -v ip >/dev/null || return 1
  local name="lsdk$$" second=$((64 + $$ % 128)) third=$(($$ / 128 % 256))
  ip link add name "$name" type bridge 2>/dev/null || return 1
  ENGINE_BRIDGE="$name"
  ip addr add "10.$second.$third.1/24" dev "$name" && ip link set "$name" up
}

# engine_start FOLDER: starts this machine's dockerd; a machine without one gets it by apt.
engine_start() {
  if [ "$(id -u)" != 0 ]; then
    say "No Docker Engine answers at $(engine_host) for this user, and a private one needs root: install and start Docker Engine, set DOCKER_HOST, or run this as root on Debian or Ubuntu."
    return 1
  fi
  install_missing "No Docker Engine answers at $(engine_host): install Docker Engine and start it, or set DOCKER_HOST" docker.io busybox-static curl || return 1
  engine_serve "$1" dockerd
}

# engine_serve FOLDER COMMAND...: starts a dockerd by a command, which gets the options that keep it apart from other engines, and waits until it answers.
engine_serve() {
  local folder="$1/$$" socket deadline
  shift
  mkdir -p "$folder"
  ENGINE_ROOT="$folder"
  ENGINE_EXEC="$folder/exec"
  # A unix socket's path ends at 108 bytes, and containerd's lies deepest.
  if [ "${#ENGINE_EXEC}" -gt 60 ]; then
    ENGINE_EXEC=$(mktemp -d /tmp/launchsdk-engine.XXXXXX)
  fi
  mkdir -p "$ENGINE_EXEC"
  socket="$ENGINE_EXEC/docker.sock"
  set -- "$@" --data-root "$folder/data" --exec-root "$ENGINE_EXEC" --pidfile "$folder/dockerd.pid" -H "unix://$socket" \
    --containerd-namespace "launchsdk-$$" --containerd-plugins-namespace "launchsdk-plugins-$$"
  if engine_bridge; then set -- "$@" --bridge "$ENGINE_BRIDGE"; fi

  # Its own session: Ctrl-C reaches this script first, and the script stops the engine after the tests.
  setsid "$@" >"$folder/dockerd.log" 2>&1 &
  ENGINE_PID=$!
  deadline=$((SECONDS + 60))
  until engine_answers "unix://$socket"; do
    if ! kill -0 "$ENGINE_PID" 2>/dev/null || [ "$SECONDS" -ge "$deadline" ]; then
      say "dockerd did not start; the end of its log:"
      tail -n 5 "$folder/dockerd.log" >&2
      return 1
    fi
    sleep 0.2
  done
  export DOCKER_HOST="unix://$socket"
  unset DOCKER_CONTEXT DOCKER_TLS_VERIFY DOCKER_CERT_PATH
  say "Started a private Docker Engine (pid $ENGINE_PID) at $DOCKER_HOST."
}

# engine_up FOLDER: leaves DOCKER_HOST set to an engine that answers.
engine_up() {
  local host
  host=$(engine_host)
  if engine_answers "$host"; then
    export DOCKER_HOST="$host"
    say "Using the Docker Engine at $host."
    return 0
  fi
  engine_start "$1"
}

# Stops the engine that engine_start started: that process only, then what it may have left mounted.
engine_down() {
  local pid="$ENGINE_PID" tries=0 mount
  ENGINE_PID=""
  if [ -n "$pid" ]; then
    kill -TERM "$pid" 2>/dev/null
    while kill -0 "$pid" 2>/dev/null && [ "$tries" -lt 150 ]; do
      sleep 0.2
      tries=$((tries + 1))
    done
    if kill -0 "$pid" 2>/dev/null; then
      kill -KILL "$pid" 2>/dev/null
      [ ! -r "$ENGINE_EXEC/containerd/containerd.pid" ] || kill -TERM "$(cat "$ENGINE_EXEC/containerd/containerd.pid")" 2>/dev/null
    fi
    wait "$pid" 2>/dev/null
  fi
  if [ -n "$ENGINE_BRIDGE" ]; then
    ip link delete "$ENGINE_BRIDGE" 2>/dev/null
    ENGINE_BRIDGE=""
  fi
  if [ -n "$ENGINE_ROOT" ]; then
    while read -r _ mount _; do
      case "$mount" in "$ENGINE_ROOT"/* | "$ENGINE_EXEC"/*) umount -l "$mount" 2>/dev/null ;; esac
    done </proc/mounts
    rm -rf "$ENGINE_ROOT/data" "$ENGINE_EXEC"
    ENGINE_ROOT=""
  fi
  return 0
}
