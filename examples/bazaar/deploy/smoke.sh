#!/usr/bin/env bash
# Asks a deployed app the few questions that show whether it works: bash deploy/smoke.sh <origin> <release>
set -euo pipefail
origin=${1:?} release=${2:?}
for _ in $(seq 30); do
  answer=$(curl -fsS --max-time 5 "$origin/health" || true)
  case "$answer" in *"\"release\":\"$release\""*) break ;; esac
  sleep 1
done
case "$answer" in *'"status":"ok"'*"\"release\":\"$release\""*) ;; *) echo "health: $answer" >&2; exit 1 ;; esac
expect() {
  local status
  status=$(curl -s -o /dev/null --max-time 10 -w '%{http_code}' "${@:2}")
  [ "$status" = "$1" ] || { echo "${*: -1} answered $status instead of $1" >&2; exit 1; }
}
expect 200 "$origin/"
expect 200 "$origin/login"
expect 404 "$origin/there-is-nothing-here"
expect 401 "$origin/api/orders"
expect 404 "$origin/api/admin/users"
expect 400 -X POST -H 'content-type: application/json' -d '{}' "$origin/webhooks/payments"
