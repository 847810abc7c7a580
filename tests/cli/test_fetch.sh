# Fetching, from a server on loopback that behaves well or badly by address
# (fetch_server.py): what is left in the folder, what is said, what is asked.
. "$(dirname "$0")/harness.sh"
command -v python3 > /dev/null || { echo "skipped: no python3"; exit 77; }
unset http_proxy https_proxy all_proxy HTTPS_PROXY ALL_PROXY SSL_CERT_FILE

server=$work_folder/server
mkdir "$server"
pair=
if command -v openssl > /dev/null; then
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 \
    -addext subjectAltName=IP:127.0.0.1 -keyout "$server/key" \
    -out "$server/certificate" 2> /dev/null &&
    pair="$server/certificate $server/key"
fi
# shellcheck disable=SC2086 # two words, or none
python3 "$source_folder/tests/cli/fetch_server.py" "$server" $pair &
server_id=$!
trap 'kill $server_id 2> /dev/null; rm -rf "$work_folder"' EXIT
tries=0
until [ -s "$server/port" ]; do
  tries=$((tries + 1))
  [ $tries -lt 100 ] || { echo "the server did not start"; exit 1; }
  sleep 0.1
done
site=http://127.0.0.1:$(cat "$server/port")
python3 -c 'import socket, sys
socket.create_connection(("127.0.0.1", int(sys.argv[1])), 5)' \
  "$(cat "$server/port")" 2> /dev/null ||
  { echo "skipped: not even the loopback network is up"; exit 77; }

# fetch MODE ARGUMENTS...: two countries' files into the folder MODE.
fetch() {
  mode=$1
  shift
  : > "$server/log"
  run fetch geonames --countries UA --from "$site/$mode" -o "$mode" "$@"
}

# asked TEXT: some request was so, and so answered.
asked() {
  grep -qF -- "$1" "$server/log" || fail "no request is like: $1"
}

asked_not() {
  ! grep -qF -- "$1" "$server/log" || fail "a request is like: $1"
}

# asked_times COUNT TEXT: so many requests were so.
asked_times() {
  [ "$(grep -cF -- "$2" "$server/log")" = "$1" ] ||
    fail "not $1 requests are like: $2"
}

# is_version NUMBER FILE: as the server makes it up.
is_version() {
  echo "$1" > "$server/version"
  python3 -c 'import sys, urllib.request
urllib.request.urlretrieve(sys.argv[1], sys.argv[2])' \
    "$site/good/${2#*/}" "$server/expected"
  file_is "$2" "$server/expected"
}

# All of the set, whole, and nothing half-done.
is_complete() {
  for name in countryInfo.txt admin1CodesASCII.txt admin2Codes.txt \
    featureCodes_en.txt hierarchy.zip UA.zip alternatenames/UA.zip; do
    has_file "$1/$name"
  done
  ! find "$1" -name '*.part*' | grep -q . || fail "a part is left in $1"
}

# ------------------------------------------------------------ when all is well
fetch good; code_is 0; prints_nothing; is_complete good
is_version 1 good/UA.zip; is_version 1 good/alternatenames/UA.zip
says '7 of 7 files'; says '(7 fetched, 0 unchanged)'
says 'geomention compile good -o world.gaz'; says 'CC BY 4.0'
asked 'User-Agent=geomention/'
[ "$(stat -c %Y good/UA.zip)" = 1700086400 ] || fail 'not as old as it is'

# Not fetched again while it has not changed, nor by a mirror's tags.
fetch good; code_is 0; asked_times 7 ' 304 '; says '(0 fetched, 7 unchanged)'
asked 'If-None-Match="v1" If-Modified-Since='; is_complete good
fetch good -q; code_is 0; says_nothing; prints_nothing
run fetch geonames -c UA --from "$site/moved/" -o good -q; code_is 0
is_complete good
fetch good -q; asked_times 7 ' 200 '

# Another version; a file that somebody has shortened.
echo 2 > "$server/version"; echo short > good/hierarchy.zip
fetch good; code_is 0; asked_times 7 ' 200 '; is_complete good
asked_times 6 If-None-Match
is_version 2 good/UA.zip; is_version 2 good/hierarchy.zip
echo 1 > "$server/version"

