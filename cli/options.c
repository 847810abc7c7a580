/* See options.h. */
#include "options.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "say.h"

const cli_option cli_option_help = {"help", 'h', NULL, "print this help"};

enum { HELP = CLI_OPTIONS_MAX - 1 }; /* where --help keeps its value */

/* The place of an option in the table: by its name, or by its letter where
 * name is NULL. -1: there is none. */
static int option_at(const cli_command *command, const char *name, size_t size,
                     char letter) {
  for (int i = 0; i < HELP; i++) {
    const cli_option *option = &command->options[i];
    if (!option->name) break;
    if (name ? strlen(option->name) == size &&
                   memcmp(option->name, name, size) == 0
             : option->letter && option->letter == letter)
      return i;
  }
  bool help = name ? size == 4 && memcmp(name, "help", 4) == 0 : letter == 'h';
  return help ? HELP : -1;
}

/* The table's entry at that place. */
static const cli_option *option_of(const cli_command *command, int at) {
  return at == HELP ? &cli_option_help : &command->options[at];
}

/* The option's name that is most like an unknown one, or NULL. */
static const char *option_like(const cli_command *command, const char *name) {
  const char *best = NULL;
  size_t least = 3;
  for (const cli_option *o = command->options; o->name; o++) {
    bool begins = strlen(name) > 1 && !strncmp(o->name, name, strlen(name));
    size_t distance = begins ? 0 : cli_spelling_distance(name, o->name);
    if (distance < least && distance < strlen(o->name))
      best = o->name, least = distance;
  }
  return best;
}

/* Names the option that was meant, or where to look. @return false */
static bool unknown_option(const cli_command *command, const char *word) {
  char option[64], like[64], hint[64];
  snprintf(option, sizeof option, "%.*s", (int)strcspn(word, "="), word);
  snprintf(hint, sizeof hint, "see 'geomention %s --help'", command->name);
  const char *name = option_like(command, option + strspn(option, "-"));
  snprintf(like, sizeof like, "--%s", name ? name : "");
  cli_say_unknown("option", option, name ? like : NULL, hint);
  return false;
}

/* Where a command line stands while it is read. */
typedef struct cursor {
  const cli_command *command;
  char **words;
  size_t count;
  size_t next; /* the word after the current one */
  cli_arguments *out;
} cursor;

static bool give(cli_arguments *out, int at, const char *value) {
  if (out->given_count == CLI_GIVEN_MAX) {
    cli_say("more than %d options; give fewer", CLI_GIVEN_MAX);
    return false;
  }
  out->values[at] = value;
  out->given[out->given_count].option = at;
  out->given[out->given_count++].value = value;
  return true;
}

/* Takes an option whose value is `attached`, or NULL: in the next word. */
static bool take_option(cursor *line, int at, const char *shown,
                        const char *attached) {
  const cli_option *option = option_of(line->command, at);
  if (!option->argument) {
    if (attached) {
      cli_say("option %s takes no value; leave out '%s'", shown, attached);
      return false;
    }
    return give(line->out, at, "");
  }
  if (!attached && line->next == line->count) {
    cli_say("option %s needs a value: %s %s", shown, shown, option->argument);
    return false;
  }
  return give(line->out, at, attached ? attached : line->words[line->next++]);
}

/* --name, --name=VALUE */
static bool take_long(cursor *line, const char *word) {
  const char *name = word + 2;
  size_t size = strcspn(name, "=");
  int at = option_at(line->command, name, size, 0);
  if (at < 0) return unknown_option(line->command, word);
  char shown[64];
  snprintf(shown, sizeof shown, "--%.*s", (int)size, name);
  return take_option(line, at, shown, name[size] ? name + size + 1 : NULL);
}

/* -x, -xVALUE, and several that take none in one word: -qh */
static bool take_letters(cursor *line, const char *word) {
  for (const char *letter = word + 1; *letter; letter++) {
    int at = option_at(line->command, NULL, 0, *letter);
    if (at < 0) return unknown_option(line->command, word);
    char shown[] = {'-', *letter, 0};
    bool valued = option_of(line->command, at)->argument != NULL;
    const char *rest = valued && letter[1] ? letter + 1 : NULL;
    if (!take_option(line, at, shown, rest)) return false;
    if (valued) break;
  }
  return true;
}

bool cli_options_read(const cli_command *command, char **words, size_t count,
                      cli_arguments *out) {
  *out = (cli_arguments){.command = command, .operands = words};
  cursor line = {command, words, count, 0, out};
  bool operands_only = false;
  while (line.next < count) {
    char *word = words[line.next++];
    bool good = true;
    if (operands_only || word[0] != '-' || !word[1])
      words[out->operand_count++] = word;
    else if (strcmp(word, "--") == 0)
      operands_only = true;
    else
      good =
          word[1] == '-' ? take_long(&line, word) : take_letters(&line, word);
    if (!good) return false;
  }
  return true;
}

const char *cli_given(const cli_arguments *arguments, const char *name) {
  int at = option_at(arguments->command, name, strlen(name), 0);
  assert(at >= 0 && "an option that the command's table does not have");
  return at < 0 ? NULL : arguments->values[at];
}

const char *cli_given_next(const cli_arguments *arguments, const char *name,
                           size_t *at) {
  int option = option_at(arguments->command, name, strlen(name), 0);
  while (*at < arguments->given_count) {
    size_t i = (*at)++;
    if (arguments->given[i].option == option) return arguments->given[i].value;
  }
  return NULL;
}

bool cli_given_number(const cli_arguments *arguments, const char *name,
                      uint64_t least, uint64_t most, uint64_t *number) {
  const char *text = cli_given(arguments, name);
  if (!text) return true;
  char *end;
  errno = 0;
  unsigned long long value = strtoull(text, &end, 10);
  bool digits = strspn(text, "0123456789") == strlen(text) && *text;
  if (!digits || *end || errno || value < least || value > most) {
    cli_say("--%s takes a whole number from %llu to %llu, not '%s'", name,
            (unsigned long long)least, (unsigned long long)most, text);
    return false;
  }
  *number = value;
  return true;
}

int cli_given_choice(const cli_arguments *arguments, const char *name,
                     const char *const *words) {
  const char *text = cli_given(arguments, name);
  if (!text) return 0;
  char all[128] = "";
  for (int i = 0; words[i]; i++) {
    if (strcmp(text, words[i]) == 0) return i;
    size_t size = strlen(all);
    snprintf(all + size, sizeof all - size, "%s%s", i ? ", " : "", words[i]);
  }
  cli_say("--%s takes one of %s, not '%s'", name, all, text);
  return -1;
}
