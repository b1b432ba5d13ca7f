# shellcheck shell=bash
# Builds into artifacts/app, and skips every part whose inputs are as they were at its last success.

: "${root:?}" "${app:?}"
stamps="$root/artifacts/stamps"
: "${dotnet=}"

build_app() {
  mkdir -p "$stamps"
  local lock=
  if command -v flock >/dev/null 2>&1; then
    # Two installations may be started from one clone at the same time.
    exec {lock}>"$root/artifacts/build.lock"
    flock "$lock"
  fi
  if_changed dotnet "$(dotnet_inputs)" "$app/AIWendy.Host.dll" build_dotnet
  if_changed web "$(web_inputs)" "$app/wwwroot/index.html" build_web
  if [ -n "$lock" ]; then
    # The lock must not live on in the host, which replaces this shell.
    exec {lock}>&-
  fi
}

# if_changed NAME FINGERPRINT PRODUCT COMMAND
if_changed() {
  local stamp="$stamps/$1"
  if [ -f "$3" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$2" ]; then
    return
  fi
  rm -f "$stamp"
  "$4"
  printf '%s' "$2" >"$stamp"
}

dotnet_inputs() {
  cd "$root" && fingerprint global.json Directory.Build.props Directory.Packages.props .editorconfig host/*.txt host/AIWendy.Host sdk/AIWendy.Sdk sdk/AIWendy.Packaging plugins scripts/app.proj \
    -not -path '*/bin/*' -not -path '*/obj/*' -not -path '*/node_modules/*' -not -path '*/web/*'
}

web_inputs() {
  cd "$root" && fingerprint host/web sdk/web plugins \
    -not -path '*/bin/*' -not -path '*/obj/*' -not -path '*/node_modules/*' -not -name '*.cs' -not -name '*.csproj'
}

# The solution; in a repository from which the cloud pack or another folder was deleted, a filter of what is there.
solution() {
  local project path present="" missing=""
  while IFS= read -r project; do
    path="${project//\\//}"
    if [ -f "$root/$path" ]; then
      present="$present${present:+, }\"${project//\\/\\\\}\""
    else
      missing="$missing $path"
    fi
  done < <(grep -o '[^"]*\.csproj' "$root/AIWendy.sln")
  if [ -z "$missing" ]; then
    echo "$root/AIWendy.sln"
    return
  fi
  mkdir -p "$root/artifacts"
  printf '{"solution": {"path": "../AIWendy.sln", "projects": [%s]}}\n' "$present" >"$root/artifacts/present.slnf"
  echo "$root/artifacts/present.slnf"
}

restore_dotnet() {
  local locked=() target
  target="$(solution)"
  # The lock file of a project that refers to every plugin names all of them, so it only fits the whole repository.
  case "$target" in *.sln) locked=(--locked-mode) ;; esac
  quietly "restore of the .NET packages" "$dotnet" restore "$target" --nologo -v quiet "${locked[@]}"
}

build_dotnet() {
  step "Building the host and the plugins"
  restore_dotnet
  quietly "build of the host" "$dotnet" msbuild "$root/scripts/app.proj" -nologo -v:quiet -m -nodeReuse:false
  remove_gone_plugins
}

# A plugin whose source is gone must not be loaded from an earlier build.
remove_gone_plugins() {
  local folder id
  for folder in "$app"/plugins/*/; do
    [ -d "$folder" ] || continue
    id="$(basename "$folder")"
    grep -qs "\"id\": *\"$id\"" "$root"/plugins/*/*/plugin.json || rm -rf "$folder"
  done
}

install_web() {
  local lock="$1/package-lock.json" stamp="$1/node_modules/.aiwendy-lock"
  local wanted
  wanted="$(cksum <"$lock")"
  if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
    step "Installing the packages of ${1#"$root"/}"
    (cd "$1" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 PUPPETEER_SKIP_DOWNLOAD=1 quietly "npm ci" npm ci --no-audit --no-fund --prefer-offline --loglevel=error)
    printf '%s' "$wanted" >"$stamp"
  fi
}

build_web() {
  install_web "$root/host/web"
  step "Building the web page"
  (cd "$root/host/web" && WEB_OUT="$app/wwwroot" quietly "build of the web page" npx --no-install vite build --logLevel warn)
}

# quietly WHAT COMMAND...: shows the output of a command only when it fails.
quietly() {
  local what="$1" log
  shift
  log="$(mktemp)"
  if "$@" >"$log" 2>&1; then
    rm -f "$log"
    return 0
  fi
  cat "$log" >&2
  rm -f "$log"
  fail "the $what failed; what it said is above."
}
