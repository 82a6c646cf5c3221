# The demo: a queue file becomes a docker run command, and the command's container runs. Sourced by build.sh.

# Whether the engine knows the NVIDIA runtime.
engine_has_gpu() { engine_curl "$DOCKER_HOST" /info 2>/dev/null | grep -q '"nvidia"'; }

# run_demo ROOT: prints the command of samples/gpu-workstation.yaml, then runs it; its exit code is the container's.
run_demo() {
  local launch="$1/artifacts/bin/LaunchSdk.Cli/release/launch.dll" status
  local script='env | grep ^MY_'
  cd "$1" || return 1
  export MY_EXISTING_ENV_VAR="${MY_EXISTING_ENV_VAR:-a value of the machine that runs the queue}"

  printf '\n# samples/gpu-workstation.yaml as docker takes it: every option, then the image, then the command.\n'
  dotnet exec "$launch" render samples/gpu-workstation.yaml --image "$TEST_IMAGE" -- sh -c "$script" || return 1

  set -- run samples/gpu-workstation.yaml --image "$TEST_IMAGE"
  if ! engine_has_gpu; then
    printf '\n# This engine has no NVIDIA runtime: the override samples/demo/no-gpu.yaml takes gpus away.\n'
    set -- "$@" --override samples/demo/no-gpu.yaml
  fi
  printf '\n# The container says:\n'
  dotnet exec "$launch" "$@" -- sh -c "$script"
  status=$?
  printf '\n# Exit code of the container: %s\n' "$status"
  return "$status"
}
