#!/bin/sh
# Maps two articles and opens the map as a user would: with GDAL, and with QGIS
# headless, which loads the style that lies beside it.
#
#     tests/gis/check_geojson.sh PROGRAM     exit 0: good, 1: not, 77: skipped,
#                                            since QGIS or GDAL is not there
set -eu
. "$(dirname "$0")/harness.sh"
python_for 'import qgis.core' 'qgis, python3-qgis and gdal-bin'
command -v ogrinfo >/dev/null || skip 'qgis, python3-qgis and gdal-bin'
enter_folder

fail() {
  echo "check_geojson: $*" >&2
  exit 1
}

{
  article a "Ferries stop in Odesa" 2026-03-04T06:30:00Z "Ferries from Odesa \
to Istanbul stopped on Tuesday. Captains in Odesa blamed a storm over the \
Black Sea 🌊. Officials in Ukraine and Turkey agreed."
  article b "Talks in Paris" 2026-03-06T10:00:00Z "Ministers of France and \
Japan met in Paris. They fly on to Tokyo."
} >dated.jsonl
echo "Nothing happened anywhere." >nothing.txt
echo "The mayor of Lyon went to Geneva." >undated.txt

"$program" map dated.jsonl -o dated.geojson
"$program" map dated.jsonl -o lines.geojsonl
"$program" map undated.txt -o undated.geojson
"$program" map nothing.txt -o nothing.geojson

# GDAL: a name for each type it must have found out by itself.
ogrinfo -so -al dated.geojson >gdal.txt 2>&1 || fail "GDAL cannot open the map"
for wanted in 'Geometry: Point' 'date: DateTime' 'population: Integer' \
    'geonameid: Integer' 'begin: Integer' 'confidence: Real' 'lat: Real' \
    'mention_id: String' 'reasons: String' 'ID\["EPSG",4326\]'; do
  grep -q "$wanted" gdal.txt || fail "GDAL does not report $wanted"
done

for map in dated.geojson lines.geojsonl undated.geojson nothing.geojson; do
  "$python" "$here/open_in_qgis.py" "$map" || fail "$map is not as it should be"
done
