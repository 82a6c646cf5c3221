# Builds and runs every test project, and adds up their reports. Sourced by build.sh.

# The number that a TRX file's Counters give for a name.
trx_count() { sed -n "s/.*<Counters[^>]* $2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1; }

# run_tests ROOT: prints `N passed, N failed` (and `, N skipped`) last; not 0 on a failure or when nothing ran.
run_tests() {
  local root="$1" results="$1/artifacts/test-results" project name program trx code total passed=0 failed=0 skipped=0
  rm -rf "$results"
  mkdir -p "$results"
  for project in "$root"/tests/*.Tests/*.Tests.csproj; do
    name=$(basename "$project" .csproj)
    program=$(dotnet msbuild "$project" -getProperty:TargetPath -property:Configuration=Release)
    trx="$results/$name.trx"
    printf '== %s\n' "$name"
    dotnet exec "$program" -noColor -noLogo -result-trx "$trx"
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
  if [ "$skipped" -gt 0 ]; then
    printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
  else
    printf '%s passed, %s failed\n' "$passed" "$failed"
  fi
  [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}
