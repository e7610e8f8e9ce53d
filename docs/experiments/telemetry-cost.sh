#!/usr/bin/env bash
# What tracing and the dashboard cost: 1,031 circles on three silos, each way of running them in turn, again and
# again, so that what else the machine does falls on all alike. Prints the median of each way's processor time,
# the least and most of it, and its ratio to the first way.
#   docs/experiments/telemetry-cost.sh [REPETITIONS, 7]        FEDERATION=path/to/federation
set -euo pipefail
repetitions=${1:-7}
federation=${FEDERATION:-federation}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

way() { # NAME SAMPLER [--dashboard PORT]
  local name=$1 sampler=$2 watcher=
  shift 2
  if [ "$name" = watched ]; then
    while :; do curl -s -o /dev/null http://localhost:18180/DashboardCounters || true; sleep 1; done &
    watcher=$!
  fi
  OTEL_TRACES_SAMPLER=$sampler "$federation" run country --set 'federation.fanOuts=[5,5,5,7]' --silos 3 \
    --durability none --json --quiet --out "$work/run" "$@" > "$work/report"
  sed -n 's/^ *"cpuSeconds": \([0-9.]*\).*/\1/p' "$work/report" | head -n 1 >> "$work/$name"
  if [ -n "$watcher" ]; then kill "$watcher"; wait "$watcher" 2> /dev/null || true; fi
  rm -rf "$work/run"
}

for repetition in $(seq "$repetitions"); do
  way off always_off
  way traced ''
  way everything always_on
  way idle always_off --dashboard 18180
  way watched always_off --dashboard 18180
  echo "repetition $repetition of $repetitions" >&2
done

median() { sort -n "$work/$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)], v[1], v[NR] }'; }
read -r first _ _ <<< "$(median off)"
for name in off traced everything idle watched; do
  median "$name" | awk -v name="$name" -v first="$first" \
    '{ printf "%-10s %6.2f s (%.2f to %.2f)  x %.2f\n", name, $1, $2, $3, $1 / first }'
done
