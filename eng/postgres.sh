#!/usr/bin/env bash
# Starts a private PostgreSQL server that ends with this script. Sourced by build.sh; tests that stop and start a server of their own
# run it: `eng/postgres.sh start FOLDER` prints a connection string, `stop FOLDER [MODE]` and `again FOLDER` do what they say.
# After `postgres_up`, LAUNCHSDK_POSTGRES is the connection string of a server that answers; `postgres_down` stops what `postgres_up` started, and nothing else.

. "$(dirname "${BASH_SOURCE[0]}")/packages.sh"

POSTGRES_FOLDER=""

# The folder of the server's programs: Debian keeps them out of PATH.
postgres_programs() {
  local folder
  for folder in $(command -v postgres >/dev/null && dirname "$(readlink -f "$(command -v postgres)")") $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV); do
    [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] && { printf '%s\n' "$folder"; return 0; }
  done
  return 1
}

# The server refuses to run as root: then it is nobody's.
postgres_do() {
  if [ "$(id -u)" = 0 ]; then
    (cd / && setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups "$@")
  else
    "$@"
  fi
}

# postgres_again FOLDER: starts the server of a folder on the port that it has there.
postgres_again() {
  postgres_do "$(postgres_programs)/pg_ctl" start -D "$1/data" -w -t 60 -s -l "$1/log" </dev/null >/dev/null 2>&1
}

# postgres_start FOLDER: makes a server below a folder that does not exist yet, and prints its connection string.
postgres_start() {
  local folder="$1" programs password port try
  programs=$(postgres_programs) || return 1
  mkdir -m 700 "$folder" || return 1
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '%s\n' "$password" >"$folder/password"
  if [ "$(id -u)" = 0 ]; then chown -R nobody "$folder"; fi
  postgres_do "$programs/initdb" -D "$folder/data" -U launchsdk --pwfile="$folder/password" --auth=scram-sha-256 -E UTF8 --no-locale >"$folder.initdb" 2>&1 || { cat "$folder.initdb" >&2; return 1; }
  rm -f "$folder.initdb"
  for try in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 12000))
    printf "listen_addresses = '127.0.0.1'\nport = %s\nunix_socket_directories = ''\nmax_connections = 200\n" "$port" | postgres_do tee "$folder/data/postgresql.auto.conf" >/dev/null
    if postgres_again "$folder"; then
      printf 'Host=127.0.0.1;Port=%s;Username=launchsdk;Password=%s;Database=postgres\n' "$port" "$password"
      return 0
    fi
  done
  tail -n 5 "$folder/log" >&2
  return 1
}

# postgres_stop FOLDER [fast|immediate]
postgres_stop() { postgres_do "$(postgres_programs)/pg_ctl" stop -D "$1/data" -m "${2:-fast}" -w -t 60 -s >/dev/null 2>&1; }

# Leaves LAUNCHSDK_POSTGRES set to a server that answers.
postgres_up() {
  local parent
  if [ -n "${LAUNCHSDK_POSTGRES:-}" ]; then
    say "Using the PostgreSQL server of LAUNCHSDK_POSTGRES."
    return 0
  fi
  if ! postgres_programs >/dev/null; then
    # Its package would make a server of its own.
    if apt_may && mkdir -p /etc/postgresql-common && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
      printf 'create_main_cluster = false\n' >/etc/postgresql-common/createcluster.conf
    fi
    apt_install "This machine has no PostgreSQL server: set LAUNCHSDK_POSTGRES to the connection string of one, or install one" postgresql || return 1
  fi
  parent=$(mktemp -d /tmp/launchsdk-postgres.XXXXXX) && chmod 711 "$parent" || return 1
  POSTGRES_FOLDER="$parent/server"
  LAUNCHSDK_POSTGRES=$(postgres_start "$POSTGRES_FOLDER") || { say "The private PostgreSQL server did not start."; return 1; }
  export LAUNCHSDK_POSTGRES
  say "Started a private PostgreSQL server."
}

# Stops the server that postgres_up started.
postgres_down() {
  [ -n "$POSTGRES_FOLDER" ] || return 0
  postgres_stop "$POSTGRES_FOLDER" immediate
  rm -rf "$(dirname "$POSTGRES_FOLDER")"
  POSTGRES_FOLDER=""
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  case "${1:-}" in
    start) postgres_start "$2" ;;
    stop) postgres_stop "$2" "${3:-fast}" ;;
    again) postgres_again "$2" ;;
    *)
      say "Usage: eng/postgres.sh start FOLDER | stop FOLDER [fast|immediate] | again FOLDER"
      exit 2
      ;;
  esac
fi
