#!/bin/sh
# Sets up what the tests need and runs all of them; a table at the end says what passed and how long it took.
#
#   ./test.sh                       everything: linters, both databases, the journeys in a browser, 20 seconds
#                                   of the battery
#   ./test.sh fast                  after each change: the linters, and pytest on SQLite without a
#                                   browser, its tables made from the models; with `all` the migrations make them.
#                                   Of each large matrix (every page by every role, every form with everything
#                                   that can be typed) a few cases run: tests/thorough.py. `all` proves.
#   ./test.sh fast -k split -x      what follows the word goes to pytest; `all` is the word for everything
#   ./test.sh battery               what is too long for each run (tests/battery/), eight minutes on each database:
#                                   kills, broken spreadsheets, soak, pairs. It prints the seed of what it draws.
#   ./test.sh battery --seed 7 --seconds 60
#   ./test.sh bench                 what each page costs (docs/benchmark.md); --help says what may follow
#   DATABASE_URL=postgres://...     test on this PostgreSQL instead of a throw-away one, or measure on it
#
# The time of the tests is part of what they promise. On two cores `fast` may take 120 seconds and `all` 1,500,
# set-up steps apart; a run that takes longer fails (`all` on a build server only says so). A change may add 90
# seconds to `all`, and more only by taking as much away. FAST_SECONDS and ALL_SECONDS give a slower machine more.
#
# shellcheck disable=SC2317 # some functions are only called by part and by traps
cd "$(dirname "$0")" || exit
. config/setup.sh

WORD=${1:-all}
[ $# -eq 0 ] || shift
case $WORD in
all | fast | bench | battery) ;;
*) stop_with 2 "./test.sh knows the words all, fast, battery and bench, not $WORD; what follows is passed on." ;;
esac
case ${DATABASE_URL:-} in
'' | postgres://* | postgresql://*) POSTGRES_URL=${DATABASE_URL:-} ;;
*) stop_with 2 "./test.sh tests on SQLite by itself: set DATABASE_URL to a postgres:// address, or not at all." ;;
esac
# What somebody's shell happens to hold must not change what is tested.
unset DATABASE_URL SECRET_KEY ALLOWED_HOSTS DJANGO_SETTINGS_MODULE PYTHONPATH PYTHONHOME EMAIL_URL || true
export MODE=demo
export LC_ALL=C.UTF-8

SCRATCH=
CLUSTER=
BESIDE=
tidy() {
    trap - EXIT INT TERM HUP
    end_ticker
    [ -z "$BESIDE" ] || kill "$BESIDE" 2>/dev/null || true
    [ -z "$CLUSTER" ] || stop_cluster
    [ -z "$SCRATCH" ] || rm -rf "$SCRATCH"
}
trap 'tidy; exit 130' INT
trap 'tidy; exit 143' TERM HUP
trap tidy EXIT

# --- What the tests need ------------------------------------------------------------------------------------

