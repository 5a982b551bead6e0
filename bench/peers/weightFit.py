"""The weight fit as a notebook does it: scikit-learn's lbfgs on standardised columns, one thread. Usage: weightFit.py FOLDER WHAT; see bench/againstNotebook.ts.
WHAT = fit: standardising is timed; solve: it is not. Reading and importing never are."""
import os
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
import json
import sys
import time

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

folder, what = sys.argv[1:3]
with open(f"{folder}/shape.json") as file:
    rows, columns = json.load(file)
X = np.fromfile(f"{folder}/values.f64").reshape(columns, rows).T.copy()
y = np.fromfile(f"{folder}/outcomes.u8", dtype=np.uint8).astype(int)


def solve(Z):
    return LogisticRegression(C=1.0, max_iter=2000).fit(Z, y)


Z = StandardScaler().fit_transform(X)
solve(Z)
start, processor = time.perf_counter(), time.process_time()
if what == "fit":
    Z = StandardScaler().fit_transform(X)
model = solve(Z)
taken, processor = time.perf_counter() - start, time.process_time() - processor
beta, logit = model.coef_[0], model.intercept_[0] + Z @ model.coef_[0]
objective = np.logaddexp(0, logit).sum() - (y * logit).sum() + beta @ beta / 2
print(json.dumps(dict(ms=taken * 1000, processorMs=processor * 1000, found=dict(objective=objective))))
