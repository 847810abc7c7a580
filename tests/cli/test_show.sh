# What the gazetteer knows: by name, by id, by point, and as a whole.
. "$(dirname "$0")/harness.sh"

# By name and by id.
run show Paris; code_is 0; prints 2988507; prints France; prints Texas
prints official
run show paris; code_is 0; prints 2988507
run show New York; code_is 0; prints 'New York'
run show --id 2988507; code_is 0; prints Paris
run show --id 4000000000; code_is 1; says 4000000000; says_one_line

# Almost a name.
run show Moscwo; code_is 1; says_one_line
says "no place called 'Moscwo'; did you mean Moscow"
run show Nosuchplaceanywhere; code_is 1; says_one_line
grep -q 'did you mean' "$err" && fail 'a suggestion for nonsense'
ran='show Москва'
run show Москвв; code_is 1; says Москва

# By point: the nearest first, with its distance.
run show --near 48.85,2.35 --within 100; code_is 0; prints 2988507; prints ' km'
run show -n '51.5, -0.12' --within 20; code_is 0; prints London
run show --near 0,-30 --within 1; code_is 1; says 'within 1 km'
run show --at 0,-30; code_is 1; says_one_line
world=$build_folder/world.gaz # the small gazetteer has no shapes
if [ -e "$world" ]; then
  run show -g "$world" --at 48.85,2.35; code_is 0; prints France; prints Europe
  run show -g "$world" --at 41.8,51; code_is 0; prints 'Caspian Sea'
  run show -g "$world" --at 48.85,2.35 --to geojson; prints '"country":"FR"'
  run show -g "$world" France --to geojson --geometry area; code_is 0
  prints '"type":"MultiPolygon"'; prints '"type":"Point"'
  printf 'name,lat,lon\nNova,48.85,2.35\n' > nova.csv
  run show -g "$world" --overlay nova.csv Nova; prints France
fi

# As GeoJSON.
run show --id 2988507 --to geojson; code_is 0
prints '"type":"FeatureCollection"'; prints '"geonameid":2988507'
prints '"hash":'; prints '"coordinates":[2.'
run show Paris --to geojson; prints '"name_kind":"official"'
run show --near 48.85,2.35 --to geojson; prints '"far_km":'
if command -v python3 > /dev/null; then
  for asked in Paris '--near 48.85,2.35' '--id 2988507'; do
    run show $asked --to geojson
    python3 -c 'import json, sys; json.load(open(sys.argv[1]))' "$out" ||
      fail 'no JSON'
  done
fi

# As a whole.
run show --about; code_is 0; prints hash; prints licence
run show --stats; code_is 0; prints hash; prints date; prints licence
prints 'places by kind'; prints 'country'; prints 'places by source'
prints geonames; prints 'names by kind'; prints demonym; prints countries
run show --verify; code_is 0; prints 'is whole'

# What does not go.
run show; code_is 2; says 'geomention show Paris'; says_one_line
run show --verify Paris; code_is 2; says '--verify'
run show --id 1 --near 1,1; code_is 2; says '--near'
run show --near 91,0; code_is 2; says "not '91,0'"; says_one_line
run show --near 'Paris'; code_is 2; says "not 'Paris'"
run show --at 1,2,3; code_is 2
run show Paris --within 3; code_is 2; says --near
run show Paris --to xml; code_is 2; says 'table, geojson'
done_testing
