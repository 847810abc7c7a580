# A reader's decisions in the next run: --decisions.
. "$(dirname "$0")/harness.sh"
cat > a.jsonl << 'END'
{"id": "a", "text": "Rain fell in Paris. In London, too."}
{"id": "b", "text": "Nobody was in Paris."}
END
cat > all.jsonl << 'END'
{"document":"a","part":"text","begin":13,"end":18,"text":"Paris","decision":"change","place":"gn:4717560","name":"Paris, Texas, United States","lat":33.66094,"lon":-95.55551}
{"document":"a","part":"text","begin":23,"end":29,"text":"London","decision":"reject"}
{"document":"c","part":"text","begin":0,"end":5,"text":"Paris","decision":"reject"}
END

# Decided, visible in the map and in the explanation, and the same for any
# number of threads.
run map --decisions all.jsonl a.jsonl -o map.geojson; code_is 0
says '3 decisions: 2 mentions decided, 0 out of date, 1 on articles that were not there'
grep -q '"geonameid":4717560,.*you chose it (all.jsonl line 1)' map.geojson ||
  fail 'Paris is not changed'
grep -q '"text":"London",.*unresolved: you rejected it (all.jsonl line 2)' \
  map.geojson || fail 'London is not rejected'
grep '"document":"b"' map.geojson | grep -q '"geonameid":2988507,' ||
  fail 'the other Paris is changed too'
for jobs in 1 3; do
  run map -q -j $jobs --decisions all.jsonl a.jsonl; code_is 0
  cp "$out" "jobs$jobs"
done
cmp -s jobs1 jobs3 || fail 'the number of threads shows'
run map --decisions all.jsonl --explain a.jsonl; code_is 0
prints 'reasons   you chose it (all.jsonl line 1)'
prints '+0.00  decision                   you decided so'

# A rule for the name, everywhere.
echo '{"text":"Paris","decision":"reject","scope":"name"}' > name.jsonl
run map -q --decisions name.jsonl a.jsonl --to geojsonseq; code_is 0
[ "$(grep -c 'you rejected it (name.jsonl line 1)' "$out")" = 2 ] ||
  fail 'the rule does not hold in both articles'

# The text has changed: told with file and line, counted, and not applied.
sed 's/Rain/Heavy rain/' a.jsonl > changed.jsonl
run map --decisions all.jsonl changed.jsonl -o map.geojson; code_is 0
says 'all.jsonl:1: not applied: "Paris" does not stand at text 13-18 of a any more'
says '3 decisions: 0 mentions decided, 2 out of date, 1 on'
if grep -q 'you ' map.geojson; then fail 'a stale decision was applied'; fi

# Faults, before anything is written.
run map --decisions none.jsonl a.jsonl -o new.geojson; code_is 3
says_one_line; says none.jsonl
echo 'Paris' > bad.jsonl
run map --decisions bad.jsonl a.jsonl -o new.geojson; code_is 3
says_one_line; says 'bad.jsonl line 1: this is no JSON'
[ ! -e new.geojson ] || fail 'a map was written'
done_testing
