# Programs that some tests use: an sshd, a registry with a password, another user, the maker of a Debian image. Sourced by build.sh after engine.sh.

# Gets them by apt where this user may; tests that still lack theirs are skipped with a reason, and fail where CI=true.
install_test_programs() {
  local missing="" pair
  for pair in sshd:openssh-server ssh:openssh-client docker-registry:docker-registry htpasswd:apache2-utils setpriv:util-linux mmdebstrap:mmdebstrap; do
    PATH="$PATH:/usr/sbin:/sbin" command -v "${pair%%:*}" >/dev/null || missing="$missing ${pair#*:}"
  done
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    say "Some tests need programs that are not here (Debian, Ubuntu: sudo apt-get install$missing)."
    return 0
  fi
  say "Installing$missing with apt, for tests."
  # Services that packages would start are not wanted: tests start their own.
  apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends $missing >&2 || say "apt could not install$missing."
  return 0
}