# The usual folder; countries once each, in any case; the whole world.
unset XDG_DATA_HOME
HOME=$work_folder/a\ home run fetch geonames --from "$site/good" -c ua,UA,ru
code_is 0; says "compile '$work_folder/a home/.local/share/geomention/geonames'"
has_file "$work_folder/a home/.local/share/geomention/geonames/RU.zip"
says '9 of 9 files'
: > "$server/log"
XDG_DATA_HOME=$work_folder/here/xdg run fetch geonames --from "$site/good"
code_is 0; has_file xdg/geomention/geonames/allCountries.zip
asked /good/alternateNamesV2.zip
run fetch naturalearth --from "$site/good" -o ne; code_is 0
asked /good/10m/physical/ne_10m_lakes.zip; has_file ne/ne_10m_lakes.zip
says 'public domain'; says 'geomention compile ne -o world.gaz'

# ------------------------------------------------------------- after a break
# Within a run, and in the next one.
fetch cut_once; code_is 0; is_complete cut_once
asked '/hierarchy.zip 206 Range=bytes=100000- If-Range="v1"'
is_version 1 cut_once/hierarchy.zip
fetch dated --tries 1; code_is 1; says 'hierarchy.zip did not come whole'
says 'run the same command again'; has_file dated/hierarchy.zip.part
[ ! -e dated/hierarchy.zip ] || fail 'half a file has its final name'
says '6 of 7 files'
fetch dated --tries 1; code_is 0; is_complete dated; asked_times 6 ' 304 '
asked 'hierarchy.zip 206 Range=bytes=100000- If-Range=Wed, 15 Nov 2023'
is_version 1 dated/hierarchy.zip

# All had come, but nobody had looked at it: one byte tells.
mv dated/UA.zip dated/UA.zip.part; mv dated/.UA.zip.from dated/.UA.zip.part.from
fetch dated; code_is 0; is_complete dated; is_version 1 dated/UA.zip
asked "/UA.zip 206 Range=bytes=$(($(wc -c < dated/UA.zip) - 1))-"

# What cannot be gone on with is begun anew: no mark, a weak one, another
# version, a server that mixes versions, one that will not, strange bytes.
for mode in bare weak changed deaf shrunk chunked; do
  fetch $mode; code_is 0; is_complete $mode
done
for mode in bare weak shrunk chunked; do
  is_version 1 $mode/hierarchy.zip
done
is_version 2 changed/hierarchy.zip; is_version 2 deaf/hierarchy.zip
echo 1 > "$server/version"
mkdir strange; echo 'what is this' > strange/UA.zip.part
run fetch geonames -c UA --from "$site/good" -o strange -q; code_is 0
is_complete strange; is_version 1 strange/UA.zip
fetch cut_often -q --tries 1; code_is 1; : > "$server/log"
run fetch geonames -c UA --from "$site/moved" -o cut_often -q; code_is 0
asked_not Range; is_complete cut_often; is_version 1 cut_often/hierarchy.zip
rm -r cut_often

# ---------------------------------------------------------------- what fails
run fetch geonames --from "$site/missing" -o missing; code_is 1
says "alternateNamesV2.zip is not at $site/missing/alternateNamesV2.zip (404)"
says '6 of 7 files'; has_file missing/allCountries.zip
has_no_file missing/alternateNamesV2.zip
run fetch geonames -q -c UA,XX --from "$site/missing" -o xx; code_is 1
says "XX.zip is not at"; has_file xx/alternatenames/XX.zip

fetch cut_often -q --tries 2; code_is 1
says 'hierarchy.zip did not come whole: the connection to 127.0.0.1 broke off'
asked_times 2 '/cut_often/hierarchy.zip '
[ "$(wc -c < cut_often/hierarchy.zip.part)" = 2000 ] ||
  fail 'not both pieces are kept'
fetch stalled -q --tries 1 --stall-seconds 1; code_is 1
says 'hierarchy.zip did not come whole: nothing from 127.0.0.1 for 1 s'
fetch corrupt -q; code_is 1; has_no_file corrupt/hierarchy.zip
says 'hierarchy.zip came damaged: hierarchy.txt in it is not whole'
says 'it was deleted'; says_one_line; has_file corrupt/UA.zip
fetch short -q; code_is 1; says 'hierarchy.zip came damaged'
fetch page -q; code_is 1; says 'UA.zip came as a web page'
says 'admin2Codes.txt came as a web page'; has_no_file page/UA.zip
fetch empty -q --tries 1; code_is 1
[ -z "$(find empty -type f)" ] || fail 'empty files are left'
fetch strange -q; code_is 1; says 'UA.zip cannot be had: '
fetch asking -q; code_is 1; says 'answers with status 401'

# A corrupt one does not take the good one's place.
run fetch geonames -q -c UA --from "$site/corrupt" -o good; code_is 1
is_version 2 good/hierarchy.zip; echo 1 > "$server/version"

