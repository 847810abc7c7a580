/* The inputs of a run: the operands, with folders opened one level deep. */
#ifndef GM_CLI_INPUTS_H
#define GM_CLI_INPUTS_H

#include "command.h"

typedef struct cli_inputs {
  char **paths;
  size_t count;
  size_t capacity;
  uint64_t whole_bytes; /* of all files; 0 where nobody can know */
  uint64_t failed;      /* folders without articles, which were reported */
} cli_inputs;

/* Lists what the operands name: a file as it is, of a folder its *.txt,
 * *.json, *.jsonl and *.ndjson files by name. A file that is named twice is
 * listed once, after a sentence. What cannot be opened stays in the list:
 * reading it will say why.
 * @return false: no memory, a sentence was printed
 * @owner the caller, until cli_inputs_close, also on failure */
bool cli_inputs_list(const cli_arguments *arguments, cli_inputs *out);

void cli_inputs_close(cli_inputs *inputs);

/* Whether the options fit every input, so that the command line is refused
 * before anything is written.
 * @return false: a sentence was printed */
bool cli_inputs_fit(gm_workspace *ws, const cli_inputs *inputs,
                    const gm_read_options *options);

/* Whether the file `path` is one of the inputs, by whatever name. */
bool cli_inputs_have(const cli_inputs *inputs, const char *path);

#endif
