#!/bin/sh
# Writes one run in every format and opens each as a user would: GDAL must read
# the same rows out of all of them, and QGIS must find the style, the labels and
# the times.
#
#     tests/gis/check_formats.sh PROGRAM     exit 0: good, 1: not, 77: skipped,
#                                            since QGIS or GDAL is not there
set -eu
. "$(dirname "$0")/harness.sh"
python_for 'import qgis.core; from osgeo import ogr' \
  'qgis, python3-qgis and python3-gdal'
enter_folder

# Names in three alphabets, a text that a spreadsheet would calculate, one that
# is HTML, one that does not fit into a shapefile, seas and a country that cross
# the 180th meridian, and a place that nobody knows.
long=$(printf 'Улица %.0s' $(seq 60))
{
  article a "=1+1 <b>Ferries</b> & \\\"rain\\\" in Odesa" 2026-03-04T06:30:00Z \
    "Ferries from Odesa to Istanbul stopped. Officials in Москва and in الرياض \
agreed; $long Владивосток."
  article b "Talks, in Paris" 2026-03-06T10:00:00+03:00 \
    "Ministers of France, Fiji and Russia met in Paris on the Danube. They fly \
on to Tokyo, over the Black Sea and the Pacific Ocean."
} >dated.jsonl
echo "The mayor of Lyon went to Geneva." >undated.txt
echo "Nothing happened anywhere." >nothing.txt
formats=geojson,geojsonseq,gpkg,shp,csv,kml
for run in dated.jsonl undated.txt nothing.txt; do
  "$program" map -q "$run" -o "${run%.*}/" --to $formats --layers mentions
  "$python" "$here/check_formats.py" "${run%.*}"
done
"$program" map -q dated.jsonl -o areas/ --to $formats --layers mentions \
  --geometry area
"$python" "$here/check_formats.py" areas

# Other coordinate systems: metres, and one with the latitude first.
for crs in EPSG:3857 EPSG:3034 EPSG:4258; do
  "$program" map -q undated.txt -o moved/ --to geojson,gpkg,shp,csv --crs $crs \
    --layers mentions 2>/dev/null
  "$python" "$here/check_formats.py" moved $crs
done
