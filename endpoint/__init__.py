"""The authority's courier: keeps sealed envelopes, says with its signature that it has them, and can open none."""
