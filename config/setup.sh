# shellcheck shell=sh
# The set-up that ./run.sh and ./test.sh share. It is sourced from the project's top folder, never run.
#
# Every step is safe to repeat and remembers in a stamp file what it was made from (the hash of the locks),
# so that the next start skips it. A step that cannot be done ends the script with one sentence and one of
# these codes:
#   2  the command was called with something it does not know
#   3  no Python of the age that is needed
#   4  Debian packages are missing and only root may install them
#   5  something could not be fetched: no network, or the far end refuses
#   6  the port or the data folder is in use
#   7  the data folder cannot be written
#   8  a part of Joint Plan itself did not start or stopped
set -eu

export DATA_DIR="${DATA_DIR:-$PWD/var}"
VENV=${VENV:-$PWD/.venv}
LIBRARIES="libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz-subset.so.0" # WeasyPrint opens these itself
LIBRARY_PACKAGES="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"

say() { printf '%s\n' "$*"; }

# stop_with CODE SENTENCE: the one way out when it cannot go on.
stop_with() {
    code=$1
    shift
    printf '%s\n' "$*" >&2
    exit "$code"
}

# step LABEL COMMAND...: run a command that may take longer than two seconds. Its label is printed at once, a
# dot every two seconds, the time at the end. What it prints itself goes to the log; when it fails, the last
# line of that is shown, and on a build server, where nobody can look at the log, the last fifty.
step() {
    printf '%s ' "$1"
    shift
    began=$(date +%s)
    (while sleep 2 >/dev/null 2>&1; do printf .; done) &
    ticker=$!
    if "$@" >"$LOG" 2>&1 </dev/null; then status=0; else status=$?; fi
    end_ticker
    wait "$ticker" 2>/dev/null || true
    ticker=
    if [ "$status" -eq 0 ]; then
        printf ' %s s\n' "$(($(date +%s) - began))"
    else
        printf ' failed\n'
        if [ -n "${CI:-}" ]; then lines=50; else lines=1; fi
        grep . "$LOG" | tail -n "$lines" | sed 's/^/    /' >&2
    fi
    return "$status"
}

# end_ticker: also for the traps of the scripts, so that an interrupted step leaves no dots behind. The signal
# cannot be caught: a ticker that has not begun yet still has the script's own traps, and would lose another.
ticker=
end_ticker() {
    [ -z "$ticker" ] || kill -KILL "$ticker" 2>/dev/null || true
}

need_python() {
    for PYTHON in python3 python3.13 python3.12 python3.11; do
        if "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then return; fi
    done
    stop_with 3 "Joint Plan needs Python 3.11 or newer, and python3 here is $(python3 --version 2>&1 || true): install a newer python3 and run this again."
}

