"""Where text comes from and how places are named: spans, files, addresses, citations."""
