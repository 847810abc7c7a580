/* What the two files that know libcurl share. */
#ifndef GM_CLI_FETCH_HTTP_H
#define GM_CLI_FETCH_HTTP_H

#include <curl/curl.h>

#include "fetch.h"

enum { CLI_FETCH_REDIRECTIONS = 10 };

struct cli_fetch_line {
  CURL *curl;
  uint64_t stall_s;
  char detail[CURL_ERROR_SIZE]; /* libcurl's own words */
};

/* A part of an address, such as its host; "" where it has none. */
void cli_fetch_http_part(const char *address, CURLUPart which, char *out,
                         size_t size);

/* Says what an exchange that brought no body means. */
void cli_fetch_answer_judge(const cli_fetch_line *line,
                            const cli_fetch_request *request, CURLcode code,
                            cli_fetch_answer *answer);

#endif
