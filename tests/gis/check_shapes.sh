#!/bin/sh
# Opens every shape of the gazetteer as GDAL does, and asks GEOS whether it is
# valid: rings closed, simple, holes inside; outlines anticlockwise; nothing
# outside of the world; and nothing that runs right round it unless it is as
# wide as that (Antarctica, an ocean).
#
#     tests/gis/check_shapes.sh PROGRAM WORLD_FOLDER
#                 exit 0: good, 1: not, 77: skipped, since GDAL is not there
set -eu
program=$(realpath "${1:?usage: check_shapes.sh PROGRAM WORLD_FOLDER}")
world=$(realpath "${2:?usage: check_shapes.sh PROGRAM WORLD_FOLDER}")
here=$(cd "$(dirname "$0")" && pwd)

for python in python3 /usr/bin/python3 ''; do
  [ -n "$python" ] || break
  "$python" -c 'from osgeo import ogr' 2>/dev/null && break
done
if [ -z "$python" ] || ! command -v zstd >/dev/null; then
  echo "skipped: needs python3-gdal and zstd"
  exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM

# The way that a user goes: a map, drawn as areas.
echo "Ships left the Caspian Sea. Tatarstan, Crimea, Ukraine, Russia and Fiji \
sent word, and the Danube rose." >"$folder/article.txt"
"$program" map --quiet --geometry area "$folder/article.txt" \
  -o "$folder/map.geojson"
"$python" "$here/check_shapes.py" "$folder/map.geojson"

# And all that there is.
zstd -dcq --long=31 "$world/shapes.tsv.zst" >"$folder/shapes.tsv"
"$python" "$here/check_shapes.py" "$folder/shapes.tsv"
