"""The same ten metrics in pandas, what a notebook would do. Usage: observations.py EVENTS.csv ACCOUNTS. Prints its times and two sums as JSON."""
import json
import sys
import time

import pandas as pd

path, accounts = sys.argv[1], int(sys.argv[2])
as_of = pd.Timestamp("2026-09-30")
start = time.perf_counter()
events = pd.read_csv(path, dtype={"account_id": str}, parse_dates=["event_date"])
read = time.perf_counter() - start

start = time.perf_counter()
window = events[(events.event_date > as_of - pd.Timedelta(days=90)) & (events.event_date <= as_of)]
month = window[window.event_date > as_of - pd.Timedelta(days=30)]
by = window.groupby("account_id")
observations = pd.DataFrame(
    {
        "events": by.size(),
        "logins": window[window.kind == "login"].groupby("account_id").size(),
        "exports": window[window.kind == "export"].groupby("account_id").size(),
        "amount": by.amount.sum(),
        "api_mean": window[window.kind == "api"].groupby("account_id").amount.mean(),
        "largest": by.amount.max(),
        "kinds": by.kind.nunique(),
        "recency": (as_of - by.event_date.max()).dt.days,
        "events_30d": month.groupby("account_id").size(),
        "amount_30d": month.groupby("account_id").amount.sum(),
    }
).reindex([f"{number:09d}" for number in range(accounts)])
zero = ["events", "logins", "exports", "amount", "kinds", "events_30d", "amount_30d"]
observations[zero] = observations[zero].fillna(0)
computed = time.perf_counter() - start
print(json.dumps({"readMs": read * 1000, "computeMs": computed * 1000, "events": float(observations.events.sum()), "amount": float(observations.amount.sum())}))
