# Homes of outlets, learnt from the run's own articles.
. "$(dirname "$0")/harness.sh"

FRANCE=2988507
TEXAS=4717560
line() {
  printf '{"id": "%s", "source": "%s", "text": "%s"}\n' "$1" "$2" "$3"
}
{
  line 1 theparisnews.example 'The mayor of Paris opened a school.'
  line 2 theparisnews.example 'Floods hit Clarksville, Texas, and Dallas.'
  line 3 theparisnews.example 'A man of Clarksville, Tex., was arrested.'
  line 4 theparisnews.example 'A judge in Texas sent a man of Paris to prison.'
  line 5 once.example 'The mayor of Paris opened a school.'
} > a.jsonl
count() {
  [ "$(grep -c "\"geonameid\":$1[,}]" "$out")" = "$2" ] ||
    fail "not $2 places are $1"
}

# By default Paris is that of the paper; of another outlet it stays France's.
run map --to geojsonseq a.jsonl; code_is 0; count $TEXAS 2; count $FRANCE 1
cp "$out" learnt
run map --homes learnt --to geojsonseq a.jsonl; code_is 0; file_is "$out" learnt
run map --homes given --to geojsonseq a.jsonl; code_is 0; count $FRANCE 2
run map --homes Texas a.jsonl; code_is 2; says_one_line; says 'learnt, given'

# The same from a pipe, on several threads, and in several files.
for jobs in 1 2 5; do
  run map -j $jobs --to geojsonseq a.jsonl; code_is 0; file_is "$out" learnt
done
cat a.jsonl | "$program" map -q --from jsonl --to geojsonseq - > "$out"
file_is "$out" learnt
mkdir many
n=0
while read -r text; do
  n=$((n + 1)); echo "$text" > many/$n.json
done < a.jsonl
run map --to geojsonseq many; code_is 0; file_is "$out" learnt

# What the user says goes before what was learnt.
printf '%s\t%s\n' theparisnews.example 'Paris, France' > told.tsv
run map --outlets told.tsv --to geojsonseq a.jsonl; code_is 0; count $FRANCE 3
run map --home 'Paris, France' --to geojsonseq a.jsonl; code_is 0
count $FRANCE 3

# An explanation says where a home comes from.
run map --explain a.jsonl; code_is 0
prints 'Texas, United States (learnt from 4 articles of the outlet, 0.'
prints "the outlet's articles are mostly of"
run map --explain --homes given a.jsonl; code_is 0
! grep -q 'learnt' "$out" || fail 'it learnt though it was told not to'

# The table can be read again.
run homes a.jsonl; code_is 0; says_nothing
prints '# once.example		0.00	1	not clear'
grep -q '^theparisnews.example	[A-Z][a-z]*, Texas	0\.[0-9]*	4	city' "$out" ||
  fail 'the home is not told'
[ "$(head -n 1 "$out" | cut -f 1,2)" = 'outlet	home' ] || fail 'there is no head'
cp "$out" homes.tsv
run map --homes given --outlets homes.tsv --to geojsonseq a.jsonl; code_is 0
count $TEXAS 2; count $FRANCE 1
run homes --outlets homes.tsv a.jsonl; code_is 0
! grep -q '^theparisnews' "$out" || fail 'what was told is learnt again'
run homes --home 'Paris, France' a.jsonl; code_is 0
[ "$(wc -l < "$out")" = 1 ] || fail 'homes that were told are learnt'
run homes; code_is 2; says_one_line
run homes --from text a.jsonl; code_is 2; says_one_line
run homes none.jsonl; code_is 1; says_one_line; says 'none.jsonl'
[ "$(wc -l < "$out")" = 1 ] || fail 'more'
{ cat a.jsonl; echo '{broken'; } > ill.jsonl
run homes ill.jsonl; code_is 1; says_one_line; says 'ill.jsonl:6'
prints 'theparisnews.example'
line 1 once.example 'Nobody lives here.' > few.jsonl; echo '{"text": 3}' >> few.jsonl
run homes few.jsonl; code_is 1; says_one_line; says 'few.jsonl:2'

# What cannot be read is reported once, in its turn.
{ head -n 2 a.jsonl; echo '{broken'; tail -n 3 a.jsonl; } > b.jsonl
run map --to geojsonseq none.jsonl b.jsonl; code_is 1
says_times 1 'none.jsonl'; says_times 1 'b.jsonl:3'; count $TEXAS 2
mkdir large
cp a.jsonl large/a.jsonl
{ printf '{"text": "'; head -c 1200000 /dev/zero | tr '\0' x; echo '"}'; } \
  > large/b.jsonl
cat a.jsonl >> large/b.jsonl
run map --article-mib 1 --to geojsonseq large; code_is 1
says_times 1 'large/b.jsonl'; count $TEXAS 4; count $FRANCE 2

# More than is read ahead: all are mapped, in their order, and what was learnt
# holds for those behind it too.
n=0
while [ $n -lt 2100 ]; do
  n=$((n + 1)); line "x$n" "" 'Nobody lives here.'
done > c.jsonl
cat a.jsonl c.jsonl a.jsonl > d.jsonl
run map -j 2 --to geojsonseq d.jsonl; code_is 0; count $TEXAS 4; count $FRANCE 2
cat c.jsonl a.jsonl > e.jsonl
run map --to geojsonseq e.jsonl; code_is 0; count $FRANCE 2

# Scoring does as mapping does.
{
  line 1 theparisnews.example 'Ships reached Paris.' |
    sed 's/}$/, "mentions": [{"start": 14, "end": 19, "surface": "Paris",/' |
    sed "s/\$/\"lat\": 33.66, \"lon\": -95.55, \"geonameid\": $TEXAS}]}/"
  for n in 2 3 4; do
    line $n theparisnews.example 'Rain fell on Paris, Texas.' |
      sed 's/}$/, "mentions": [{"start": 13, "end": 18}, {"start": 20,/' |
      sed 's/$/"end": 25}]}/'
  done
} > gold.jsonl
run score --given --homes given gold.jsonl; code_is 0; prints 'A161 0.000'
run score gold.jsonl; code_is 0
run score --given gold.jsonl; code_is 0; prints 'A161 1.000'
done_testing
