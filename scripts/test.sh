# shellcheck shell=bash
# Every check of the repository. Each gate counts as one test beside those that it runs; the last line says how many
# passed and failed.
: "${root:?}" "${app:?}" "${dotnet=}" "${chromium=}"

results="$root/artifacts/test-results"
passed=0
failed=0
format_process=

run_tests() {
  local gates=("$@")
  [ ${#gates[@]} -gt 0 ] || gates=(format web dotnet deploy e2e)
  need_runtime
  need_postgres
  case " ${gates[*]} " in *" e2e "*) need_chromium ;; esac
  build_app
  rm -rf "$results"
  mkdir -p "$results"
  cd "$root"
  local gate
  for gate in "${gates[@]}"; do
    case "$gate" in
      format) format_gate ;;
      web) web_gates ;;
      dotnet) format_result && dotnet_tests ;;
      deploy) gate "Image contents" "$root/scripts/deploy-check.sh" "$app" "$dotnet" ;;
      e2e) browser_tests ;;
      *) fail "there is no gate $gate; there are format, web, dotnet, deploy and e2e." ;;
    esac
  done
  format_result
  printf '%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ]
}

# gate NAME COMMAND...: one check that passes or fails as a whole; its output is shown when it fails.
gate() {
  local name="$1" log="$results/gate-${1// /-}.log"
  shift
  step "$name"
  if "$@" >"$log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    tail -n 60 "$log"
    note "FAILED: $name"
  fi
}

# tally NAME PASSED FAILED RC: adds what a runner counted. A runner that fails without a failed test counts as one.
tally() {
  passed=$((passed + $2))
  failed=$((failed + $3))
  if [ "$4" -ne 0 ] && [ "$3" -eq 0 ]; then
    failed=$((failed + 1))
    note "FAILED: $1 ended with code $4 without naming a failed test"
  fi
  note "$1: $2 passed, $3 failed"
}

# The formatter keeps one core busy for minutes: it works while the web gates do.
format_gate() {
  "$dotnet" format "$(solution)" --verify-no-changes --no-restore >"$results/formatter.log" 2>&1 &
  format_process=$!
  if command -v shellcheck >/dev/null 2>&1; then
    gate "Shell scripts" shellcheck -x aiwendy .ci/run deploy/entrypoint.sh scripts/deploy-check.sh
  fi
}

# Counts the formatter's verdict once it is there; nothing where it was not started or is counted already.
format_result() {
  [ -n "$format_process" ] || return 0
  gate "C# format" format_verdict "$format_process"
  format_process=
}

format_verdict() {
  wait "$1" || {
    cat "$results/formatter.log"
    return 1
  }
}

web_gates() {
  install_web "$root/host/web"
  local script
  for script in lint typecheck budget fresh; do
    if grep -q "\"$script\":" "$root/host/web/package.json"; then
      gate "Web $script" npm --prefix "$root/host/web" run --silent "$script"
    fi
  done
  step "Web unit tests"
  local rc=0
  (cd "$root/host/web" && npx --no-install vitest run --reporter=default --reporter=json --outputFile.json="$results/vitest.json") >"$results/vitest.log" 2>&1 || rc=$?
  [ $rc -eq 0 ] || tail -n 80 "$results/vitest.log"
  tally "Web unit tests" "$(json_number "$results/vitest.json" numPassedTests)" "$(json_number "$results/vitest.json" numFailedTests)" $rc
}

dotnet_tests() {
  local log="$results/build.log"
  step "Building the tests"
  if ! "$dotnet" build "$(solution)" -c Release --no-restore --nologo -v quiet -nodeReuse:false >"$log" 2>&1; then
    tail -n 60 "$log"
    failed=$((failed + 1))
    note "FAILED: the tests do not build"
    return
  fi
  passed=$((passed + 1))
  # The samples are mostly built by other processes: they work beside the first projects, and nothing that measures time
  # runs before they are done.
  local samples="$root/tests/AIWendy.Samples.Tests/AIWendy.Samples.Tests.csproj" project
  run_project "$samples" &
  local beside=$!
  for project in "$root"/tests/*.Tests/*.csproj; do
    case "$project" in
      "$samples") continue ;;
      */AIWendy.Guide.Tests.csproj)
        count_beside "$beside" "$samples"
        beside=
        ;;
    esac
    step "$(basename "$project" .csproj)"
    run_project "$project"
    count_project "$project"
  done
  [ -z "$beside" ] || count_beside "$beside" "$samples"
}

count_beside() {
  step "$(basename "$2" .csproj)"
  wait "$1" || true
  count_project "$2"
}

# Leaves the exit code beside the results: a project may run in the background.
run_project() {
  local name rc=0
  name="$(basename "$1" .csproj)"
  "$dotnet" test "$1" -c Release --no-build --nologo --logger "trx;LogFileName=$name.trx" --results-directory "$results" \
    --blame-hang-timeout 5m >"$results/$name.log" 2>&1 || rc=$?
  printf '%d\n' "$rc" >"$results/$name.rc"
}

count_project() {
  local name rc
  name="$(basename "$1" .csproj)"
  rc="$(cat "$results/$name.rc" 2>/dev/null || echo 1)"
  [ "$rc" -eq 0 ] || grep -vE '^\s*Passed ' "$results/$name.log" | tail -n 80
  if [ "$rc" -eq 0 ] && [ ! -f "$results/$name.trx" ]; then
    # A project without a single test says so and writes no result.
    tally "$name" 0 0 0
    return
  fi
  tally "$name" "$(trx_number "$results/$name.trx" passed)" "$(trx_number "$results/$name.trx" failed)" "$rc"
}

browser_tests() {
  [ -f "$root/tests/e2e/package.json" ] || return 0
  install_web "$root/tests/e2e"
  gate "Browser tests typecheck" npm --prefix "$root/tests/e2e" run --silent typecheck
  step "Browser tests"
  local rc=0 report="$root/tests/e2e/test-results/results.json"
  rm -f "$report"
  (cd "$root/tests/e2e" && PLAYWRIGHT_CHROMIUM="$chromium" npx --no-install playwright test) >"$results/e2e.log" 2>&1 || rc=$?
  [ $rc -eq 0 ] || tail -n 120 "$results/e2e.log"
  tally "Browser tests" "$(json_number "$report" stats.expected)" "$(json_number "$report" stats.unexpected)" $rc
}

# json_number FILE PATH: a number in a JSON file, 0 when it is not there.
json_number() {
  node -e '
    const fs = require("node:fs");
    let value = 0;
    try { value = process.argv[2].split(".").reduce((at, key) => at?.[key], JSON.parse(fs.readFileSync(process.argv[1], "utf8"))) ?? 0; } catch {}
    console.log(value);' "$1" "$2"
}

trx_number() {
  sed -n "s/.*<Counters [^>]*$2=\"\([0-9]*\)\".*/\1/p" "$1" 2>/dev/null | head -n 1 | grep . || echo 0
}
