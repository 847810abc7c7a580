"""Reads ESRI shapefiles as far as we need: attributes and lines.

.dbf: a header of 32 bytes, one of 32 for each field, records of fixed
width. .shp: a header of 100 bytes, then records of number, length (16-bit
words, big-endian) and shape (little-endian).
"""

import struct


def attributes(path):
    """One dictionary of strings for each record of a .dbf."""
    with open(path, "rb") as file:
        data = file.read()
    count, start, width = struct.unpack("<IHH", data[4:12])
    fields, at = [], 32
    while data[at] != 13:
        fields.append((data[at:at + 11].split(b"\0")[0].decode("ascii"),
                       data[at + 16]))
        at += 32
    for number in range(count):
        record = data[start + number * width + 1:start + (number + 1) * width]
        row, at = {}, 0
        for name, size in fields:
            row[name] = decode(record[at:at + size])
            at += size
        yield row


def decode(cell):
    """UTF-8 if it is that, else Latin-1."""
    try:
        return cell.decode("utf-8").strip(" \0")
    except UnicodeDecodeError:
        return cell.decode("latin-1").strip(" \0")


def lines(path):
    """For each record of a .shp of polylines, its lists of (lon, lat)."""
    with open(path, "rb") as file:
        data = file.read()
    at = 100
    while at < len(data):
        words = struct.unpack(">I", data[at + 4:at + 8])[0]
        yield polyline(data[at + 8:at + 8 + 2 * words])
        at += 8 + 2 * words


def polyline(shape):
    """Parts of one polyline; none for a null shape."""
    if struct.unpack("<I", shape[:4])[0] % 10 != 3:
        return []
    parts, points = struct.unpack("<II", shape[36:44])
    starts = list(struct.unpack("<%dI" % parts, shape[44:44 + 4 * parts]))
    base = 44 + 4 * parts
    flat = struct.unpack("<%dd" % (2 * points),
                         shape[base:base + 16 * points])
    pairs = list(zip(flat[::2], flat[1::2]))
    return [pairs[a:b] for a, b in zip(starts, starts[1:] + [points])]
