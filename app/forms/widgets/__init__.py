"""One widget per type of item; nothing here knows a question, stores an answer or talks to a network."""
