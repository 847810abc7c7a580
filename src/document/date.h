/* Dates as news writes them, brought to one form: YYYY-MM-DDTHH:MM:SSZ.
 *
 *     2023-02-17                         2023-02-17T00:00:00Z
 *     2023-02-17T10:00:00.5+03:00        2023-02-17T07:00:00Z
 *     Fri, 17 Feb 2023 10:00:00 EST      2023-02-17T15:00:00Z
 *     December 18, 2016 9:41 PM          2016-12-18T21:41:00Z
 *     1676628000, 1676628000000          2023-02-17T10:00:00Z
 *
 * A time without a zone is taken as UTC. What can be read in two ways
 * (02/03/2023), or lacks a day, month or year of four digits, is unknown:
 * a date is never guessed. */
#ifndef GM_DOCUMENT_DATE_H
#define GM_DOCUMENT_DATE_H

#include "geomention.h"

enum { GM_DATE_BYTES = 20 }; /* of the form above, without a zero byte */

/* Reads a date as written. @return false: it is unknown, `out` is untouched */
bool gm_date_read(gm_str written, char out[GM_DATE_BYTES]);

/* The same of a number: seconds or milliseconds since 1970, in 1990 to 2100,
 * or the digits of a date (20230217). */
bool gm_date_read_number(double number, char out[GM_DATE_BYTES]);

#endif
