/* One request over HTTP (RFC 9110): this file and fetch_answer.c alone know
 * libcurl. What there is already decides what is asked for:
 *
 *                       its beginning           the whole
 *     asked with        Range, If-Range         If-None-Match,
 *                                               If-Modified-Since
 *     206               the rest
 *     200               it has changed: all     it has changed: all
 *     304                                       it has not changed
 *
 * Which of these comes is known from the head of the answer, so the sink hears
 * of it before the first byte of the body. */
#include "fetch_http.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "interrupt.h"
#include "say.h"

enum { CONNECT_S = 30 };

/* A request and its answer while they are on the way. */
typedef struct exchange {
  cli_fetch_line *line;
  const cli_fetch_request *request;
  const cli_fetch_sink *sink;
  bool begun;
} exchange;

/* ------------------------------------------------------------ the line -- */

/* Ctrl-C also ends a transfer that brings nothing. */
static int watch(void *context, curl_off_t whole, curl_off_t here,
                 curl_off_t whole_sent, curl_off_t sent) {
  (void)context, (void)whole, (void)here, (void)whole_sent, (void)sent;
  return cli_interrupted();
}

/* Nothing here can be turned off: there is no option for it. */
static void set_safety(CURL *curl) {
  const char *authorities = getenv("SSL_CERT_FILE");
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  if (authorities && *authorities)
    curl_easy_setopt(curl, CURLOPT_CAINFO, authorities);
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(curl, CURLOPT_MAXREDIRS, (long)CLI_FETCH_REDIRECTIONS);
}

/* How long nobody and nothing is waited for. */
static void set_patience(CURL *curl, uint64_t stall_s) {
  long most_s = stall_s < CONNECT_S ? (long)stall_s : CONNECT_S;
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, most_s);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, (long)stall_s);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, watch);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
}

cli_fetch_line *cli_fetch_http_open(uint64_t stall_s) {
  cli_fetch_line *line = calloc(1, sizeof *line);
  bool good = line && !curl_global_init(CURL_GLOBAL_DEFAULT);
  if (good) line->curl = curl_easy_init();
  if (!good || !line->curl) {
    cli_say("no memory for a connection");
    cli_fetch_http_close(line);
    return NULL;
  }
  char agent[64];
  snprintf(agent, sizeof agent, "geomention/%s", gm_version());
  curl_easy_setopt(line->curl, CURLOPT_USERAGENT, agent);
  curl_easy_setopt(line->curl, CURLOPT_ERRORBUFFER, line->detail);
  set_safety(line->curl);
  set_patience(line->curl, stall_s);
  line->stall_s = stall_s;
  return line;
}

void cli_fetch_http_close(cli_fetch_line *line) {
  if (!line) return;
  curl_easy_cleanup(line->curl);
  curl_global_cleanup();
  free(line);
}

/* ------------------------------------------------------------ addresses -- */

void cli_fetch_http_part(const char *address, CURLUPart which, char *out,
                         size_t size) {
  CURLU *parts = curl_url();
  char *part = NULL;
  if (parts && !curl_url_set(parts, CURLUPART_URL, address, 0))
    curl_url_get(parts, which, &part, 0);
  snprintf(out, size, "%s", part ? part : "");
  curl_free(part);
  curl_url_cleanup(parts);
}

bool cli_fetch_http_is_folder(const char *address) {
  char scheme[16], host[256];
  cli_fetch_http_part(address, CURLUPART_SCHEME, scheme, sizeof scheme);
  cli_fetch_http_part(address, CURLUPART_HOST, host, sizeof host);
  bool known = strcmp(scheme, "http") == 0 || strcmp(scheme, "https") == 0;
  return known && *host && !strpbrk(address, "?#");
}

int64_t cli_fetch_http_time(const char *modified) {
  return curl_getdate(modified, NULL);
}

/* ------------------------------------------------------------- the body -- */

/* A header of the last answer; left out where it does not fit. */
static void read_header(CURL *curl, const char *name, char *out, size_t size) {
  struct curl_header *header;
  *out = 0;
  if (curl_easy_header(curl, name, 0, CURLH_HEADER, -1, &header) == CURLHE_OK &&
      strlen(header->value) < size)
    strcpy(out, header->value);
}

