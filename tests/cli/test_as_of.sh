# Dates decide which historic names count: the article's, or --as-of.
. "$(dirname "$0")/harness.sh"

# One name, two places, each called so in its own time.
cat > years.csv << 'END'
name,name_kind,geonameid,from,to
Oldgate,historic,2988507,1500,1800
Oldgate,historic,2643743,1900,1991
END
article_of() {
  printf '{"id": "a", "text": "Ships reached Oldgate.", "date": "%s"}\n' "$1"
}

# placed ID: where the map puts it.
placed() {
  run map --overlay years.csv "$@" -o map.geojson; code_is 0
}
is_placed() {
  grep -q "\"geonameid\": *$1" map.geojson || fail "not placed at $1"
}
article_of 1700-05-01 > old.jsonl
article_of 1950-05-01 > later.jsonl
placed old.jsonl; is_placed 2988507
placed later.jsonl; is_placed 2643743
placed --as-of 1950 old.jsonl; is_placed 2643743
placed --as-of 1700-01-02 later.jsonl; is_placed 2988507

run map --overlay years.csv --as-of 1700-01 --explain later.jsonl; code_is 0
prints 'as of     1700-01'; prints 'it was not called so at the time'
prints 'resolve.out_of_date'

# What is no date.
for wrong in yesterday 1985-13 85 1985-6-1 1985-06-30T12:00 0000 ''; do
  run map --as-of "$wrong" old.jsonl; code_is 2; says_one_line
  says "\"$wrong\" is no date"
done
printf 'name,lat,lon,from,to\nNova,1,1,1990,1980\n' > bad.csv
run map --overlay bad.csv old.jsonl; code_is 3
says 'line 2, column to: 1980 comes before 1990'

# Scoring takes it too.
echo '{"id": "a", "text": "Ships reached Oldgate.", "date": "1700-05-01",'\
' "mentions": [{"start": 14, "end": 21, "surface": "Oldgate", "lat": 48.85,'\
' "lon": 2.35, "geonameid": 2988507}]}' > gold.jsonl
run score --overlay years.csv --given gold.jsonl; code_is 0; prints 'A161 1.000'
run score --overlay years.csv --given --as-of 1950 gold.jsonl; code_is 0
prints 'A161 0.000'
done_testing
