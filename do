#!/usr/bin/env bash
# What is needed beside ./run and ./test:
#   ./do check                format, analyzers and warnings as errors, then the tests
#   ./do migration [NAME]     writes what changed in the model as a migration for both databases;
#                             without a name: the first migration anew (until the first release there is only that one)
#   ./do approve              writes the shapes of the events as they now are to tests/House.Tests/ledger.approved.txt, those of the
#                             commands to commands.approved.txt, and who may what, asked of the running server, to
#                             policy.approved.txt; read all three before you commit them
#   ./do callout ARGS         the command line, built for release
#   ./do crash [--cycles N] [--broken]   kills the server under load, N times on each database
#   ./do bench commands|reads|ledger|import|start|shift-start [--postgres CONNECTION] [--json]   measures the house over HTTP
#   ./do bench web [--technicians 500] [--visits 4000]   the board, the phone and the tracking page in Chromium
#   ./do simulate [--seeds N] [--from SEED]   eight devices on the real server in bad weather; says each seed as it is done,
#                             and how fast; started again, it goes on where it was
#   ./do field [--runs 200]   what a phone's browser lives through without signal, so many times, and as many kills of it in the write;
#                             says each as it is done; started again, it goes on where it was
#   ./do photos [--photos 1000] [--seed N]   photos of 0.3 to 8 MB through a line that resets every fifth connection, kills on both sides
#   ./do bench NAME ARGS      measures a part of it, e.g. ./do bench optimizer --set solomon --seconds 10 --seeds 3 --peer
set -euo pipefail
cd "$(dirname "$0")"

migration() {
  local name=${1:-Initial} storage
  dotnet tool restore >/dev/null
  [ "$name" = Initial ] && rm -rf src/Storage/*/Migrations
  for storage in Sqlite Postgres; do
    CALLOUT_STORAGE=${storage,,} dotnet ef migrations add "$name" --project "src/Storage/$storage" --startup-project src/App --output-dir Migrations
  done
}

crash() {
  local cluster=artifacts/crash-postgres connection
  dotnet build tests/Crash -c Release -v q -clp:NoSummary >&2
  echo "SQLite"; dotnet artifacts/bin/Crash/release/Callout.Crash.dll run "$@"
  connection=$(scripts/postgres start "$cluster")
  trap 'scripts/postgres stop artifacts/crash-postgres' EXIT
  echo "PostgreSQL, two servers"; dotnet artifacts/bin/Crash/release/Callout.Crash.dll run "$@" --nodes 2 --postgres "$connection"
}

# A whole branch at work on one day in a real browser, and what the phone and the customer's page weigh.
bench_web() {
  dotnet build src/App/App.csproj -c Release -v q -clp:NoSummary >&2
  web/build >&2
  dotnet build bench/Web.Bench -c Release -v q -clp:NoSummary >&2
  dotnet artifacts/bin/Web.Bench/release/Callout.Web.Bench.dll --out bench/results/web.txt "$@"
}

# What was played by the same code is not played again: its seeds stand in a log.
simulate() {
  local seeds=300 from=1 code log done
  while [ $# -gt 1 ]; do case $1 in --seeds) seeds=$2 ;; --from) from=$2 ;; *) exit 2 ;; esac; shift 2; done
  dotnet build tests/Simulation -c Release -v q -clp:NoSummary >&2
  web/build --types >&2
  code=$(git ls-files -s src/Kernel src/Modules web/src/store web/tests/server tests/Simulation | sha256sum | cut -c1-12)
  log=$PWD/artifacts/simulate/$code-$from.log
  mkdir -p "${log%/*}" && touch "$log"
  done=$(grep -c clean "$log" || true)
  [ "$done" -eq 0 ] || echo "$done seeds of this code were clean before; going on with seed $((from + done))." >&2
  [ "$done" -lt "$seeds" ] || return 0
  cd web && SIMULATE_LOG=$log SIMULATE_SEEDS=$((seeds - done)) SIMULATE_FROM=$((from + done)) exec npx vitest run tests/server/fleet.test.ts
}

field() {
  local runs=200 code log follow status=0
  while [ $# -gt 1 ]; do case $1 in --runs) runs=$2 ;; *) exit 2 ;; esac; shift 2; done
  dotnet build src/App/App.csproj -c Release -v q -clp:NoSummary >&2
  dotnet build tests/Browser.Tests -c Release -v q -clp:NoSummary >&2
  web/build >&2
  code=$(git ls-files -s src web tests/Browser.Tests | sha256sum | cut -c1-12)
  log=$PWD/artifacts/field/$code.log
  mkdir -p "${log%/*}" && touch "$log"
  tail -n +1 -f "$log" & follow=$!
  FIELD_RUNS=$runs FIELD_LOG=$log dotnet test tests/Browser.Tests --no-build -c Release --nologo --filter FullyQualifiedName~FieldTests || status=$?
  kill "$follow"
  return "$status"
}

photos() {
  local photos=1000 seed=7
  while [ $# -gt 1 ]; do case $1 in --photos) photos=$2 ;; --seed) seed=$2 ;; *) exit 2 ;; esac; shift 2; done
  dotnet build src/App/App.csproj -c Release -v q -clp:NoSummary >&2
  cd web && PHOTOS=$photos PHOTOS_SEED=$seed PHOTOS_MINUTES=240 exec npx vitest run tests/server/photos.test.ts -t "none is lost"
}

# The server is published as users run it, compiled ahead of time.
bench_house() {
  dotnet publish src/App -c Release -v q --nologo -p:PublishReadyToRun=true -r linux-x64 --self-contained false >&2
  dotnet build bench/House.Bench -c Release -v q -clp:NoSummary >&2
  dotnet artifacts/bin/House.Bench/release/Callout.House.Bench.dll "$@" --server artifacts/publish/App/release_linux-x64/callout
}

case "${1:-}" in
  check)
    dotnet restore Callout.slnx --locked-mode
    dotnet format Callout.slnx --no-restore --verify-no-changes
    dotnet build Callout.slnx --no-restore -c Release -p:Check=true
    dotnet build bench/Optimizer.Bench -c Release -p:Check=true
    exec ./test ;;
  migration) migration "${2:-}" ;;
  approve)
    export CALLOUT_APPROVE=yes
    dotnet test tests/House.Tests --nologo -v q --filter "Every_event|Every_door_has|Every_command_is_understood|The_browser_says"
    exec dotnet test tests/Modules.Tests -c Release --nologo -v q --filter Each_id_reaches ;;
  callout) shift; exec dotnet run --project src/App -c Release -v q -- "$@" ;;
  crash) shift; crash "$@" ;;
  field) shift; field "$@" ;;
  photos) shift; photos "$@" ;;
  simulate) shift; simulate "$@" ;;
  bench)
    if [ "${2:-}" = web ]; then shift 2; bench_web "$@"; exit; fi
    case "${2:-}" in commands|reads|ledger|import|start|shift-start) shift; bench_house "$@"; exit ;; esac
    name=${2:?which one? e.g. optimizer}; shift 2
    dotnet publish "bench/${name^}.Bench" -c Release -v q --nologo >&2
    exec "artifacts/publish/${name^}.Bench/release/Callout.${name^}.Bench" bench "$@" ;;
  *) sed -n '2,/^set/p' "$0" | grep '^#' | cut -c3-; exit 2 ;;
esac
