/* See abbreviation.h. The lists are short on purpose: single capitals and
 * dotted words need no list, and a full stop before a small letter is settled
 * without one. States and months are abbreviated as American papers do. */
#include "document/abbreviation.h"

#include <string.h>

#include "base/str.h"

/* Words between spaces, with a space at both ends; and the longest of them. */
enum { LONGEST_ABBREVIATION = 6, LONGEST_OPENER = 11 };
static const char abbreviations[] =
    " Mr Mrs Ms Dr Prof Rev Fr Hon Messrs Mme Mlle Jr Sr Ph "
    "Gen Col Lt Maj Capt Cmdr Cpl Pvt Sgt Adm Brig "
    "Sen Sens Rep Reps Gov Govs Pres Atty Supt Amb Dist Asst Sec "
    "St Ste Mt Ft Pt Ave Blvd Rd Sq Hwy Bldg "
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec "
    "Mon Tue Tues Wed Thu Thur Thurs Fri "
    "No Nos Vol Fig Art Op vs v etc approx est al cf Inc Corp Co Ltd Bros "
    "Dept Univ Assn Natl Intl Govt "
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich "
    "Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo Dak "
    "Ont Que Alta Sask Man ";

static const char openers[] =
    " a about according after all also although among an and another any are "
    "as asked at authorities because before both but by could critics "
    "despite during each earlier even every few for from he her here "
    "his how however i if in instead is it its last later local many "
    "meanwhile more most much my neither no nor not nothing now of officials "
    "on once one only or other others our over people perhaps police she "
    "since so some still such that the their then there these they this "
    "those though three to today two under unlike until was we what when "
    "where whether which while who why with without yet you your ";

static bool is_listed(const char *list, size_t size, size_t longest,
                      gm_str word) {
  char wanted[16];
  if (!word.size || word.size > longest) return false;
  wanted[0] = ' ';
  memcpy(wanted + 1, word.bytes, word.size);
  wanted[word.size + 1] = ' ';
  return memmem(list, size, wanted, word.size + 2);
}

bool gm_abbreviation_known(gm_str word) {
  return is_listed(abbreviations, sizeof abbreviations - 1,
                   LONGEST_ABBREVIATION, word);
}

bool gm_abbreviation_shouted(gm_str word) {
  char calm[16];
  if (word.size < 2 || word.size > sizeof calm) return false;
  for (size_t i = 0; i < word.size; i++) {
    if (word.bytes[i] < 'A' || word.bytes[i] > 'Z') return false;
    calm[i] = (char)(i ? word.bytes[i] - 'A' + 'a' : word.bytes[i]);
  }
  return gm_abbreviation_known((gm_str){calm, word.size});
}

bool gm_abbreviation_opener(gm_str folded) {
  return is_listed(openers, sizeof openers - 1, LONGEST_OPENER, folded);
}
