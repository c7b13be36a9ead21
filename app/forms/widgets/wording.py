"""The words the form widgets say by themselves; everything else on a form comes from its file."""

from app.domain.answers import AbsentReason

REASONS: dict[AbsentReason, str] = {
    AbsentReason.NOTHING_TO_ADD: "Nothing to add",
    AbsentReason.NOT_TALKED_ABOUT: "Not talked about yet",
    AbsentReason.NOT_KNOWN: "I don’t know",
    AbsentReason.DECLINED: "Chose not to say",
}
NO_ANSWER = "No answer because…"
NO_ANSWER_TO = "No answer to “{0}” because…"
CLEAR = "Take this answer away"
REQUIRED = "Needed before it is finished."
PROMPTS = "You could talk about"
SOMETHING_ELSE = "Something else"
CHOOSE = "Choose…"
DAY, MONTH, YEAR = "Day", "Month", "Year"
DATE_HINT = "For example 9 10 2020. A month and a year, or a year alone, will do."
NO_SUCH_DAY = "There is no such day in the calendar. It is kept as you typed it."
WHOLE_YEAR = "Please write all four numbers of the year, such as 2020. It is kept as you typed it."
NOT_A_NUMBER = "This is not a whole number. It is kept as you typed it."
TOO_LONG = "The form has room for {0:,} letters and this has {1:,}. Nothing is lost; please shorten it before signing."
ADD_FIRST, ADD_ANOTHER = "Add", "Add another"
REMOVE, UNDO = "Remove", "Undo"
OPEN, CLOSE = "Open", "Close"
REMOVED = "{0} was removed."
NOTHING_YET = "Nothing written yet"
MORE, LESS = "More about this", "Fold this away"
GOOD_TO_HAVE = "Still good to have here: {0}"
BETWEEN = "\N{NO-BREAK SPACE}· "
INSERTED = "The words with dots under them are your phrase, as you keep it. Make them fit this child."
KEEP_WORD = "“{}” is right: keep it as my word"
NO_OTHER = "No other word comes near it"
