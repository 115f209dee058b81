#!/usr/bin/env bash
# What is needed beside ./run and ./test:
#   ./do check                format, analyzers and warnings as errors, then the tests
#   ./do migration [NAME]     writes what changed in the model as a migration for both databases;
#                             without a name: the first migration anew (until the first release there is only that one)
#   ./do callout ARGS         the command line, built for release
#   ./do crash [--cycles N] [--broken]   kills the server under load, N times on each database
#   ./do bench NAME ARGS      measures a part of it, e.g. ./do bench optimizer --set solomon --seconds 10 --seeds 3 --peer
set -euo pipefail
cd "$(dirname "$0")"

migration() {
  local name=${1:-Initial} storage
  dotnet tool restore >/dev/null
  for storage in Sqlite Postgres; do
    [ "$name" = Initial ] && rm -rf "src/Storage/$storage/Migrations"
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

case "${1:-}" in
  check)
    dotnet restore Callout.slnx --locked-mode
    dotnet format Callout.slnx --no-restore --verify-no-changes
    dotnet build Callout.slnx --no-restore -c Release -p:Check=true
    dotnet build bench/Optimizer.Bench -c Release -p:Check=true
    exec ./test ;;
  migration) migration "${2:-}" ;;
  callout) shift; exec dotnet run --project src/App -c Release -v q -- "$@" ;;
  crash) shift; crash "$@" ;;
  bench)
    name=${2:?which one? e.g. optimizer}; shift 2
    dotnet publish "bench/${name^}.Bench" -c Release -v q --nologo >&2
    exec "artifacts/publish/${name^}.Bench/release/Callout.${name^}.Bench" bench "$@" ;;
  *) sed -n '2,/^set/p' "$0" | grep '^#' | cut -c3-; exit 2 ;;
esac
