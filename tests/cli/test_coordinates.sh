# Coordinates in the text are on the map, without a place of the gazetteer.
. "$(dirname "$0")/harness.sh"

echo 'A shell fell at 48.5953, 38.0001 on Monday.' > a.txt
run map a.txt -o map.geojson; code_is 0; says '1 placed'
grep -q '"coordinates":\[38.0001,48.5953\]' map.geojson || fail 'no point'
grep -q '"text":"48.5953, 38.0001"' map.geojson || fail 'no text'
for field in name geonameid kind country; do
  grep -q "\"$field\":null" map.geojson || fail "a $field"
done
run map --geometry area a.txt; code_is 0; prints '"coordinates":[38.0001,48.5953]'
run map --explain a.txt; code_is 0
prints 'chosen    the written point at 48.5953, 38.0001'
prints 'the text writes the coordinates'

echo 'It was at 95.12 N, 30.12 E.' > b.txt
run map b.txt; code_is 0; prints 'the latitude is more than 90 degrees'
done_testing
