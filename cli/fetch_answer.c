/* What an answer without a body means, and the words for it:
 *
 *     304             nothing new
 *     403 404 410     it is not there: nobody should ask again
 *     408 429 5xx     later, perhaps; Retry-After says when
 *     416             what is here is no beginning of it: then from the start
 *     no status       libcurl knows why: nobody there, silence, a broken line
 */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <strings.h>

#include "fetch_http.h"

static void judge(cli_fetch_answer *answer, cli_fetch_kind kind,
                  const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void judge(cli_fetch_answer *answer, cli_fetch_kind kind,
                  const char *format, ...) {
  va_list arguments;
  answer->kind = kind;
  va_start(arguments, format);
  vsnprintf(answer->phrase, sizeof answer->phrase, format, arguments);
  va_end(arguments);
}

/* -------------------------------------------------- a server has answered --
 */

/* Storage servers call what is not there forbidden. */
static bool is_missing(long status) {
  return status == 403 || status == 404 || status == 410;
}

/* Whether the same question may be answered later, or (416) from the start. */
static bool is_passing(long status) {
  return status == 408 || status == 416 || status == 429 || status >= 500;
}

static void judge_status(const cli_fetch_line *line,
                         const cli_fetch_request *request,
                         cli_fetch_answer *answer) {
  bool asked_whether_new = request->known && !request->from;
  curl_off_t wait_s = 0;
  if (answer->status == 304 && asked_whether_new) {
    answer->kind = CLI_FETCH_UNCHANGED;
  } else if (is_missing(answer->status)) {
    judge(answer, CLI_FETCH_HOPELESS, "is not at %s (%ld)", request->address,
          answer->status);
  } else {
    curl_easy_getinfo(line->curl, CURLINFO_RETRY_AFTER, &wait_s);
    answer->wait_s = wait_s > 0 ? (uint64_t)wait_s : 0;
    judge(answer,
          is_passing(answer->status) ? CLI_FETCH_BROKEN : CLI_FETCH_HOPELESS,
          "did not come: %s answers with status %ld", request->address,
          answer->status);
  }
}

/* --------------------------------------------------------- nobody has -- */

/* Nothing came for too long: from a server, or from nobody at all. */
static void judge_silence(const cli_fetch_line *line, const char *host,
                          cli_fetch_answer *answer) {
  curl_off_t connected_us = 0;
  curl_easy_getinfo(line->curl, CURLINFO_CONNECT_TIME_T, &connected_us);
  if (answer->status || connected_us)
    judge(answer, CLI_FETCH_BROKEN,
          "did not come whole: nothing from %s for %" PRIu64 " s", host,
          line->stall_s);
  else
    judge(answer, CLI_FETCH_UNREACHABLE, "cannot be reached: no answer from %s",
          host);
}

/* The server sent us to where we do not go. */
static void judge_way(const char *address, CURLcode code,
                      cli_fetch_answer *answer) {
  bool safe = strncasecmp(address, "https:", 6) == 0;
  if (code == CURLE_TOO_MANY_REDIRECTS)
    judge(answer, CLI_FETCH_HOPELESS,
          "cannot be had: %s leads on to other addresses more than %d times",
          address, CLI_FETCH_REDIRECTIONS);
  else
    judge(answer, CLI_FETCH_HOPELESS,
          "cannot be had: %s leads on to an address that is not %s", address,
          safe ? "https" : "http");
}

/* The host of the address that was asked last, behind all redirections. */
static void last_host(const cli_fetch_line *line, char *host, size_t size) {
  char *address = NULL;
  curl_easy_getinfo(line->curl, CURLINFO_EFFECTIVE_URL, &address);
  cli_fetch_http_part(address ? address : "", CURLUPART_HOST, host, size);
}

/* No answer, or half of one: what libcurl says of it in our words, and whether
 * to ask again. */
static void judge_error(const cli_fetch_line *line, const char *address,
                        CURLcode code, cli_fetch_answer *answer) {
  const char *detail = *line->detail ? line->detail : curl_easy_strerror(code);
  char host[256];
  last_host(line, host, sizeof host);
  switch (code) {
    case CURLE_ABORTED_BY_CALLBACK:
    case CURLE_WRITE_ERROR: answer->kind = CLI_FETCH_STOPPED; return;
    case CURLE_OPERATION_TIMEDOUT: judge_silence(line, host, answer); return;
    case CURLE_TOO_MANY_REDIRECTS: judge_way(address, code, answer); return;
    case CURLE_UNSUPPORTED_PROTOCOL:
      if (answer->status)
        judge_way(address, code, answer);
      else
        judge(answer, CLI_FETCH_HOPELESS, "cannot be had: %s", detail);
      return;
    case CURLE_COULDNT_RESOLVE_HOST:
      judge(answer, CLI_FETCH_UNREACHABLE,
            "cannot be reached: there is no network, or no host %s", host);
      return;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
      judge(answer, CLI_FETCH_UNREACHABLE,
            "cannot be reached: no connection to %s (%s)", host, detail);
      return;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CONNECT_ERROR:
      judge(answer, CLI_FETCH_UNREACHABLE,
            "cannot be had: no safe connection to %s (%s)", host, detail);
      return;
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
      judge(answer, CLI_FETCH_BROKEN,
            "did not come whole: the connection to %s broke off", host);
      return;
    default: judge(answer, CLI_FETCH_HOPELESS, "cannot be had: %s", detail);
  }
}

void cli_fetch_answer_judge(const cli_fetch_line *line,
                            const cli_fetch_request *request, CURLcode code,
                            cli_fetch_answer *answer) {
  if (code)
    judge_error(line, request->address, code, answer);
  else
    judge_status(line, request, answer);
}
