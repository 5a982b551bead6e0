"""The model of bench/scoring.ts in numpy, what a notebook would do on every move of a slider. Usage: rescore.py METRICS.f64 ROWS.

METRICS.f64: 32 columns of ROWS doubles, then revenue, then the baseline's band as a number. Prints as JSON the median times of scoring all
metrics anew, of the closed form over columns prepared before, and the accounts in each of the draft's bands after the move.
"""
import json
import sys
import time

import numpy as np

path, rows = sys.argv[1], int(sys.argv[2])
columns = np.fromfile(path).reshape(34, rows)
revenue, baseline = columns[32], columns[33].astype(np.int64)
weights = [1.0 + (index * 7) % 5 for index in range(32)]
moved = 8  # leaf_9


def points(index):
    x = columns[index]
    if index % 2 == 0:
        return np.where(np.isnan(x), np.nan, np.array([30.0, 70.0, 100.0])[(x >= 50).astype(np.int8) + (x >= 70)])
    return np.clip((x - 10) * 1.25, 0, 100)


def mean(values, shares, known=None):
    """Weighted mean of those that are present, and the share of the weight that is known."""
    total, counting, covered = np.zeros(rows), np.zeros(rows), np.zeros(rows)
    for place, (value, share) in enumerate(zip(values, shares)):
        present = ~np.isnan(value)
        total += np.where(present, value, 0) * share
        counting += present * share
        covered += (present if known is None else known[place]) * (share / sum(shares))
    with np.errstate(invalid="ignore"):
        return np.where(counting > 0, total / counting, np.nan), covered


def joint(score):
    withheld = np.isnan(score)
    shifted = np.where(withheld, 0, score) + 0.0005
    cell = np.where(withheld, 101, shifted.astype(np.int64)) + 102 * baseline
    return np.bincount(cell, minlength=408), np.bincount(cell, weights=revenue, minlength=408)


def rescore(weight):
    shares = [*weights[:moved], weight, *weights[moved + 1:]]
    dimensions = [dimension(number, shares) for number in range(4)]
    values, known = zip(*dimensions)
    score, coverage = mean(values, [35, 25, 25, 15], known)
    return joint(np.where(coverage >= 0.5 - 1e-9, score, np.nan))


def group(first, shares):
    return mean([points(index) for index in range(first, first + 4)], shares[first:first + 4])


def dimension(number, shares):
    groups = [group(number * 8, shares), group(number * 8 + 4, shares)]
    return mean([value for value, _ in groups], [2, 3], [known for _, known in groups])


def prepare():
    """Columns of the closed form, where every group and dimension counts: all but a few accounts."""
    siblings = [(points(index), weights[index]) for index in range(9, 12)]
    own = points(moved)
    n0 = sum(np.where(np.isnan(value), 0, value) * share for value, share in siblings)
    d0 = sum(~np.isnan(value) * share for value, share in siblings)
    d1 = (~np.isnan(own)).astype(np.float64)
    n1 = np.where(np.isnan(own), 0, own)
    beside, _ = group(12, weights)
    rest = [dimension(number, weights)[0] for number in (0, 2, 3)]
    alpha = (35 * rest[0] + 25 * (3 * beside / 5) + 25 * rest[1] + 15 * rest[2]) / 100
    return alpha, 25 * 2 / 5 / 100, n0, n1, d0, d1


def median(run):
    times = []
    for round in range(6):
        start = time.perf_counter()
        run(0.5 + round)
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times[1:])[2]


alpha, beta, n0, n1, d0, d1 = prepare()
with np.errstate(invalid="ignore", divide="ignore"):
    closed = median(lambda weight: joint(alpha + beta * (n0 + n1 * weight) / (d0 + d1 * weight)))
full = median(rescore)
counts = rescore(3.5)[0].reshape(4, 102)
bands = [int(counts[:, :60].sum()), int(counts[:, 60:80].sum()), int(counts[:, 80:101].sum()), int(counts[:, 101].sum())]
print(json.dumps({"fullMs": full, "closedMs": closed, "bands": bands}))
