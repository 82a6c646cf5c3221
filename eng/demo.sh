# The demo: a queue file becomes a docker run command, and the command's container runs. Sourced by build.sh.

# Whether the engine can give a container a GPU: it knows a CDI device or the NVIDIA runtime.
engine_has_gpu() { engine_curl "$DOCKER_HOST" /info 2>/dev/null | grep -q '"nvidia"'; }

# run_demo ROOT: prints the command of samples/gpu-workstation.yaml, then runs it.
run_demo() {
  local launch="$1/artifacts/bin/LaunchSdk.Cli/release/launch.dll" queue="$1/samples/gpu-workstation.yaml"
  export MY_EXISTING_ENV_VAR="${MY_EXISTING_ENV_VAR:-value from the machine that runs the queue}"
  printf '\n# The queue %s as docker takes it:\n' "samples/gpu-workstation.yaml"
  dotnet exec "$launch" render "$queue" --image "$TEST_IMAGE" -- env || return 1
  set -- "$1" run "$queue" --image "$TEST_IMAGE"
  if ! engine_has_gpu; then
    printf '\n# This engine has no GPU, so samples/demo/no-gpu.yaml takes that option out. Inside the container:\n'
    set -- "$@" --override "$1/samples/demo/no-gpu.yaml"
  else
    printf '\n# Inside the container:\n'
  fi
  shift
  dotnet exec "$launch" "$@" -- env
}
