"""Pages about the policy, its receipts and the job functions."""
