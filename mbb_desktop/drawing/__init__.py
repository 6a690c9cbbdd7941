"""Pictures as plain data, shown on screen and printed on paper by painters elsewhere."""
