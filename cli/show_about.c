/* What a gazetteer says of itself, and what it holds. */
#include <stdio.h>

#include "show.h"
#include "text.h"

static void print_text(gm_str text) {
  if (text.size) fwrite(text.bytes, 1, text.size, stdout);
}

static void line(const char *head, gm_str text) {
  if (!text.size) return;
  printf("%-12s ", head);
  print_text(text);
  putchar('\n');
}

static void number(const char *head, uint64_t count) {
  char buffer[32];
  line(head, cli_text_number(count, buffer));
}

/* A count in a column of its own, behind it what it counts. */
static void counted(uint32_t count, gm_str what) {
  char buffer[32];
  gm_str digits = cli_text_number(count, buffer);
  if (!count) return;
  printf("%*s", 12 - cli_text_width(digits), "");
  print_text(digits);
  printf("  ");
  print_text(what);
}

static void print_sources(const gm_gazetteer_counts *counts) {
  printf("\nplaces by source\n");
  for (uint32_t i = 0; i < counts->source_count; i++) {
    const gm_source_count *source = &counts->sources[i];
    if (!source->places) continue;
    counted(source->places, source->code);
    if (source->date.size) {
      printf(", ");
      print_text(source->date);
      printf(", ");
      print_text(source->licence);
    }
    putchar('\n');
  }
}

static void print_counts(const gm_gazetteer_counts *counts) {
  printf("\nplaces by kind\n");
  for (int kind = 0; kind < GM_PLACE_KIND_COUNT; kind++) {
    counted(counts->places_of_kind[kind],
            cli_text_str(gm_place_kind_name((gm_place_kind)kind)));
    if (counts->places_of_kind[kind]) putchar('\n');
  }
  print_sources(counts);
  printf("\nnames by kind\n");
  for (int kind = 0; kind < GM_NAME_KIND_COUNT; kind++) {
    counted(counts->names_of_kind[kind],
            cli_text_str(gm_name_kind_name((gm_name_kind)kind)));
    if (counts->names_of_kind[kind]) putchar('\n');
  }
}

void cli_show_about(const gm_gazetteer *gazetteer,
                    const gm_gazetteer_counts *counts) {
  gm_gazetteer_info info = gm_gazetteer_about(gazetteer);
  line("name", info.name);
  line("date", info.date);
  line("hash", info.hash);
  number("places", info.places);
  number("names", info.names);
  number("keys", info.keys);
  if (counts) number("countries", counts->countries);
  number("bytes", info.size_bytes);
  line("licence", info.licence);
  line("attribution", info.attribution);
  if (counts) print_counts(counts);
}
