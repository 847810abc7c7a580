#!/bin/sh
# Opens every shape of the gazetteer as GDAL does, and asks GEOS whether it is
# valid: rings closed, simple, holes inside; outlines anticlockwise; nothing
# outside of the world; and nothing that runs right round it unless it is as
# wide as that (Antarctica, an ocean).
#
#     tests/gis/check_shapes.sh PROGRAM WORLD_FOLDER
#                 exit 0: good, 1: not, 77: skipped, since GDAL is not there
set -eu
world=$(realpath "${2:?usage: check_shapes.sh PROGRAM WORLD_FOLDER}")
. "$(dirname "$0")/harness.sh"
python_for 'from osgeo import ogr' 'python3-gdal and zstd'
command -v zstd >/dev/null || skip 'python3-gdal and zstd'
enter_folder

# The way that a user goes: a map, drawn as areas.
echo "Ships left the Caspian Sea. Tatarstan, Crimea, Ukraine, Russia and Fiji \
sent word, and the Danube rose." >"$folder/article.txt"
"$program" map --quiet --geometry area "$folder/article.txt" \
  -o "$folder/map.geojson"
"$python" "$here/check_shapes.py" "$folder/map.geojson"

# And all that there is.
zstd -dcq --long=31 "$world/shapes.tsv.zst" >"$folder/shapes.tsv"
"$python" "$here/check_shapes.py" "$folder/shapes.tsv"
