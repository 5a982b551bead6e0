"""The same questions as a notebook asks them: pandas, scipy, scikit-learn, one thread. Usage: statisticsNotebook.py FOLDER WHAT.
FOLDER holds values.f64 (columns one after another), outcomes.u8 and shape.json. Prints its time and sums as JSON; reading and importing are not timed."""
import os
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
import json
import sys
import time

import numpy as np
import pandas as pd
from scipy import stats
from sklearn.metrics import roc_auc_score

folder, what = sys.argv[1:3]
with open(f"{folder}/shape.json") as file:
    rows, columns = json.load(file)
X = pd.DataFrame(np.fromfile(f"{folder}/values.f64").reshape(columns, rows).T.copy())
y = np.fromfile(f"{folder}/outcomes.u8", dtype=np.uint8).astype(int)


def delong(y, x):
    p, q = x[y == 1], x[y == 0]
    m, n = len(p), len(q)
    tx, ty, tz = stats.rankdata(p), stats.rankdata(q), stats.rankdata(np.r_[p, q])
    v10, v01 = (tz[:m] - tx) / n, 1 - (tz[m:] - ty) / m
    return np.sqrt(v10.var(ddof=1) / m + v01.var(ddof=1) / n)


def metric(column):
    present = column.notna().to_numpy()
    x, t = column.to_numpy()[present], y[present]
    events, others = x[t == 1], x[t == 0]
    edges = np.unique(np.quantile(x, np.arange(1, 10) / 10))
    cell = np.searchsorted(edges, x, side="left")
    ev = np.r_[np.bincount(cell[t == 1], minlength=len(edges) + 1), y[~present].sum()].astype(float)
    ne = np.r_[np.bincount(cell[t == 0], minlength=len(edges) + 1), (1 - y[~present]).sum()].astype(float)
    filled = (ev + ne) > 0
    ev, ne = ev[filled], ne[filled]
    share = np.array([ev, ne]) / (ev.sum() + ne.sum())
    information = (share * np.log(np.where(share > 0, share / (share.sum(1, keepdims=True) * share.sum(0)), 1))).sum()
    if (ev == 0).any() or (ne == 0).any():
        ev, ne = ev + 0.5, ne + 0.5
    e, o = ev / ev.sum(), ne / ne.sum()
    return dict(
        auc=roc_auc_score(t, x),
        se=delong(t, x),
        ks=stats.ks_2samp(events, others, method="asymp").statistic,
        spearman=stats.spearmanr(t, x).statistic,
        pearson=stats.pearsonr(t, x).statistic,
        p=stats.mannwhitneyu(events, others, method="asymptotic").pvalue,
        iv=((e - o) * np.log(e / o)).sum(),
        mi=information,
        missing=1 - present.mean(),
        missing_rate=y[~present].mean() if (~present).any() else None,
    )


def metrics():
    table = pd.DataFrame([metric(X[name]) for name in X])
    order = table.p.sort_values(ascending=False).index
    table.loc[order, "q"] = np.minimum.accumulate(table.p[order] * len(table) / np.arange(len(table), 0, -1)).clip(upper=1)
    ranks = X.rank()
    correlations = (ranks.fillna(ranks.mean())).corr()
    table["vif"] = np.diag(np.linalg.inv(correlations))
    return {name: float(table[name].sum()) for name in ("auc", "se", "ks", "spearman", "pearson", "iv", "mi", "vif")}


def bootstrap():
    x, generator = X[0].to_numpy(), np.random.default_rng(1)
    draws = [roc_auc_score(y[i], x[i]) for i in (generator.integers(0, rows, rows) for _ in range(1000))]
    return dict(zip(("low", "high"), np.quantile(draws, [0.025, 0.975]).tolist()))


def area():
    return dict(auc=roc_auc_score(y, X[0].to_numpy()))


start = time.perf_counter()
found = dict(metrics=metrics, bootstrap=bootstrap, area=area)[what]()
print(json.dumps(dict(ms=(time.perf_counter() - start) * 1000, found=found)))
