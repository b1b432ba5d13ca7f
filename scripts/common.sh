# shellcheck shell=bash
# Words on the screen, and what several steps need.
: "${root:?}"

step() { printf '==> %s\n' "$*"; }

note() { printf '    %s\n' "$*"; }

fail() {
  printf 'aiwendy: %s\n' "$*" >&2
  exit 1
}

# is_newer 20.19 18.4 -> false: whether the second version is at least the first.
at_least() {
  [ "$(printf '%s\n%s\n' "$1" "$2" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)" = "$1" ]
}

is_root() { [ "$(id -u)" -eq 0 ]; }

may_apt() { is_root && command -v apt-get >/dev/null 2>&1; }

apt_updated=
apt_refresh() {
  if [ -z "$apt_updated" ]; then
    apt-get update -qq || note "The list of packages could not be refreshed; going on with the one at hand."
    apt_updated=1
  fi
}

apt_install() {
  step "Installing $* (apt)"
  apt_refresh
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# The version that apt would install, or nothing.
apt_candidate() {
  apt_refresh >&2
  apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: *//p' | grep -v '(none)' || true
}

# Value of a setting as the host sees it: the environment first, then .env.
setting() {
  if [ -n "${!1+set}" ]; then
    printf '%s' "${!1}"
  elif [ -f "$root/.env" ]; then
    sed -n "s/^[[:space:]]*\(export[[:space:]]\{1,\}\)\{0,1\}$1=//p" "$root/.env" | tail -n 1 | sed 's/^["'\'']//; s/["'\'']$//'
  fi
}

# One number for the content of everything that find lists; differs as soon as a file is changed, added or removed.
fingerprint() {
  find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 cksum | cksum | tr -d ' '
}
