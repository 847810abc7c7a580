#!/bin/sh
# Unpacks the world's tables and makes tables of any size out of them.
#
#     bench/make_tables.sh BUILD_FOLDER PLACES NAMES OUT_FOLDER
set -eu
program=$1/bench/make_tables
world=$(cd "$(dirname "$0")/../gazetteer/world" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$4"
zstd -qdc --long=31 "$world/places.tsv.zst" > "$work/places.tsv"
zstd -qdc --long=31 "$world/names.tsv.zst" > "$work/names.tsv"
"$program" "$2" "$3" "$work" "$4"
