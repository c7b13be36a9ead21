"""Forms as data: what a form asks, what has been answered, and the widgets that show it."""
