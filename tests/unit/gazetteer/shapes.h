/* A table of shapes for tests: a land of ten degrees square with a lake, a
 * region across 180 degrees, a river. In steps of whole degrees a corner is
 * one letter or two: ? is 0, A 1, C 2, S 10, R -10. */
#ifndef TESTS_GAZETTEER_SHAPES_H
#define TESTS_GAZETTEER_SHAPES_H

#include "unit/gazetteer/tables.h"

#define SHAPES "ref,geometry,source\n"

/* 0,0 0,10 10,10 10,0 as latitude and longitude, and its hole 2,2 to 4,4. */
#define LAND "+???SS??R"
#define HOLE "-CCC??CB?"

static inline void shapes_put_places(void) {
  tables_put(&t, "sources.tsv", SOURCES "a,p,1,2024,CC0,nobody,all\n");
  tables_put(&t, "places.tsv",
             PLACES
             "gn:1,Squareland,5,5,PCLI,SQ,,,100,,a\n"
             "gn:2,Corner,1,1,ADM1,SQ,01,,,,a\n"
             "gn:3,Straight River,5,20,STM,,,,,,a\n"
             "gn:4,Middletown,3.2,3.1,PPL,SQ,01,,50,,a\n"
             "gn:5,Farville,5,-179.9,PPL,,,,10,,a\n"
             "gn:6,Nearville,5,179.9,PPL,,,,10,,a\n");
}

#endif
