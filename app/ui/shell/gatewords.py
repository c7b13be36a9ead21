"""What is said where a family say no, and where they have to be asked again; never as if something went wrong."""

from app.look.speech import noted

DECLINED = noted("They do not agree to the assessment, so nothing is assessed.")
NOT_ELECTRONIC = noted("They do not agree to it being recorded on a computer, so nothing of it stays on one.")
ASK_AGAIN = noted(
    "The earlier version was agreed to. This one goes nowhere until you have read it together and asked again."
)
