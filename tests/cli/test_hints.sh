# What users know of their articles: --home, --outlets, --country, --bbox,
# --min-confidence, and the field "home".
. "$(dirname "$0")/harness.sh"

FRANCE=2988507
TEXAS=4717560
is_placed() {
  grep -q "\"geonameid\": *$1" map.geojson || fail "not placed at $1"
}
placed() {
  run map "$@" -o map.geojson; code_is 0
}
echo 'A fire broke out in Paris.' > a.txt
echo '{"id": "a", "text": "A fire broke out in Paris.",' \
  '"url": "https://www.theparisnews.example/1"}' > a.jsonl
echo '{"id": "a", "text": "A fire broke out in Paris.",' \
  '"home": "Paris, Texas"}' > own.jsonl

placed a.txt; is_placed $FRANCE
placed --home 'Paris, Texas' a.txt; is_placed $TEXAS
placed --home gn:$TEXAS a.txt; is_placed $TEXAS
placed --country US a.txt; is_placed $TEXAS
placed --country=us,CA a.txt; is_placed $TEXAS
placed --bbox -107,25,-93,37 a.txt; is_placed $TEXAS
placed --bbox -107.5,25,-93,37 --country FR a.txt
placed own.jsonl; is_placed $TEXAS
placed --home 'Paris, France' own.jsonl; is_placed $TEXAS

printf '%s\t%s\n' theparisnews.example 'Paris, Texas' > outlets.tsv
placed --outlets outlets.tsv a.jsonl; is_placed $TEXAS
placed --outlets outlets.tsv a.txt; is_placed $FRANCE
placed --outlets outlets.tsv --home 'Paris, Texas' a.txt; is_placed $TEXAS
run map --outlets outlets.tsv --explain a.jsonl; code_is 0
prints 'home      Paris, Texas'; prints 'resolve.near_home'; prints "outlet's"
run map --country US --explain a.txt; code_is 0; prints 'resolve.in_area'
prints 'country   US'; prints 'in the area that you named'
run map --bbox=-107.5,25,-93,37 --explain a.txt; code_is 0
prints 'box       west -107.5, south 25.0, east -93.0, north 37.0'

# What cannot be is one sentence, and nothing is written.
rm map.geojson
run map --home Springfield a.txt -o map.geojson; code_is 2; says_one_line
says 'such as "Springfield, '
run map --home Parsi a.txt -o map.geojson; code_is 2; says_one_line
says 'did you mean'
run map --home 'Paris, Nowhere' a.txt; code_is 2; says_one_line; says Texas
run map --country Canada a.txt -o map.geojson; code_is 2; says_one_line
says 'such as CA'
for wrong in 1,2,3 1,2,3,4,5 a,b,c,d '' 0,50,10,40 0,0,200,10 1,2,3,nan; do
  run map --bbox "$wrong" a.txt -o map.geojson; code_is 2; says_one_line
done
for wrong in 70 -1 '' 0.5x nan; do
  run map --min-confidence "$wrong" a.txt -o map.geojson; code_is 2
  says 'from 0 to 1'; says_one_line
done
echo 'theparisnews.example	Parsi' > wrong.tsv
run map --outlets wrong.tsv a.txt -o map.geojson; code_is 2; says_one_line
says 'wrong.tsv line 1'
echo 'theparisnews.example' > wrong.tsv
run map --outlets wrong.tsv a.txt -o map.geojson; code_is 3; says_one_line
run map --outlets none.tsv a.txt -o map.geojson; code_is 3; says none.tsv
has_no_file map.geojson

# An article whose own home is not found is reported; the others are mapped.
echo '{"id": "b", "text": "In Paris.", "home": "Parsi"}' > wrong.jsonl
run map wrong.jsonl a.jsonl -o map.geojson; code_is 1
says 'wrong.jsonl:1'; says Parsi; is_placed $FRANCE

# Less sure than wanted: unresolved, and why.
run map --min-confidence 1 --explain a.txt; code_is 0
prints 'chosen    none: unresolved'; prints '100 % is asked for'
run map --min-confidence 0 a.txt -o map.geojson; code_is 0; is_placed $FRANCE

echo 'A shell fell at 48.5953, 38.0001.' > point.txt
run map --min-confidence 1 point.txt; code_is 0; prints '"geometry":null'
prints 'unresolved: the written point is 99 % sure'

# Scoring takes all of them.
echo '{"id": "a", "text": "Ships reached Paris.", "mentions": [{"start": 14,' \
 '"end": 19, "surface": "Paris", "lat": 33.66, "lon": -95.55,' \
 "\"geonameid\": $TEXAS}]}" > gold.jsonl
run score --given gold.jsonl; code_is 0; prints 'A161 0.000'
run score --given --home 'Paris, Texas' gold.jsonl; code_is 0
prints 'A161 1.000'
run score --given --home Parsi gold.jsonl; code_is 2; says_one_line
done_testing
