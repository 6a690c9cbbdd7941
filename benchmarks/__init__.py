"""Speed against a floor or a budget, measured in one run: `python -m benchmarks --help`."""
