# Makes the page of one file out of its parts, as C for the library to write:
#
#     cmake -DREPORT=src/write/report -DLEAFLET=/usr/share/javascript/leaflet
#           -DOUT=report_embedded.c -P embed.cmake
#
# The template names where styles, data and scripts go. The policy in its head
# allows the one style and the one script by their SHA-256, and nothing else: so
# even if a text of an article became HTML, no script in it would run. Without
# Leaflet the library is told that there is no page.
cmake_minimum_required(VERSION 3.22)

set(STYLES colours layout controls texts)
set(SCRIPTS data tools state map marks labels filters timeline tabs
  places articles reader decisions card export main)

# The 32 bytes of a hash, in hexadecimal digits, as base64.
function(base64 digits out)
  set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  set(text "")
  string(APPEND digits "0000") # the last group has two bytes, and "="
  foreach(at RANGE 0 60 6)
    string(SUBSTRING "${digits}" ${at} 6 group)
    foreach(shift 18 12 6 0)
      math(EXPR six "(0x${group} >> ${shift}) & 63")
      string(SUBSTRING "${alphabet}" ${six} 1 letter)
      string(APPEND text "${letter}")
    endforeach()
  endforeach()
  string(SUBSTRING "${text}" 0 43 text)
  set(${out} "${text}=" PARENT_SCOPE)
endfunction()

function(hash text out)
  string(SHA256 digits "${text}")
  base64("${digits}" encoded)
  set(${out} "${encoded}" PARENT_SCOPE)
endfunction()

# A text as an array of bytes, sixteen a line.
function(bytes name text)
  file(WRITE "${OUT}.part" "${text}")
  file(READ "${OUT}.part" hex HEX)
  file(REMOVE "${OUT}.part")
  string(LENGTH "${hex}" size)
  math(EXPR size "${size} / 2")
  string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," hex "${hex}")
  file(APPEND "${OUT}" "static const unsigned char ${name}[] = {\n${hex}};\n"
    "const gm_str gm_report_${name} = {(const char *)${name}, ${size}};\n")
endfunction()

file(WRITE "${OUT}" "/* Made by tools/cmake/embed.cmake. */\n"
  "#include \"write/report_embedded.h\"\n")
set(leaflet_js "")
foreach(name leaflet.min.js leaflet.js)
  if(leaflet_js STREQUAL "" AND LEAFLET AND EXISTS "${LEAFLET}/${name}")
    file(READ "${LEAFLET}/${name}" leaflet_js)
  endif()
endforeach()
if(leaflet_js STREQUAL "" OR NOT EXISTS "${LEAFLET}/leaflet.css")
  file(APPEND "${OUT}" "const bool gm_report_embedded = false;\n"
    "const gm_str gm_report_head, gm_report_tail;\n")
  return()
endif()

# What names other files would ask for them: pictures, and where the source is.
file(READ "${LEAFLET}/leaflet.css" styles)
string(REGEX REPLACE "url\\([^)]*\\)" "none" styles "${styles}")
string(REGEX REPLACE "/[*]# sourceMappingURL=[^*]*[*]/" "" styles "${styles}")
string(REGEX REPLACE "//# sourceMappingURL=[^\n]*" "" leaflet_js "${leaflet_js}")
file(READ "${REPORT}/leaflet-licence.txt" licence)
foreach(name ${STYLES})
  file(READ "${REPORT}/${name}.css" one)
  string(APPEND styles "${one}")
endforeach()
set(scripts "/*! ${licence}*/\n${leaflet_js}\n(() => {\n'use strict';\nconst page = {};\n")
foreach(name ${SCRIPTS})
  file(READ "${REPORT}/${name}.js" one)
  string(APPEND scripts "${one}")
endforeach()
string(APPEND scripts "})();\n")
foreach(text styles scripts)
  string(TOLOWER "${${text}}" lower)
  if(lower MATCHES "</s(cript|tyle)|<!--")
    message(FATAL_ERROR "the ${text} of the page would end their own element")
  endif()
  hash("${${text}}" ${text}_hash)
endforeach()

file(READ "${REPORT}/template.html" page)
foreach(text styles scripts)
  string(REPLACE "{{${text}-hash}}" "${${text}_hash}" page "${page}")
  string(REPLACE "{{${text}}}" "${${text}}" page "${page}")
endforeach()
string(FIND "${page}" "{{data}}" at)
string(SUBSTRING "${page}" 0 ${at} head)
math(EXPR behind "${at} + 8")
string(SUBSTRING "${page}" ${behind} -1 tail)
file(APPEND "${OUT}" "const bool gm_report_embedded = true;\n")
bytes(head "${head}")
bytes(tail "${tail}")
