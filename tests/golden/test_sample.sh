# The committed sample: mapped again, the same bytes. To renew it on purpose,
# after looking at every difference:
#
#     build/geomention map output/sample/articles -o output/sample/map.geojson \
#       --layers places,articles,timeline
#
# Links and areas would make it ten times as large; tests/gis looks at these.
set -eu
program=$2/geomention
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset GEOMENTION_DATA || true

"$program" map -q output/sample/articles -o "$work/map.geojson" \
  --layers places,articles,timeline
for file in $(cd "$work" && ls); do
  cmp "$work/$file" "output/sample/$file" || {
    diff "$work/$file" "output/sample/$file" | cut -c 1-300 | head -n 20
    exit 1
  }
done
echo "the sample's map is the same"