need_data_folder() {
    case $DATA_DIR in /*) ;; *) DATA_DIR=$PWD/$DATA_DIR ;; esac
    LOG=$DATA_DIR/setup.log
    # touch, because a redirection that fails ends dash at once
    if ! { mkdir -p "$DATA_DIR/stamps" && touch "$LOG" "$DATA_DIR/run.lock" "$DATA_DIR/stamps/probe"; } 2>/dev/null ||
        { [ -e "$DATA_DIR/db.sqlite3" ] && [ ! -w "$DATA_DIR/db.sqlite3" ]; }; then
        stop_with 7 "The data folder $DATA_DIR cannot be written: give this account the right to write there, or set DATA_DIR to another folder."
    fi
}

# need_packages PACKAGE...: install Debian packages; the caller has found that they are missing.
need_packages() {
    if ! command -v apt-get >/dev/null; then
        stop_with 4 "This machine lacks what Debian calls $* and has no apt-get: install the like of them and run this again."
    fi
    if [ "$(id -u)" -ne 0 ]; then
        stop_with 4 "Debian packages are missing and only root may install them: apt-get install $*"
    fi
    step "Installing the Debian packages $*" install_packages "$@" ||
        stop_with 5 "The Debian packages could not be installed: is the network there? $LOG has the details."
}

install_packages() {
    DEBIAN_FRONTEND=noninteractive
    export DEBIAN_FRONTEND
    apt-get -q update && apt-get -q install -y --no-install-recommends "$@"
}

# missing_base: the Debian packages without which the software cannot run, as far as they are not there.
missing_base() {
    "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null || printf 'python3-venv '
    for library in $LIBRARIES; do
        has_library "$library" || {
            printf '%s ' "$LIBRARY_PACKAGES"
            return
        }
    done
}

has_library() { "$PYTHON" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$1" 2>/dev/null; }

# key_of WORD-OR-FILE...: one hash of the files' contents and of the words that are no files.
key_of() {
    "$PYTHON" - "$@" <<'PYTHON'
import hashlib, pathlib, sys

total = hashlib.sha256(sys.version.encode())
for name in sys.argv[1:]:
    path = pathlib.Path(name)
    parts = sorted(part for part in path.rglob("*") if part.is_file()) if path.is_dir() else [path]
    for part in parts:
        total.update(f"\0{part}\0".encode() + (part.read_bytes() if part.is_file() else b""))
print(total.hexdigest())
PYTHON
}

# fresh STAMP KEY: whether the step that leaves STAMP was last done for KEY.
fresh() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

# need_environment LOCK: the virtual environment holds exactly what LOCK names. requirements-dev.txt holds
# all of requirements.txt at the same versions, so either may follow the other in one environment.
need_environment() {
    stamp=$VENV/stamp-${1%.txt}
    key=$(key_of "$1" "in $VENV")
    if fresh "$stamp" "$key" && "$VENV/bin/python" -c '' 2>/dev/null; then return; fi
    rm -f "$stamp"
    if [ ! -f "$VENV/complete" ] || ! "$VENV/bin/python" -c '' 2>/dev/null; then
        step "Making the Python environment" "$PYTHON" -m venv --clear "$VENV" ||
            stop_with 8 "The Python environment could not be made in $VENV: $LOG has the details."
        : >"$VENV/complete"
    fi
    install_lock "$VENV" "$1"
    printf '%s\n' "$key" >"$stamp"
}

# install_lock ENVIRONMENT LOCK. Only wheels: no compiler is needed, and nothing without a hash is fetched
# to build with.
install_lock() {
    step "Fetching $(grep -c '==' "$2") Python packages ($2)" "$1/bin/python" -m pip install --quiet \
        --disable-pip-version-check --no-input --only-binary :all: --require-hashes -r "$2" ||
        stop_with 5 "The Python packages could not be fetched: is the network there? $LOG has the details."
}

# need_assets: $DATA_DIR/vendor holds the stylesheet, script and fonts that package-lock.json names.
need_assets() {
    stamp=$DATA_DIR/stamps/vendor
    key=$(key_of package.json package-lock.json config/assets.py)
    if fresh "$stamp" "$key" && [ -d "$DATA_DIR/vendor/govuk" ]; then return; fi
    rm -rf "$stamp" "$DATA_DIR/npm"
    mkdir -p "$DATA_DIR/npm"
    cp package.json package-lock.json .npmrc "$DATA_DIR/npm/"
    node_path=$PATH
    if ! usable_node; then
        step "Making a temporary environment for Node" "$PYTHON" -m venv "$DATA_DIR/npm/node" ||
            stop_with 8 "The environment for Node could not be made in $DATA_DIR/npm: $LOG has the details."
        install_lock "$DATA_DIR/npm/node" requirements-node.txt
        node_path=$DATA_DIR/npm/node/bin:$PATH
    fi
    step "Fetching the stylesheet, script and fonts of the pages" fetch_node_packages ||
        stop_with 5 "The stylesheet, script and fonts could not be fetched: is the network there? $LOG has the details."
    "$PYTHON" -m config.assets "$DATA_DIR/npm/node_modules" "$DATA_DIR/vendor" || exit 8
    rm -rf "$DATA_DIR/npm"
    printf '%s\n' "$key" >"$stamp"
}

# usable_node: the lock's format needs npm 7, which came with Node 15; 18 is the oldest one tried.
usable_node() {
    command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) >= 18 ? 0 : 1)' 2>/dev/null
}

# The cache lies in the temporary folder: an account that serves need not have a home folder to write in.
fetch_node_packages() (
    cd "$DATA_DIR/npm" &&
        PATH=$node_path npm_config_cache=$DATA_DIR/npm/cache npm_config_fetch_retries=1 npm ci
)
