#!/usr/bin/env bash
# How long a silo takes to be ready, from the start of its process, and the processor time of it: several published
# programs in turn, again and again, so that what else the machine does falls on all alike.
#   docs/experiments/silo-start.sh REPETITIONS FOLDER...       each FOLDER a published federation
set -euo pipefail
repetitions=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

start() { # NUMBER FOLDER
  local run=$work/run began silo
  mkdir "$run"
  began=$(date +%s.%N)
  FEDERATION_STORE=sqlite:$run/store.db FEDERATION_STATUS_FILE=$run/status.json FEDERATION_LOG_FILE=$run/log \
    FEDERATION_SILO_PORT=18111 FEDERATION_GATEWAY_PORT=18112 dotnet "$2/silo/federation-silo.dll" &
  silo=$!
  until grep -qs '"Active"' "$run/status.json"; do
    kill -0 "$silo" || { cat "$run/log" >&2; exit 1; }
    sleep 0.01
  done
  awk -v began="$began" -v now="$(date +%s.%N)" 'BEGIN { print now - began }' >> "$work/wall-$1"
  sed -n 's/.*"cpuSeconds": *\([0-9.]*\).*/\1/p' "$run/status.json" >> "$work/cpu-$1"
  kill "$silo"
  wait "$silo"
  rm -rf "$run"
}

median() { sort -n "$work/$1" | awk '{ v[NR] = $1 } END { printf "%.2f s (%.2f to %.2f)", v[int((NR + 1) / 2)], v[1], v[NR] }'; }
for repetition in $(seq "$repetitions"); do
  number=0
  for folder; do start "$((number += 1))" "$folder"; done
done

number=0
for folder; do
  number=$((number + 1))
  echo "$folder: ready after $(median "wall-$number"), processor $(median "cpu-$number")"
done
