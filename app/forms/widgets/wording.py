"""The words the form widgets say by themselves; everything else on a form comes from its file."""

from app.domain.answers import AbsentReason
from app.said import noted

REASONS: dict[AbsentReason, str] = {
    AbsentReason.NOTHING_TO_ADD: noted("Nothing to add"),
    AbsentReason.NOT_TALKED_ABOUT: noted("Not talked about yet"),
    AbsentReason.NOT_KNOWN: noted("I don’t know"),
    AbsentReason.DECLINED: noted("Chose not to say"),
}
NO_ANSWER = noted("No answer because…")
NO_ANSWER_TO = noted("No answer to “{0}” because…")
CLEAR = noted("Take this answer away")
REQUIRED = noted("Needed before it is finished.")
PROMPTS = noted("You could talk about")
SOMETHING_ELSE = noted("Something else")
CHOOSE = noted("Choose…")
DAY, MONTH, YEAR = noted("Day"), noted("Month"), noted("Year")
DATE_HINT = noted("For example 9 10 2020. A month and a year, or a year alone, will do.")
NO_SUCH_DAY = noted("There is no such day in the calendar. It is kept as you typed it.")
WHOLE_YEAR = noted("Please write all four numbers of the year, such as 2020. It is kept as you typed it.")
NOT_A_NUMBER = noted("This is not a whole number. It is kept as you typed it.")
TOO_LONG = noted(
    "The form has room for {0:,} letters and this has {1:,}. Nothing is lost; please shorten it before signing."
)
ADD_FIRST, ADD_ANOTHER = noted("Add"), noted("Add another")
REMOVE, UNDO = noted("Remove"), noted("Undo")
OPEN, CLOSE = noted("Open"), noted("Fold away")
REMOVED = noted("{0} was removed.")
NOTHING_YET = noted("Nothing written yet")
MORE, LESS = noted("More about this"), noted("Fold this away")
GOOD_TO_HAVE = noted("Still good to have here: {0}")
BETWEEN = "\N{NO-BREAK SPACE}· "
INSERTED = noted("The words with dots under them are your phrase, as you keep it. Make them fit this child.")
KEEP_WORD = noted("“{}” is right: keep it as my word")
NO_OTHER = noted("No other word comes near it")
