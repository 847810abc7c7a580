"""What the benches that train and score share: corpora, programs, pairing."""

import json
import math
import subprocess

FAR_KM = 20039.0


def read_lines(path):
    """The articles of a corpus."""
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def write_lines(path, articles):
    """Articles into a file. @return its path"""
    with open(path, "w", encoding="utf-8") as out:
        for article in articles:
            out.write(json.dumps(article, ensure_ascii=False) + "\n")
    return path


def run(*command):
    """What a program prints; its failure ends this one."""
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit("%s: %s" % (" ".join(command[:2]), done.stderr))
    return done.stdout


def km(a, b):
    """The distance of two points (lat, lon)."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (*a, *b))
    h = (math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) *
         math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2)
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(h)))


def is_right(gold, found):
    """As `geomention score` has it, but for countries without an id."""
    if not found or not found["geometry"]:
        return False
    lon, lat = found["geometry"]["coordinates"][:2]
    far = km((gold["lat"], gold["lon"]), (lat, lon))
    same = gold.get("geonameid") and \
        gold["geonameid"] == found["properties"].get("geonameid")
    return far < 161 or bool(same and far < 2000)


def pair(articles, map_path, options):
    """One record a gold mention that has a place."""
    found, choices = {}, {}
    with open(map_path, encoding="utf-8") as features:
        for line in features:
            feature = json.loads(line.lstrip("\x1e"))
            p = feature["properties"]
            if p.get("part") != "title":
                found[str(p["document"]), p["begin"], p["end"]] = feature
    for line in options.splitlines():
        document, index, count, far_km, right = line.split("\t")
        choices[document, int(index)] = (int(count), float(far_km),
                                         int(right))
    rows = []
    for article in articles:
        for index, gold in enumerate(article["mentions"]):
            if gold.get("lat") is None or \
                    gold.get("type") in ("Homonym", "Language"):
                continue
            key = str(article["id"])
            one = found.get((key, gold["start"], gold["end"]))
            count, far_km, right = choices.get((key, index), (0, 0.0, 0))
            rows.append({
                "right": is_right(gold, one),
                "confidence": one and one["properties"].get(
                    "confidence_place"),
                "covered": right > 0, "candidates": count, "far_km": far_km,
                "words": gold["surface"].lower(),
                "kind": gold.get("fcode"),
                "country": gold.get("country") or gold.get("country_code")})
    return rows
