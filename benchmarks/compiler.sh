#!/usr/bin/env bash
# What the package costs whole compilers and whole builds, in pairs: `benchmarks/compiler.sh csc [PAIRS]`, `benchmarks/compiler.sh builds [PAIRS ['100 1000 3000']]`.
set -eu
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
part=${1:-csc} pairs=${2:-15}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet pack "$root/src/LaunchSdk" --output "$work/feed" --verbosity quiet

# A console project that references the package, with so many queue files.
project() {
  local folder=$work/$1 files=$2
  mkdir -p "$folder/queues"
  for name in Directory.Build.props Directory.Build.targets Directory.Packages.props; do echo '<Project />' >"$folder/$name"; done
  cat >"$folder/App.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
    <RestorePackagesPath>$work/packages</RestorePackagesPath>
    <RestoreAdditionalProjectSources>$work/feed</RestoreAdditionalProjectSources>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="LaunchSdk" Version="*" />
  </ItemGroup>
</Project>
XML
  echo 'Console.WriteLine(LaunchSdk.DockerQueue.Parse("gpus: all").Problems.Count);' >"$folder/Program.cs"
  for ((i = 0; i < files; i++)); do
    sed "s/16g/$((16 + i % 48))g/" "$root/benchmarks/LaunchSdk.Benchmarks/Files/queue.yaml" >"$folder/queues/q$i.yaml"
  done
  dotnet restore "$folder/App.csproj" --verbosity quiet
}

# Milliseconds of a command: on the wall, and of processors, which tells more on a busy machine.
timed() {
  local TIMEFORMAT='%R %U %S'
  { time "$@" >"$work/log" 2>&1; } 2>"$work/time" || { cat "$work/log"; exit 1; }
  awk '{ print $1 * 1000, ($2 + $3) * 1000 }' "$work/time"
}

median() { awk "{ print $1 }" "$work/pairs" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# Runs two functions in turns; prints the medians of the times of both and of the differences.
compare() {
  "$2" >/dev/null && "$3" >/dev/null
  : >"$work/pairs"
  for ((n = 0; n < pairs; n++)); do echo "$("$2") $("$3")" >>"$work/pairs"; done
  echo "$1: $(median '$1') ms without, $(median '$3') ms with, $(median '$3 - $1') ms more; processors: $(median '$2'), $(median '$4'), $(median '$4 - $2') more"
}

case $part in
csc)
  project app 1
  cd "$work/app"
  dotnet build --no-restore --verbosity detailed -p:UseSharedCompilation=false >"$work/build.log"
  line=$(grep -m1 -E 'bincore/csc(\.dll)? /noconfig' "$work/build.log" | sed 's/^ *//')
  csc=${line%% /noconfig*}
  xargs -n1 <<<"${line#"$csc"}" | grep -v '^/noconfig$' | sed 's/.* .*/"&"/' >"$work/with.rsp"
  grep -viE '^/analyzer:.*launchsdk|^/additionalfile' "$work/with.rsp" >"$work/without.rsp"
  grep -viE '^/additionalfile' "$work/with.rsp" >"$work/nofiles.rsp"
  mkdir "$work/generated"
  $csc /noconfig "@$work/with.rsp" "/generatedfilesout:$work/generated" >"$work/log"
  { cat "$work/without.rsp"; find "$work/generated" -name 'Launch*.cs'; } >"$work/byhand.rsp"
  without() { timed $csc /noconfig "@$work/without.rsp"; }
  with() { timed $csc /noconfig "@$work/with.rsp"; }
  nofiles() { timed $csc /noconfig "@$work/nofiles.rsp"; }
  byhand() { timed $csc /noconfig "@$work/byhand.rsp"; }
  compare "csc, package against none, no files" without nofiles
  compare "csc, package with one queue file against none" without with
  compare "csc, package with one queue file against the same members as source" byhand with
  ;;
builds)
  project empty 0
  for files in ${3:-100 1000 3000}; do project "q$files" "$files"; done
  build() { touch "$work/$1/Program.cs" && timed dotnet build "$work/$1/App.csproj" --no-restore --verbosity quiet -nodeReuse:false -p:UseSharedCompilation=false; }
  empty() { build empty; }
  full() { build "q$files"; }
  for files in ${3:-100 1000 3000}; do compare "dotnet build, $files queue files" empty full; done
  ;;
*)
  echo "Usage: benchmarks/compiler.sh csc|builds [PAIRS]" >&2
  exit 2
  ;;
esac