static long status_of(CURL *curl) {
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

/* Whether the body is of the file, and not a page about an error. */
static bool is_body(CURL *curl) {
  long status = status_of(curl);
  return status == 200 || status == 206;
}

/* Where the body begins and how long the whole file is. */
static void read_sizes(CURL *curl, cli_fetch_head *head) {
  char range[80];
  curl_off_t length = -1;
  if (head->goes_on) {
    head->from = UINT64_MAX; /* where the server does not say */
    read_header(curl, "Content-Range", range, sizeof range);
    sscanf(range, "bytes %" SCNu64 "-%*u/%" SCNu64, &head->from,
           &head->note.bytes);
  } else {
    curl_easy_getinfo(curl, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    head->note.bytes = length > 0 ? (uint64_t)length : 0;
  }
}

/* Tells the sink what kind of body comes, once. */
static bool begin(exchange *x) {
  if (x->begun) return true;
  x->begun = true;
  CURL *curl = x->line->curl;
  cli_fetch_head head = {.goes_on = status_of(curl) == 206};
  snprintf(head.note.address, sizeof head.note.address, "%s",
           x->request->address);
  read_header(curl, "ETag", head.note.etag, sizeof head.note.etag);
  read_header(curl, "Last-Modified", head.note.modified,
              sizeof head.note.modified);
  read_sizes(curl, &head);
  return x->sink->begin(x->sink->context, &head);
}

/* The words of a server that refuses are passed over. */
static size_t receive(char *bytes, size_t size, size_t count, void *context) {
  exchange *x = context;
  if (!is_body(x->line->curl)) return size * count;
  bool good = begin(x) && x->sink->take(x->sink->context, bytes, size * count);
  return good ? size * count : CURL_WRITEFUNC_ERROR;
}

/* ---------------------------------------------------------- the request -- */

static struct curl_slist *add_header(struct curl_slist *headers,
                                     const char *name, const char *value) {
  char text[512];
  if (!*value) return headers;
  snprintf(text, sizeof text, "%s: %s", name, value);
  struct curl_slist *longer = curl_slist_append(headers, text);
  return longer ? longer : headers;
}

/* Asks for what is not here yet. Without memory for a condition more comes than
 * is needed; a body that does not fit is found out by its head. */
static struct curl_slist *set_conditions(CURL *curl,
                                         const cli_fetch_request *request) {
  const cli_fetch_note *known = request->known;
  struct curl_slist *headers = NULL;
  char range[32];
  snprintf(range, sizeof range, "%" PRIu64 "-", request->from);
  curl_easy_setopt(curl, CURLOPT_RANGE, request->from ? range : NULL);
  if (known && request->from) {
    headers = add_header(NULL, "If-Range", cli_fetch_note_validator(known));
  } else if (known) {
    headers = add_header(NULL, "If-None-Match", known->etag);
    headers = add_header(headers, "If-Modified-Since", known->modified);
  }
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  return headers;
}

void cli_fetch_http_get(cli_fetch_line *line, const cli_fetch_request *request,
                        const cli_fetch_sink *sink, cli_fetch_answer *answer) {
  exchange x = {.line = line, .request = request, .sink = sink};
  CURL *curl = line->curl;
  *answer = (cli_fetch_answer){0};
  *line->detail = 0;
  bool safe = strncasecmp(request->address, "https:", 6) == 0;
  curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR,
                   safe ? "https" : "http,https");
  curl_easy_setopt(curl, CURLOPT_URL, request->address);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &x);
  struct curl_slist *headers = set_conditions(curl, request);
  CURLcode code = curl_easy_perform(curl);
  answer->status = status_of(curl);
  if (!code && is_body(curl))
    answer->kind = begin(&x) ? CLI_FETCH_CAME : CLI_FETCH_STOPPED;
  else
    cli_fetch_answer_judge(line, request, code, answer);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, NULL);
  curl_slist_free_all(headers);
}
