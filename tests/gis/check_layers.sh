#!/bin/sh
# Writes the layers of a run and opens them with GDAL and with QGIS: the types of
# their shapes and columns, whether the shapes are valid, and whether the sums
# are those of the mentions.
#
#     tests/gis/check_layers.sh PROGRAM      exit 0: good, 1: not, 77: skipped,
#                                            since QGIS or GDAL is not there
set -eu
. "$(dirname "$0")/harness.sh"
python_for 'import qgis.core; from osgeo import ogr' \
  'qgis, python3-qgis and python3-gdal'
enter_folder

# Ways over the 180th meridian, a state with an area over it, places in no
# country, and an article about nothing.
{
  article a "Flights" 2026-03-04T06:30:00Z "Flights from Tokyo to San Francisco \
and from Suva in Fiji to Honolulu stopped. Officials in Russia and in Auckland \
agreed."
  article b "Talks" 2026-03-06T10:00:00Z "Ministers of France and Japan met in \
Paris. They fly on to Tokyo, over the Black Sea and the Pacific Ocean."
  article c "Sums" 2026-03-31T23:59:59Z "Two and two are four."
} >news.jsonl
"$program" map -q news.jsonl -o dated/ --to geojson,gpkg,shp
"$python" "$here/check_layers.py" dated
echo "Nothing happened anywhere." >nothing.txt
"$program" map -q nothing.txt -o nothing/ --to geojson,gpkg,shp
"$python" "$here/check_layers.py" nothing
