"""The law of all time: instruments, acts by address, and the text in force on a day."""
