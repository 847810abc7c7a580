/* How fast are mentions found? Reads articles, finds the mentions of each on
 * one core, several times over, and prints megabytes a second. Reading and
 * resolving are not counted.
 *
 *     find_speed GAZETTEER MODEL ARTICLES [ROUNDS]
 */
#include <geomention.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct tally {
  double seconds;
  uint64_t bytes, articles, mentions;
} tally;

static double now_s(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static int fail(const gm_workspace *ws) {
  fprintf(stderr, "find_speed: %s\n", gm_workspace_message(ws));
  return 1;
}

/* One article: only gm_find is timed. */
static gm_status time_find(gm_workspace *ws, const gm_gazetteer *gazetteer,
                           const gm_model *model, const gm_document *document,
                           tally *to) {
  gm_mentions mentions;
  double begin_s = now_s();
  gm_status status = gm_find(ws, gazetteer, model, document, &mentions);
  if (status != GM_OK) return status;
  to->seconds += now_s() - begin_s;
  to->bytes += document->text.size;
  to->articles++;
  to->mentions += mentions.count;
  return GM_OK;
}

static gm_status time_file(gm_workspace *ws, const gm_gazetteer *gazetteer,
                           const gm_model *model, const char *path, tally *to) {
  const gm_read_options options = {0};
  gm_source *source;
  gm_status status = gm_source_open(ws, path, &options, &source);
  if (status != GM_OK) return status;
  bool more = true;
  while (status == GM_OK) {
    gm_workspace_reset(ws);
    gm_record record;
    const gm_document *document;
    status = gm_source_next(ws, source, &record, &more);
    if (status != GM_OK || !more) break;
    status = gm_read(ws, source, record, &document);
    if (status == GM_OK) status = time_find(ws, gazetteer, model, document, to);
  }
  gm_source_close(source);
  return status;
}

int main(int argc, char **argv) {
  if (argc < 4) {
    fprintf(stderr, "usage: find_speed GAZETTEER MODEL ARTICLES [ROUNDS]\n");
    return 2;
  }
  gm_workspace *ws = gm_workspace_open(0);
  gm_gazetteer *gazetteer = NULL;
  gm_model *model = NULL;
  if (!ws || gm_gazetteer_open(ws, argv[1], &gazetteer) != GM_OK)
    return fail(ws);
  double begin_s = now_s();
  if (gm_model_open(ws, argv[2], &model) != GM_OK) return fail(ws);
  printf("model opened in %.2f ms\n", (now_s() - begin_s) * 1000);
  long rounds = argc > 4 ? strtol(argv[4], NULL, 10) : 3;
  for (long round = 0; round < rounds; round++) {
    tally count = {0};
    if (time_file(ws, gazetteer, model, argv[3], &count) != GM_OK)
      return fail(ws);
    printf(
        "round %ld: %.2f MB of %llu articles in %.3f s: %.2f MB/s, %llu "
        "mentions\n",
        round + 1, (double)count.bytes / 1e6,
        (unsigned long long)count.articles, count.seconds,
        (double)count.bytes / 1e6 / count.seconds,
        (unsigned long long)count.mentions);
  }
  gm_model_close(model);
  gm_gazetteer_close(gazetteer);
  gm_workspace_close(ws);
  return 0;
}
