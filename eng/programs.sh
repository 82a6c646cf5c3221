# Programs that some tests use: an sshd, a registry with a password, another user, the maker of a Debian image, a second reader of YAML,
# a linker for Native AOT. Sourced by build.sh after packages.sh.

# Gets them by apt where this user may; tests that still lack theirs are skipped with a reason, and fail where CI=true.
install_test_programs() {
  local pair
  local -a missing=()
  for pair in sshd:openssh-server ssh:openssh-client git:git docker-registry:docker-registry htpasswd:apache2-utils setpriv:util-linux mmdebstrap:mmdebstrap; do
    PATH="$PATH:/usr/sbin:/sbin" command -v "${pair%%:*}" >/dev/null || missing+=("${pair#*:}")
  done
  python3 -c 'import yaml' 2>/dev/null || missing+=(python3-yaml)
  command -v clang >/dev/null || command -v gcc >/dev/null || missing+=(gcc libc6-dev zlib1g-dev)
  apt_install "Some tests need programs that are not here" ${missing[@]+"${missing[@]}"} || true
}
