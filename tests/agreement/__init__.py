"""Random whole rulebooks, asked at every door, beside an oracle that knows only their description."""
