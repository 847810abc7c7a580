# A stranger's project: installs into an empty prefix, then builds and runs a
# program against it, once through pkg-config and once through cmake; and runs
# the installed program, which must find its data by itself.
set -eu
source_folder=$1
build_folder=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
prefix=$work/prefix
unset GEOMENTION_DATA || true

# A copy of the configuration with our prefix; what is built is not built again.
cmake --install "$build_folder" --prefix "$prefix" > "$work/install.log" ||
  { cat "$work/install.log"; exit 1; }

fail() {
  echo "FAIL: $*"
  exit 1
}
for file in bin/geomention include/geomention.h share/geomention/world.gaz \
  share/geomention/geomention.model share/doc/geomention/LICENSE \
  share/doc/geomention/NOTICE share/man/man1/geomention.1 \
  share/bash-completion/completions/geomention; do
  [ -s "$prefix/$file" ] || fail "$file is not installed"
done

cp "$source_folder/examples/fifteen_lines.c" "$work/stranger.c"
cd "$work"
places() {
  "$1" "$prefix/share/geomention/world.gaz" \
    "$prefix/share/geomention/geomention.model" \
    "Floods hit Paris, Texas, on Tuesday." > places
  grep -q '^Paris 33\.' places || fail "$1 printed $(cat places)"
}

# pkg-config: the prefix is where the file lies, not what was configured.
pc=$(find "$prefix" -name geomention.pc)
[ -n "$pc" ] || fail "geomention.pc is not installed"
PKG_CONFIG_PATH=$(dirname "$pc")
export PKG_CONFIG_PATH
data=$(pkg-config --variable=datadir geomention)
[ -s "$data/world.gaz" ] || fail "pkg-config's datadir is $data"
# shellcheck disable=SC2046 # a list of words
cc stranger.c $(pkg-config --cflags --libs geomention) -o by_pkgconfig
places ./by_pkgconfig

cat > CMakeLists.txt <<'END'
cmake_minimum_required(VERSION 3.22)
project(stranger LANGUAGES C)
find_package(geomention 0.1 REQUIRED)
add_executable(by_cmake stranger.c)
target_link_libraries(by_cmake PRIVATE geomention::geomention)
END
{ cmake -S . -B built -DCMAKE_PREFIX_PATH="$prefix" && cmake --build built; } \
  > cmake.log 2>&1 || { cat cmake.log; fail "the stranger's cmake project"; }
places built/by_cmake

echo "Floods hit Paris, Texas, on Tuesday." > article.txt
"$prefix/bin/geomention" map -q article.txt | grep -q '"Paris"' ||
  fail "the installed program"
echo "a stranger can build against it"
