/* Text in columns, for people. */
#ifndef GM_CLI_TEXT_H
#define GM_CLI_TEXT_H

#include <geomention.h>

/* Prints text in lines of at most 79 columns, indented by `indent`; the first
 * line begins at column `at`. Newlines in the text part paragraphs. */
void cli_text_wrap(const char *text, int at, int indent);

/* How many columns a text takes: its code points. */
int cli_text_width(gm_str text);

/* Prints text and blanks up to `width` columns; a text that is longer is cut
 * and ends in an ellipsis. */
void cli_text_cell(gm_str text, int width);

/* A terminated string as a gm_str. */
gm_str cli_text_str(const char *terminated);

/* 1234567 as "1,234,567"; the buffer holds the result. */
gm_str cli_text_number(uint64_t number, char buffer[32]);

#endif
