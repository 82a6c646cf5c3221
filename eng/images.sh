# Images for the demo and the tests, made on this machine: nothing is pulled. Sourced by build.sh after engine.sh.

TEST_IMAGE="launchsdk-test/busybox:latest"

# A root file system with the static busybox and a link for each of its commands, imported through the Engine API.
image_busybox() {
  local busybox root name
  if engine_curl "$DOCKER_HOST" "/images/$TEST_IMAGE/json" -o /dev/null 2>/dev/null; then return 0; fi
  install_missing "The image $TEST_IMAGE is made from a static busybox: install it" busybox-static || return 1
  busybox=$(engine_busybox) || return 1
  root=$(mktemp -d)
  mkdir -p "$root/bin" "$root/etc" "$root/root"
  mkdir -m 1777 "$root/tmp"
  cp "$busybox" "$root/bin/busybox"
  for name in $("$busybox" --list); do
    [ -e "$root/bin/$name" ] || ln -s busybox "$root/bin/$name"
  done
  printf 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/sh\n' >"$root/etc/passwd"
  printf 'root:x:0:\nnobody:x:65534:\n' >"$root/etc/group"
  tar -C "$root" --owner=0 --group=0 -cf "$root.tar" .
  engine_curl "$DOCKER_HOST" "/images/create?fromSrc=-&repo=${TEST_IMAGE%:*}&tag=${TEST_IMAGE#*:}&changes=CMD%20%5B%22sh%22%5D" \
    -X POST -H 'Content-Type: application/x-tar' --data-binary "@$root.tar" -o /dev/null
  local status=$?
  rm -rf "$root" "$root.tar"
  return "$status"
}
