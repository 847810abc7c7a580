# The trainer: families of features left out, and a recogniser alone.
. "$(dirname "$0")/harness.sh"
trainer=$build_folder/geomention-train
[ -x "$trainer" ] || exit 77 # a shared library hides what it calls

# train ARGUMENTS...: as `run`, for the trainer.
train() {
  ran="geomention-train $*"
  "$trainer" "$@" > "$out" 2> "$err"
  code=$?
}
n=0
while [ "$n" -lt 40 ]; do
  n=$((n + 1))
  printf '{"id": "a%d", "text": "%s", "spans": [[8, 12, "PLACE"]]}\n' "$n" \
    'He left Kyiv on Friday, and Mary went home.'
done > corpus.jsonl
printf 'kyiv\t1\t2\nhe\t3\t4\n' > words.tsv
train words words.tsv -o words.model; code_is 0

# teach OPTIONS...: a recogniser of the corpus, alone.
teach() {
  train model --gazetteer "$GEOMENTION_DATA/world.gaz" --alone 1 --runs 1 \
    --jobs 1 "$@" corpus.jsonl
}

# Nothing but the recogniser is written, and no text model is needed.
teach --words words.model -o all; code_is 0; says_one_line
[ "$(ls all)" = recogniser.model ] || fail 'more is written than a recogniser'

# What is left out is not learnt; twice the same is the same.
teach --words words.model --without shapes,runs -o fewer; code_is 0
teach --words words.model --without runs,shapes -o again; code_is 0
file_is fewer/recogniser.model again/recogniser.model
! cmp -s all/recogniser.model fewer/recogniser.model ||
  fail 'nothing was left out'

# Of everything, one feature a token stays.
families=words,shapes,affixes,classes,gazetteer,lists,document,position,runs
teach --words words.model --without $families -o none; code_is 0
says ', 1 features'

# What cannot be is told in one sentence, and leaves no folder.
teach --words words.model --without shape -o not; code_is 1; says_one_line
says '"shape" is no family of features; there are: words shapes'
teach --words all/recogniser.model --without runs -o not; code_is 1
says_one_line; says 'begins from words alone, and all/recogniser.model knows'
has_no_file not
done_testing
