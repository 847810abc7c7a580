/* Documents with many mentions: does the time stay linear in them? Three kinds:
 * names that differ, one ambiguous name again and again, and one that lies in
 * another in turn ("Springfield, Ohio"). For each number of mentions it prints
 * the milliseconds of finding and of resolving, and nanoseconds a mention.
 *
 *     many GAZETTEER MODEL
 */
#include <geomention.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct bench {
  gm_workspace *ws;
  gm_gazetteer *gazetteer;
  gm_model *model;
} bench;

static double now_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec * 1e-6;
}

/* A name of the n-th kind of text; `room` holds some hundred bytes. */
typedef void namer(const bench *with, uint32_t n, char *room);

/* Towns from all over the gazetteer, which are in it by countries. */
static void name_another(const bench *with, uint32_t n, char *room) {
  uint32_t places = (uint32_t)gm_gazetteer_about(with->gazetteer).places;
  uint32_t at = (uint32_t)((uint64_t)n * 2654435761u % places);
  gm_str name = gm_gazetteer_place(with->gazetteer, at).name;
  sprintf(room, "%.*s", (int)(name.size < 100 ? name.size : 100), name.bytes);
}

static void name_same(const bench *with, uint32_t n, char *room) {
  (void)with, (void)n;
  strcpy(room, "Springfield");
}

static void name_inside(const bench *with, uint32_t n, char *room) {
  static const char *const states[] = {"Ohio", "Illinois", "Missouri",
                                       "Oregon", "Massachusetts"};
  (void)with;
  sprintf(room, "Springfield, %s", states[n % 5]);
}

/* "They came to X. They came to Y." with every name a given span. */
static gm_document write_document(const bench *with, namer *name,
                                  uint32_t count, gm_span *spans) {
  char room[160];
  char *text = malloc((size_t)count * 140 + 1);
  size_t size = 0;
  if (!text) abort();
  for (uint32_t i = 0; i < count; i++) {
    name(with, i, room);
    size += (size_t)sprintf(text + size, "They came to ");
    spans[i].begin = (uint32_t)size;
    size += (size_t)sprintf(text + size, "%s", room);
    spans[i].end = (uint32_t)size;
    size += (size_t)sprintf(text + size, ". ");
  }
  gm_document document = {.text = {text, size}, .spans_given = true};
  document.text_part.end = (uint32_t)size;
  document.given = spans;
  document.given_count = count;
  return document;
}

static gm_status time_one(const bench *with, const char *kind, namer *name,
                          uint32_t count) {
  gm_span *spans = malloc(count * sizeof *spans);
  if (!spans) abort();
  gm_document document = write_document(with, name, count, spans);
  gm_mentions mentions;
  gm_resolutions resolutions;
  gm_workspace_reset(with->ws);
  double begin_ms = now_ms();
  gm_status status =
      gm_find(with->ws, with->gazetteer, with->model, &document, &mentions);
  double found_ms = now_ms();
  document.spans_given = false; /* or what was not given is found as witness */
  if (status == GM_OK)
    status = gm_resolve(with->ws, with->gazetteer, with->model, &document,
                        mentions, &resolutions);
  double resolved_ms = now_ms();
  if (status == GM_OK)
    printf("%-14s %6u %8.1f %9.1f %9.0f\n", kind, mentions.count,
           found_ms - begin_ms, resolved_ms - found_ms,
           (resolved_ms - found_ms) * 1e6 / mentions.count);
  free((char *)(uintptr_t)document.text.bytes);
  free(spans);
  return status;
}

int main(int argc, char **argv) {
  static const uint32_t counts[] = {1000, 5000, 10000, 20000};
  static const struct {
    const char *name;
    namer *of;
  } kinds[] = {{"different", name_another},
               {"the same", name_same},
               {"in a container", name_inside}};
  bench with = {.ws = gm_workspace_open(0)};
  if (argc != 3 || !with.ws ||
      gm_gazetteer_open(with.ws, argv[1], &with.gazetteer) != GM_OK ||
      gm_model_open(with.ws, argv[2], &with.model) != GM_OK) {
    fprintf(stderr, "usage: many GAZETTEER MODEL\n");
    return 2;
  }
  printf("names         mentions  found ms  resolved ms  ns a mention\n");
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
    for (size_t n = 0; n < sizeof counts / sizeof *counts; n++)
      if (time_one(&with, kinds[k].name, kinds[k].of, counts[n]) != GM_OK) {
        fprintf(stderr, "many: %s\n", gm_workspace_message(with.ws));
        return 1;
      }
  gm_model_close(with.model);
  gm_gazetteer_close(with.gazetteer);
  gm_workspace_close(with.ws);
  return 0;
}
