"""The home-working policy (hjemmearbejdspolitik): clauses, versions, receipts; the list of job functions."""
