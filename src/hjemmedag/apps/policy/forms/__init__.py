"""What HR writes about the policy and the job functions."""
