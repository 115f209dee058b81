#!/usr/bin/env bash
# What is needed beside ./run and ./test:
#   ./do check                format, analyzers and warnings as errors, then the tests
set -euo pipefail
cd "$(dirname "$0")"
case "${1:-}" in
  check)
    dotnet restore Callout.slnx --locked-mode
    dotnet format Callout.slnx --no-restore --verify-no-changes
    dotnet build Callout.slnx --no-restore -c Release -p:Check=true
    exec ./test ;;
  *) sed -n '2,/^set/p' "$0" | grep '^#' | cut -c3-; exit 2 ;;
esac
