# Gets Debian packages that the demo and the tests need and this machine lacks. Sourced by build.sh and by the files beside it that install something.

say() { printf '%s\n' "$*" >&2; }

# Whether this user may install packages.
apt_may() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# apt_install WHY PACKAGE...: installs packages, none of whose services is started, or says WHY and what to install. Without packages it does nothing.
apt_install() {
  local why="$1" status
  shift
  [ "$#" -gt 0 ] || return 0
  if ! apt_may; then
    say "$why (Debian, Ubuntu: sudo apt-get install $*)."
    return 1
  fi
  say "Installing $* with apt."
  apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends "$@" >&2
  status=$?
  [ "$status" = 0 ] || say "apt could not install $*."
  return "$status"
}
