# shellcheck shell=bash
# The packages that people who write plugins use, as a folder that NuGet takes for a feed.
: "${root:?}" "${dotnet=}"

sdk_command() {
  local action="${1:-}" output="$root/artifacts/sdk"
  [ "$action" = pack ] || fail "say what to do: ./aiwendy sdk pack [--output FOLDER]"
  shift
  while [ $# -gt 0 ]; do
    case "$1" in
      --output)
        [ -n "${2:-}" ] || fail "--output needs a folder."
        output="$2"
        shift 2
        ;;
      *) fail "unknown option $1; there is --output FOLDER." ;;
    esac
  done
  sdk_pack "$output"
}

sdk_pack() {
  local output="$1" project
  step "Packing the SDK"
  mkdir -p "$output"
  rm -f "$output"/AIWendy.*.nupkg
  for project in AIWendy.Packaging AIWendy.Sdk.Analyzers; do
    quietly "build of $project" "$dotnet" build "$root/sdk/$project" -c Release --nologo -v quiet -nodeReuse:false
  done
  for project in AIWendy.Sdk AIWendy.Sdk.Testing templates; do
    quietly "packing of $project" "$dotnet" pack "$root/sdk/$project" -c Release -p:PackingSdk=true -o "$output" --nologo -v quiet -nodeReuse:false
  done
  forget_cached_packages "$output"
  note "The feed is $(cd "$output" && pwd)"
  note "Use it anywhere: dotnet nuget add source \"$(cd "$output" && pwd)\" --name aiwendy"
}

# NuGet keeps what it has once unpacked, so that a package that was built again under its version would not be seen.
forget_cached_packages() {
  local cache package name
  cache="$("$dotnet" nuget locals global-packages --list | sed 's/^[^:]*: *//')"
  [ -d "$cache" ] || return 0
  for package in "$1"/AIWendy.*.nupkg; do
    name="$(basename "$package" .nupkg | tr '[:upper:]' '[:lower:]')"
    rm -rf "${cache%/}/$(sed -E 's/\.([0-9]+\.[0-9]+\.[0-9]+.*)$/\/\1/' <<<"$name")"
  done
}
