#!/bin/sh
# Starts the host in a container. Secrets that the operator did not set are made once and kept in a volume, so that
# none has a default that somebody could know.
set -eu

app="${AIWENDY_APP:-/app}"

# secret FILE: prints the content, and makes it on the first start. Several containers may come here at once: the first
# link wins, and everybody reads the winner's.
secret() {
  if [ ! -s "$1" ]; then
    umask 077
    mkdir -p "$(dirname "$1")"
    head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n' >"$1.$$"
    ln "$1.$$" "$1" 2>/dev/null || true
    rm -f "$1.$$"
  fi
  cat "$1"
}

# The database's container reads its password from a file that this step makes before it starts.
if [ "${1:-}" = init-secrets ]; then
  folder="$2"
  secret "$folder/database-password" >/dev/null
  secret "$folder/secret-key" >/dev/null
  if [ "$(id -u)" = 0 ]; then
    # Two containers with different users read them; nobody else has the volume.
    chmod 755 "$folder"
    chmod 444 "$folder/database-password" "$folder/secret-key"
  fi
  exit 0
fi

if [ -z "${AIWENDY_SECRET_KEY:-}" ] && [ -n "${AIWENDY_SECRETS:-}" ]; then
  AIWENDY_SECRET_KEY="$(cat "$AIWENDY_SECRETS/secret-key")"
  export AIWENDY_SECRET_KEY
fi
if [ -z "${DATABASE_URL:-}" ] && [ -n "${AIWENDY_SECRETS:-}" ]; then
  DATABASE_URL="postgres://aiwendy_owner:$(cat "$AIWENDY_SECRETS/database-password")@${DATABASE_HOST:-db}:5432/aiwendy"
  export DATABASE_URL
fi
unset AIWENDY_SECRETS AIWENDY_APP DATABASE_HOST

# Settings come from the environment; the working folder only decides where a relative path begins.
cd "${HOME:-/}" 2>/dev/null || cd /
exec dotnet "$app/AIWendy.Host.dll" "$@"
