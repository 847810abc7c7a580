"""Writes many articles as JSON lines, the same every time: a few sentences over
a list of places, repeated and varied. For measurements of maps of any size.

    many_articles.py COUNT > articles.jsonl
"""
import json
import random
import sys

PLACES = """Paris London Moscow Odesa Istanbul Lyon Geneva Tokyo Nairobi Lagos
Cairo Lima Quito Oslo Riga Madrid Berlin Warsaw Prague Vienna Athens Ankara
Delhi Mumbai Karachi Dhaka Hanoi Manila Jakarta Sydney Perth Auckland Chicago
Boston Houston Denver Seattle Toronto Montreal Havana Bogota Caracas Santiago
Accra Dakar Tunis Algiers Rabat Baghdad Tehran Kabul Tashkent Almaty Baku
Tbilisi Yerevan Kyiv Minsk Vilnius Tallinn Helsinki Stockholm Copenhagen Dublin
Lisbon Rome Milan Naples Texas California Ukraine Russia France Germany Japan
China India Brazil Mexico Kenya Nigeria Egypt Turkey Spain Italy
Poland""".split()
SENTENCES = ["Officials in {a} said that {b} would send help to {c}.",
             "Floods hit {a} on Tuesday.",
             "The road from {a} to {b} was closed.",
             "Farmers near {a} counted their losses, and traders in {b} waited.",
             "A delegation from {a} arrived in {b} for talks on trade."]


def article(number, chance):
    """One article of five sentences."""
    text = " ".join(
        chance.choice(SENTENCES).format(a=chance.choice(PLACES),
                                        b=chance.choice(PLACES),
                                        c=chance.choice(PLACES))
        for _ in range(5))
    return {"id": "a%d" % number,
            "title": "Report %d from %s" % (number, chance.choice(PLACES)),
            "date": "2026-%02d-%02dT%02d:00:00Z" % (
                1 + number % 12, 1 + number % 28, number % 24),
            "url": "https://example.org/%d" % number, "text": text}


def main():
    """Prints as many articles as were asked for."""
    chance = random.Random(7)
    for number in range(int(sys.argv[1])):
        print(json.dumps(article(number, chance)))


main()
