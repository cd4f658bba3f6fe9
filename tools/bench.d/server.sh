# For the parts of `make bench`, to be sourced: a folder that goes away, a server on a free port, and the rate of a page.
# SECONDS_EACH (default 5) is how long each measurement takes.
# shellcheck shell=bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

program=build/release/wijktafel
folder=$(mktemp -d)
running=()
stop_all() {
  if [ ${#running[@]} -gt 0 ]; then kill "${running[@]}" 2>/dev/null || true; fi
  wait 2>/dev/null || true
  rm -rf "$folder"
}
trap stop_all EXIT

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# serve DATABASE FILES [ARGUMENT...]: starts the program and waits until it answers; sets address and server (its process).
serve() {
  local database=$1 files=$2
  shift 2
  local port
  port=$(free_port)
  address=http://127.0.0.1:$port
  "$program" serve --database "$database" --files "$files" --mail "file:$folder" --listen "127.0.0.1:$port" "$@" \
    >"$folder/serve.log" 2>&1 &
  server=$!
  running+=("$server")
  for _ in $(seq 200); do
    if curl -fs -o /dev/null "$address/health/live"; then return; fi
    sleep 0.05
  done
  echo "the server does not answer:" >&2
  tail "$folder/serve.log" >&2
  return 1
}

# The demo neighbourhood: about 60 signals, filled once.
demo_area=/lansingerland/oranjebuurt-berkel
serve_demo() {
  tools/fill-demo
  serve sqlite:build/demo/demo.sqlite build/demo/files "$@"
}

# rate URL [CONNECTIONS]: requests a second.
rate() {
  wrk --threads 1 --connections "${2:-64}" --duration "${SECONDS_EACH:-5}s" "$1" | awk '/Requests\/sec/ {printf "%.0f", $2}'
}
