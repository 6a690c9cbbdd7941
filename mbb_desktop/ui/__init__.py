"""The windows: they show and collect, and ask the workflow for everything else."""
