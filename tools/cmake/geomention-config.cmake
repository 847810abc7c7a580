# For find_package(geomention): the target geomention::geomention. The static
# library needs what it was built with, under the same target name.
include(CMakeFindDependencyMacro)
find_dependency(PkgConfig)
find_dependency(Threads)
pkg_check_modules(DEPS REQUIRED IMPORTED_TARGET libcjson libutf8proc proj libzstd libzip zlib sqlite3)
include(${CMAKE_CURRENT_LIST_DIR}/geomention-targets.cmake)
