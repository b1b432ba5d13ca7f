#!/usr/bin/env bash
# Runs what the image would run: the build output and the entry script, in an empty folder, as an unprivileged user.
# usage: deploy-check.sh APP_FOLDER DOTNET
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
work="$(mktemp -d)"
host=
# shellcheck disable=SC2317 # called by the trap
cleanup() {
  if [ -n "$host" ]; then
    kill -TERM "$host" 2>/dev/null || true
    wait "$host" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap cleanup EXIT

chmod 755 "$work"
cp -R "$1" "$work/app"
cp "$root/deploy/entrypoint.sh" "$work/aiwendy"
mkdir -m 700 "$work/data" "$work/home" "$work/secrets"
chmod -R a+rX "$work/app"
chmod 755 "$work/aiwendy"
path="$(dirname "$2"):/usr/bin:/bin"

as_user=()
if [ "$(id -u)" -eq 0 ]; then
  as_user=(setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs)
  if "${as_user[@]}" test -x "$2"; then
    chown -R 65534:65534 "$work/data" "$work/home" "$work/secrets"
  else
    echo "$2 is closed to other users, so this runs as root"
    as_user=()
  fi
fi

port="$(node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')"
# A list and no function: a function in the background would leave a shell between us and the host.
contained=("${as_user[@]}" env -i PATH="$path" HOME="$work/home" DOTNET_RUNNING_IN_CONTAINER=true AIWENDY_APP="$work/app"
  AIWENDY_DATA="$work/data" AIWENDY_LOG_DIR="$work/data/logs" AIWENDY_PORT="$port" AIWENDY_AUTH_REQUIRED=1)

# The secrets are made once, and the second start keeps them.
"${contained[@]}" sh "$work/aiwendy" init-secrets "$work/secrets"
first="$(cat "$work/secrets/secret-key")"
"${contained[@]}" sh "$work/aiwendy" init-secrets "$work/secrets"
[ "$first" = "$(cat "$work/secrets/secret-key")" ]
[ "${#first}" -eq 64 ]
"${contained[@]}" AIWENDY_SECRETS="$work/secrets" sh "$work/aiwendy" config >"$work/config"
grep -q '^DATABASE_URL .*environment .*(hidden)' "$work/config"
grep -q '^AIWENDY_SECRET_KEY .*environment .*(hidden)' "$work/config"

"${contained[@]}" AIWENDY_SECRET_KEY="$first" sh "$work/aiwendy" serve >"$work/data/output" 2>&1 &
host=$!
for _ in $(seq 240); do
  if "${contained[@]}" dotnet "$work/app/AIWendy.Host.dll" health >"$work/health" 2>&1; then
    echo "ready as user $("${as_user[@]}" id -u)"
    curl -fsS "http://127.0.0.1:$port/" | grep -qi '<html'
    exit 0
  fi
  kill -0 "$host" 2>/dev/null || break
  sleep 0.25
done
cat "$work/data/output" "$work/health"
exit 1
