# Places of one's own over the gazetteer: --overlay.
. "$(dirname "$0")/harness.sh"
cat > mine.csv << 'END'
action,name,lat,lon,country,geonameid,alternates,note
add,Nova Sloboda,48.5,37.8,UA,,Sloboda Nova,"ours, since May"
point,,49,2.5,,2988507,,Paris
never,London,,,,,,
END
printf '%s\n' 'Fires burnt in Nova Sloboda. Help came from Paris, France,' \
  'and from London.' > a.txt

# All three commands know it; without it nothing has changed.
run show --overlay mine.csv nova sloboda; code_is 0; prints Ukraine
run show nova sloboda; code_is 1
run show --overlay mine.csv --id 2988507; code_is 0; prints 49.0000
run show --overlay mine.csv London; code_is 1; says London
run show --overlay mine.csv --about; code_is 0; prints ' + mine.csv'
run map --overlay mine.csv a.txt -o map.geojson; code_is 0
grep -q '"name": *"Nova Sloboda"' map.geojson || fail 'Nova Sloboda is not there'
grep -q ' + mine.csv' map.geojson || fail 'the map does not name the overlay'
if grep -q '"text": *"London"' map.geojson; then fail 'London is there'; fi
run map --overlay mine.csv --explain a.txt; code_is 0
prints 'your overlay gives it this name'; prints 'from your overlay'
prints 'overlay:mine.csv:2'

# Preference, and its order: the last of several goes first.
article > b.txt
printf 'action,country\nprefer,US\n' > prefer.csv
run map --overlay prefer.csv --explain b.txt; code_is 0
prints 'resolve.overlay_prefers'; prints 'your overlay prefers it'
printf 'action,geonameid,lat,lon\npoint,2988507,47,1\n' > later.csv
run show --overlay mine.csv --overlay later.csv --id 2988507; prints 47.0000
run show --overlay later.csv --overlay mine.csv --id 2988507; prints 49.0000
run show --overlay later.csv --overlay mine.csv nova sloboda; code_is 0

# GeoJSON.
echo '{"type": "FeatureCollection", "features": [{"type": "Feature",'\
' "properties": {"name": "Nova Sloboda"}, "geometry": {"type": "Point",'\
' "coordinates": [37.8, 48.5]}}]}' > mine.geojson
run show --overlay mine.geojson Nova Sloboda; code_is 0; prints 37.8000

# The same bytes, whatever the number of threads.
articles 20 > many.jsonl
run map --overlay mine.csv -j 1 many.jsonl -o one.geojson; code_is 0
run map --overlay mine.csv -j 4 many.jsonl -o four.geojson; code_is 0
file_is one.geojson four.geojson

# Faults: line and column, and no map.
printf 'name,lat,lon\nNova,ninety,1\n' > bad.csv
run map --overlay bad.csv a.txt -o none.geojson; code_is 3; says_one_line
says 'bad.csv line 2, column lat: "ninety" is not a number of degrees'
has_no_file none.geojson
run show --overlay nowhere.csv Paris; code_is 3; says nowhere.csv
run show --overlay; code_is 2
done_testing