find_postgres() {
    if command -v initdb >/dev/null && command -v pg_ctl >/dev/null; then
        POSTGRES_BIN=$(dirname "$(command -v pg_ctl)")
        return
    fi
    POSTGRES_BIN=
    for folder in /usr/lib/postgresql/*/bin; do
        if [ -x "$folder/initdb" ]; then POSTGRES_BIN=$folder; fi
    done
    [ -n "$POSTGRES_BIN" ]
}

find_chromium() {
    for name in chromium chromium-browser google-chrome; do
        CHROMIUM=$(command -v "$name") && export CHROMIUM && return
    done
    return 1
}

missing_for_tests() {
    command -v pdftotext >/dev/null || printf 'poppler-utils '
    case $WORD in fast | bench) return 0 ;; esac
    [ -n "$POSTGRES_URL" ] || find_postgres || printf 'postgresql '
    [ "$WORD" = all ] || return 0
    find_chromium || printf 'chromium '
    has_library libatomic.so.1 || printf 'libatomic1 ' # what drives the browser needs it
}

# --- A throw-away PostgreSQL --------------------------------------------------------------------------------

# as_server COMMAND...: PostgreSQL will not run as root, so root runs it as the account its package made.
as_server() {
    if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

# The cluster listens on a socket in its own folder only, so it meets no other. It need not survive a power
# cut, so it does not wait for the disk.
start_cluster() {
    CLUSTER=$(mktemp -d /tmp/joint-plan-postgres.XXXXXX)
    [ "$(id -u)" -ne 0 ] || chown postgres "$CLUSTER"
    as_server "$POSTGRES_BIN/initdb" --pgdata "$CLUSTER/data" --username postgres --auth trust \
        --encoding UTF8 --locale C.UTF-8 --no-sync &&
        as_server "$POSTGRES_BIN/pg_ctl" --pgdata "$CLUSTER/data" --log "$CLUSTER/log" --wait start -o \
            "-k $CLUSTER -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
}

stop_cluster() {
    as_server "$POSTGRES_BIN/pg_ctl" --pgdata "$CLUSTER/data" --mode immediate stop >/dev/null 2>&1 || true
    rm -rf "$CLUSTER"
    CLUSTER=
}

# --- The parts ----------------------------------------------------------------------------------------------

FAILED=0
LATE=
TABLE=
# part NAME COMMAND...: run one part, remember how it ended and go on, so that one run shows all that is wrong.
part() {
    name=$1
    shift
    printf '\n== %s\n' "$name"
    part_began=$(date +%s)
    if "$@" </dev/null; then
        outcome=passed
    else
        outcome="FAILED (code $?)"
        FAILED=$((FAILED + 1))
    fi
    TABLE=$TABLE$(printf '%-34s %5s s  %s' "$name" "$(($(date +%s) - part_began))" "$outcome")'
'
}

# in_time SECONDS: add what all parts took to the table; more than is allowed makes the run fail.
in_time() {
    TABLE=$TABLE$(printf '%-34s %5s s  of %s' "all parts together" "$1" "$SECONDS_ALLOWED")
    [ "$1" -le "$SECONDS_ALLOWED" ] ||
        LATE="./test.sh $WORD took $1 s and may take $SECONDS_ALLOWED: make tests faster, or mark cases of a large matrix thorough (tests/thorough.py)."
}

# Each core has a worker with a database of its own; a worker that is done takes over from another.
PARALLEL="--numprocesses auto --dist worksteal"
TESTS='not browser and not battery'
SECONDS_ALLOWED=${ALL_SECONDS:-1500}
if [ "$WORD" = fast ]; then
    PARALLEL="$PARALLEL --no-migrations"
    TESTS="$TESTS and not thorough"
    SECONDS_ALLOWED=${FAST_SECONDS:-120}
fi

tool() {
    program=$VENV/bin/$1
    shift
    "$program" "$@"
}

# Only mypy takes seconds and uses one core: it runs beside the parts before pytest, and is shown after them.
begin_mypy() {
    "$VENV/bin/mypy" >"$SCRATCH/mypy" 2>&1 </dev/null &
    BESIDE=$!
}

end_mypy() {
    if wait "$BESIDE"; then ended=0; else ended=$?; fi
    BESIDE=
    cat "$SCRATCH/mypy"
    return "$ended"
}

templates_formatted() {
    templates=$(find templates tests/bench/templates -name '*.html' 2>/dev/null)
    # shellcheck disable=SC2086 # one word a file: no template's name has a space
    tool djangofmt --check $templates && tool djade --check --target-version 5.2 $templates || return
    # A tag of Django cannot go on in the next line, so the formatter leaves one that is too long.
    # shellcheck disable=SC2086 # as above
    if grep -HnE '^.{121,}$' $templates; then
        say "These lines of templates are over 120 wide."
        return 1
    fi
}

# Production's own settings with nothing but what production asks for.
production_settings() {
    secret=$("$PYTHON" -c 'import secrets; print(secrets.token_urlsafe(60))')
    env MODE=production SECRET_KEY="$secret" ALLOWED_HOSTS=joint-plan.example.org \
        DATABASE_URL="sqlite:///$SCRATCH/production.sqlite3" \
        "$VENV/bin/python" manage.py check --deploy --fail-level WARNING
}

# on_postgres COMMAND...: run it with the address of a PostgreSQL, a throw-away one where none was given.
on_postgres() {
    url=$POSTGRES_URL
    if [ -z "$url" ]; then
        step "Starting a throw-away PostgreSQL" start_cluster || return
        url=postgres://postgres@$(printf '%s' "$CLUSTER" | sed 's,/,%2F,g')/postgres
    fi
    if env DATABASE_URL="$url" "$@"; then ended=0; else ended=$?; fi
    [ -z "$CLUSTER" ] || stop_cluster
    return "$ended"
}

pytest() { tool python -m pytest "$@"; }

need_python
need_data_folder
missing=$(missing_base)$(missing_for_tests)
# shellcheck disable=SC2086 # one word a package
[ -z "$missing" ] || need_packages $missing
find_chromium || true
find_postgres || true
need_environment requirements-dev.txt
need_assets

# The tests have a data folder of their own: nobody's records are near them. Only the fetched assets are shared.
SCRATCH=$(mktemp -d /tmp/joint-plan-tests.XXXXXX)
ln -s "$DATA_DIR/vendor" "$SCRATCH/vendor"
DATA_DIR=$SCRATCH

if [ "$WORD" = bench ]; then
    env DATABASE_URL="$POSTGRES_URL" "$VENV/bin/python" -m tests.bench "$@"
    exit
fi

if [ "$WORD" = battery ]; then
    part "battery on SQLite" pytest -m battery "$@"
    part "battery on PostgreSQL" on_postgres "$VENV/bin/python" -m pytest -m battery "$@"
else
    began_at=$(date +%s)
    begin_mypy
    part "ruff" tool ruff check
    part "ruff format" tool ruff format --check
    part "templates" templates_formatted
    part "import contracts" tool lint-imports --no-logo --no-cache
    part "migrations complete" tool python manage.py makemigrations --check --dry-run
    part "production settings" production_settings
    part "mypy, beside those above" end_mypy
    # shellcheck disable=SC2086 # several words
    part "pytest on SQLite" pytest -m "$TESTS" $PARALLEL "$@"
    if [ "$WORD" = all ]; then
        # shellcheck disable=SC2086 # several words
        part "pytest on PostgreSQL" on_postgres "$VENV/bin/python" -m pytest -m "$TESTS" $PARALLEL --only-database "$@"
        part "journeys in Chromium" pytest -m browser "$@"
        # The same draws each time: a gate does not open by luck. `battery` draws anew.
        part "battery, 20 s" pytest -m battery --seed 1 --seconds 20 "$@"
    fi
    in_time "$(($(date +%s) - began_at))"
fi

printf '\n%s\n' "$TABLE"
[ "$FAILED" -eq 0 ] || stop_with 1 "$FAILED of the parts above failed."
if [ -n "$LATE" ]; then
    # How fast a build server is today is nobody's doing here: it is told, and what it was asked to prove counts.
    if [ "$WORD" != all ] || [ -z "${CI:-}" ]; then stop_with 1 "$LATE"; fi
    say "$LATE"
fi
say "Everything passed."
