# What the words beside a name say of where is meant, in what is written.
. "$(dirname "$0")/harness.sh"

cat > a.txt <<'EOF'
A fire burned about 30 miles (48 km) north-west of Paris.

Rain fell outside London. It was dry in Moscow.
EOF

# Each format that lists what is known of a mention has it.
run map --to geojsonseq a.txt; code_is 0
prints '"modifier":"about 30 miles (48 km) north-west of"'
prints '"modifier_kind":"distance"'
prints '"modifier_bearing":315.0'
prints '"modifier_km":48.28'
prints '"modifier_kind":"outside"'
prints '"modifier":null,"modifier_kind":null'
# The point stays where the place is.
grep '"modifier_km":48.28' "$out" | grep -q '"lat":48.85' || fail 'moved'
run map --to csv a.txt; code_is 0
prints ',about 30 miles (48 km) north-west of,distance,315.0,48.28,'
run map --to kml a.txt; code_is 0; prints 'north-west of'
run map -o a.html a.txt; code_is 0
grep -q '"about 30 miles (48 km) north-west of","distance",315.0,48.28' a.html ||
  fail 'the page has no modifier'
run map --explain a.txt; code_is 0
prints '   modifier  about 30 miles (48 km) north-west of (distance, 48.28 km, '
prints '   modifier  outside (outside)'

# Given names, and coordinates, have one too.
echo '{"text": "They camped 15 km east of Paris.",' \
  '"mentions": [{"start": 26, "end": 31}]}' > g.jsonl
run map --mentions given --to geojsonseq g.jsonl; code_is 0
prints '"modifier":"15 km east of","modifier_kind":"distance"'
echo 'A fire broke out near 48.59 N, 38.00 E.' > c.txt
run map --to geojsonseq c.txt; code_is 0; prints '"modifier_kind":"near"'

done_testing
