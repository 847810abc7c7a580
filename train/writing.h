/* Copies of articles in other letters, so that headlines, wires in capitals and
 * careless posts are learnt from too. */
#ifndef TRAIN_WRITING_H
#define TRAIN_WRITING_H

typedef enum writing { AS_IS, CAPITALS, TITLE_CASE, SMALL } writing;

/* Rewrites a text in place. Only ASCII letters are changed: no byte is added,
 * so spans stay true. */
void writing_apply(char *text, writing how);

#endif
