# The demo: a queue file becomes a docker run command, and the command's container runs; then the queue gets a job, and an agent runs it. Sourced by build.sh.

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
  [ "$status" = 0 ] || return "$status"
  demo_queue "$launch" "$script"
}

# demo_queue LAUNCH SCRIPT: a queue is created, a job is put on it, an agent runs it; the exit code is that of the last step. Its queues are in a folder of its own.
demo_queue() {
  local folder job status
  folder=$(mktemp -d)
  printf '\n# The same with a queue and an agent. The queue is created:\n'
  XDG_DATA_HOME="$folder" dotnet exec "$1" queue create samples/gpu-workstation.yaml || { rm -rf "$folder"; return 1; }
  set -- "$1" "$2" submit --image "$TEST_IMAGE" --queue gpu-workstation
  if ! engine_has_gpu; then set -- "$@" --override samples/demo/no-gpu.yaml; fi
  printf '\n# A job is put on it; its id:\n'
  job=$(XDG_DATA_HOME="$folder" dotnet exec "$1" "${@:3}" -- sh -c "$2") || { rm -rf "$folder"; return 1; }
  printf '%s\n' "$job"
  printf '\n# An agent takes it, runs it, and ends because nothing else waits:\n'
  XDG_DATA_HOME="$folder" dotnet exec "$1" agent --queue gpu-workstation --once --policy open
  printf '\n# The job, and what it wrote:\n'
  XDG_DATA_HOME="$folder" dotnet exec "$1" jobs && XDG_DATA_HOME="$folder" dotnet exec "$1" logs "$job"
  status=$?
  rm -rf "$folder"
  return "$status"
}
