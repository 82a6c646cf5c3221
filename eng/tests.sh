# Builds and runs every test project, and adds up their reports. Sourced by build.sh.

TESTS_SUMMARY=""
TESTS_PASSED=0
TESTS_FAILED=0
TESTS_SKIPPED=0

tests_summary() {
  printf '%s passed, %s failed' "$1" "$2"
  [ "$3" = 0 ] || printf ', %s skipped' "$3"
  printf '\n'
}

# The sum of all runs of this script.
print_total() { tests_summary "$TESTS_PASSED" "$TESTS_FAILED" "$TESTS_SKIPPED"; }

# The number that a TRX file's Counters give for a name.
trx_count() { sed -n "s/.*<Counters[^>]* $2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1; }

# The test projects that have tests with a real engine.
engine_test_projects() {
  grep -lrE 'EngineFact|EngineTheory|Trait\("Engine", "real"\)' "$1/tests" --include='*.cs' | sed -n "s|^$1/tests/\([^/]*\.Tests\)/.*|$1/tests/\1/\1.csproj|p" | sort -u
}

# run_tests ROOT RESULTS [ARGUMENT...]: prints `N passed, N failed` (and `, N skipped`) last; not 0 on a failure or when nothing ran.
# The arguments are xunit's; with `-trait Engine=real` only the projects that have such tests are started.
run_tests() {
  local root="$1" results="$2" project name program trx code total passed=0 failed=0 skipped=0
  local -a projects=("$1"/tests/*.Tests/*.Tests.csproj)
  shift 2
  case "$*" in *Engine=real*) mapfile -t projects < <(engine_test_projects "$root") ;; esac
  rm -rf "$results"
  mkdir -p "$results"
  for project in "${projects[@]}"; do
    name=$(basename "$project" .csproj)
    program=$(dotnet msbuild "$project" -getProperty:TargetPath -property:Configuration=Release)
    trx="$results/$name.trx"
    printf '== %s\n' "$name"
    dotnet exec "$program" -noColor -noLogo -result-trx "$trx" "$@"
    code=$?
    if [ ! -s "$trx" ]; then
      [ "$code" = 0 ] || { say "$name ended with $code and left no report"; failed=$((failed + 1)); }
      continue
    fi
    total=$(trx_count "$trx" total)
    passed=$((passed + $(trx_count "$trx" passed)))
    failed=$((failed + $(trx_count "$trx" failed) + $(trx_count "$trx" error)))
    skipped=$((skipped + total - $(trx_count "$trx" passed) - $(trx_count "$trx" failed) - $(trx_count "$trx" error)))
    # A run can fail without a failed test (a crash in clean-up): its exit code says so.
    if [ "$code" != 0 ] && [ "$(($(trx_count "$trx" failed) + $(trx_count "$trx" error)))" = 0 ]; then
      say "$name ended with $code although its report has no failure"
      failed=$((failed + 1))
    fi
  done
  TESTS_SUMMARY=$(tests_summary "$passed" "$failed" "$skipped")
  TESTS_PASSED=$((TESTS_PASSED + passed)) TESTS_FAILED=$((TESTS_FAILED + failed)) TESTS_SKIPPED=$((TESTS_SKIPPED + skipped))
  printf '%s\n' "$TESTS_SUMMARY"
  [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}
