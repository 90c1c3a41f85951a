#!/bin/sh
# Sets Joint Plan up and serves it with its demonstration at http://127.0.0.1:8000. Safe to run again.
#
#   PORT=8080 ./run.sh              another port
#   DATABASE_URL=postgres://...     another database than the SQLite file in the data folder
#   DATA_DIR=/some/folder           another data folder than var/
#
# For real work see docs/runbooks/production.md: this script is for trying it out.
# shellcheck disable=SC2317 # some functions are only called by step and by traps
cd "$(dirname "$0")" || exit
. config/setup.sh

PORT=${PORT:-8000}
ADDRESS=http://127.0.0.1:$PORT
export SITE_URL="${SITE_URL:-$ADDRESS}" # what letters, calendars and links to partners begin with
[ $# -eq 0 ] || stop_with 2 "./run.sh takes no arguments; PORT, DATABASE_URL and DATA_DIR are read from the environment."
[ "${MODE:-demo}" = demo ] || stop_with 2 "./run.sh only serves the demonstration; docs/runbooks/production.md says how to run with MODE=$MODE."
export MODE=demo PORT DJANGO_SETTINGS_MODULE=config.settings

# need_port: asked before the long steps, so that nobody waits for a refusal.
need_port() {
    "$PYTHON" - "$PORT" <<'PYTHON' || stop_with 6 "Port $PORT on 127.0.0.1 cannot be used, perhaps because something serves there: stop that, or choose another with PORT=8080 ./run.sh"
import socket, sys

with socket.socket() as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind(("127.0.0.1", int(sys.argv[1])))
    except (OSError, OverflowError, ValueError):
        sys.exit(1)
PYTHON
}

# need_folder_alone: two servers on one data folder would share one renderer socket. The lock goes with the
# last process that holds file 9 open, so no crash can leave it behind.
need_folder_alone() {
    exec 9>"$DATA_DIR/run.lock"
    "$PYTHON" -c 'import fcntl; fcntl.flock(9, fcntl.LOCK_EX | fcntl.LOCK_NB)' 2>/dev/null ||
        stop_with 6 "Joint Plan already runs from the data folder $DATA_DIR: stop it there, or give this one a folder of its own with DATA_DIR."
}

manage() { "$VENV/bin/python" manage.py "$@"; }

need_static() {
    stamp=$DATA_DIR/stamps/static
    key=$(key_of requirements.txt static "$DATA_DIR/stamps/vendor" config/settings.py)
    if fresh "$stamp" "$key" && [ -f "$DATA_DIR/static/staticfiles.json" ]; then return; fi
    step "Collecting the static files" manage collectstatic --noinput --clear --verbosity 0 ||
        stop_with 8 "The static files could not be collected: $LOG has the details."
    printf '%s\n' "$key" >"$stamp"
}

children=
start() {
    program=$VENV/bin/$1
    shift
    "$program" "$@" &
    children="$children $!"
}

# stop_all: end what was started, wait ten seconds for it to finish what it is doing, then insist.
stop_all() {
    trap - EXIT INT TERM HUP
    end_ticker
    for child in $children; do kill -TERM "$child" 2>/dev/null || true; done
    patience=50
    while [ "$patience" -gt 0 ] && any_left; do
        sleep 0.2
        patience=$((patience - 1))
    done
    for child in $children; do kill -KILL "$child" 2>/dev/null || true; done
}

any_left() {
    for child in $children; do
        if kill -0 "$child" 2>/dev/null; then return 0; fi
    done
    return 1
}

need_database() {
    step "Preparing the database and, when it is empty, the demonstration" prepare_database ||
        stop_with 8 "The database could not be prepared: $LOG has the details."
}

prepare_database() {
    manage migrate --noinput --verbosity 0 && manage seed_demo
}

# answers: 0 when the front page answers, 1 when nothing does yet, 2 when it answers with an error.
answers() {
    "$VENV/bin/python" - "$PORT" 2>/dev/null <<'PYTHON'
import http.client, sys

connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]), timeout=20)
connection.request("GET", "/")
sys.exit(2 if connection.getresponse().status >= 500 else 0)
PYTHON
}

# nothing_ended: whether all three still run. `wait` names the exit code of the one that does not.
nothing_ended() {
    for child in $children; do
        if ! kill -0 "$child" 2>/dev/null; then
            if wait "$child"; then ended=0; else ended=$?; fi
            return 1
        fi
    done
}

serve() {
    trap 'stop_all; exit 130' INT
    trap 'stop_all; exit 143' TERM HUP
    trap stop_all EXIT
    start gunicorn --config config/gunicorn.py config.wsgi
    start python manage.py run_renderer
    start python manage.py db_worker
    patience=300
    until answers; do
        [ $? -ne 2 ] || stop_with 8 "The first page answers with an error: look at the lines above."
        nothing_ended || stop_with 8 "A part of Joint Plan ended with code $ended while starting: look at the lines above."
        [ "$patience" -gt 0 ] || stop_with 8 "$ADDRESS does not answer after a minute: look at the lines above."
        patience=$((patience - 1))
        sleep 0.2
    done
    say ""
    say "Joint Plan serves at $ADDRESS (stop it with Ctrl-C)."
    if [ -f "$DATA_DIR/demo-sign-ins.txt" ]; then
        say "The demonstration's sign-ins:"
        say ""
        cat "$DATA_DIR/demo-sign-ins.txt"
    else
        say "Its database held records before this start, so the demonstration was not loaded."
    fi
    while nothing_ended; do
        sleep 1 &
        wait $! || true
    done
    stop_with 8 "A part of Joint Plan ended with code $ended, so the others are stopped too: look at the lines above."
}

need_python
need_data_folder
need_folder_alone
need_port
trap 'end_ticker; exit 130' INT
trap 'end_ticker; exit 143' TERM HUP
missing=$(missing_base)
# shellcheck disable=SC2086 # one word a package
[ -z "$missing" ] || need_packages $missing
need_environment requirements.txt
need_assets
need_database
need_static
serve