fetch round -q; code_is 1; says 'leads on to other addresses more than 10 times'
fetch moved; code_is 0; is_complete moved; is_version 1 moved/UA.zip
fetch error_once; code_is 0; is_complete error_once; asked_times 1 ' 500 '
begun=$(date +%s)
fetch busy_once -q; code_is 0; asked_times 1 ' 503 '
[ $(($(date +%s) - begun)) -ge 3 ] || fail 'Retry-After is not heeded'
fetch busy -q; code_is 1; says 'status 503'; says 'much later'
asked_times 7 ' 503 '

# Nobody there: one sentence, not one for each file.
run fetch geonames --from http://127.0.0.1:1/ -o nobody; code_is 1
says 'cannot be reached'; says_one_line; has_no_file nobody/countryInfo.txt

# ------------------------------------------------------------ https, verified
if [ -n "$pair" ]; then
  safe=https://127.0.0.1:$(cat "$server/port_tls")
  run fetch geonames -c UA --from "$safe/good" -o safe; code_is 1
  says 'no safe connection to 127.0.0.1'; says_one_line
  export SSL_CERT_FILE="$server/certificate"
  run fetch geonames -c UA --from "$safe/good" -o safe; code_is 0
  is_complete safe
  run fetch geonames -q -c UA --from "$safe/down" -o down; code_is 1
  says 'countryInfo.txt cannot be had'; says 'an address that is not https'
  unset SSL_CERT_FILE
fi

# --------------------------------------------------------- cannot be written
echo file > file
run fetch geonames --from "$site/good" -o file; code_is 4; says_one_line
says 'file/countryInfo.txt.part cannot be written: Not a directory'
(trap '' XFSZ; ulimit -f 100
  exec "$program" fetch geonames -q -c UA --from "$site/good" -o full) 2> "$err"
code=$?
code_is 4; says 'cannot be written: File too large'; says_one_line
[ ! -e full/hierarchy.zip ] || fail 'half a file has its final name'
env ASAN_OPTIONS=detect_leaks=0 \
  "$program" fetch geonames -q -c UA --from "$site/stalled" -o shared \
  2> "$work_folder/other" & other=$!
tries=0
until [ -s shared/hierarchy.zip.part ] || [ $tries = 50 ]; do
  sleep 0.1; tries=$((tries + 1))
done
run fetch geonames -q -c UA --from "$site/good" -o shared; code_is 4
says 'is being fetched by another geomention'
kill $other; wait $other

# ----------------------------------------------------------------------- Ctrl-C
# LeakSanitizer stops the program by ptrace at its end, and a signal that comes
# just then hangs both for ever: where signals are sent, leaks are not sought.
no_leaks="env ASAN_OPTIONS=detect_leaks=0"

# $1: the signal
interrupted() {
  ran="geomention fetch and signal $1"
  timeout --preserve-status -s "$1" 1 $no_leaks "$program" fetch geonames -c UA \
    --from "$site/slow" -o slow > "$out" 2> "$err"
  code=$?
  code_is 130; says interrupted; says_one_line; prints_nothing
  has_file slow/countryInfo.txt; has_file slow/hierarchy.zip.part
  [ ! -e slow/hierarchy.zip ] || fail 'half a file has its final name'
}
interrupted INT
rm -r slow
interrupted TERM
: > "$server/log"
$no_leaks timeout 20 "$program" fetch geonames --from "$site/slow" -c UA -o slow -q \
  --tries 1 --stall-seconds 1 2> "$err" & other=$!
sleep 1; kill -INT $other 2> /dev/null; wait $other
asked '/slow/hierarchy.zip 206 Range=bytes='

# ------------------------------------------------------------ the command line
run fetch; code_is 2; says 'geonames and naturalearth'
run fetch geoname; code_is 2; says "did you mean 'geonames'?"
run fetch geonames naturalearth; code_is 2
run fetch naturalearth -c UA; code_is 2; says 'no files by country'
for codes in U UKR UA, ,UA 'UA RU' U1 ''; do
  run fetch geonames -c "$codes"; code_is 2; says_one_line
done
for address in ftp://127.0.0.1/ 127.0.0.1 http:// 'http://127.0.0.1/?x=' ''
do
  run fetch geonames --from "$address"; code_is 2; says 'takes an address'
done
run fetch geonames --tries 0; code_is 2
run fetch geonames --stall-seconds x; code_is 2
HOME='' run fetch geonames; code_is 2; says 'no HOME'
done_testing
