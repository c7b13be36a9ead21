"""The fixed sentences of the papers families keep: plain, short and kind, for a reading age of nine or less."""

from app.domain.answers import AbsentReason

FAMILY_COPY = "Family copy"
PLAN_FOR = "Our plan for {name}"
PLAN = "Our plan"
GOING_WELL = "What is going well"
TO_CHANGE = "What we want to change"
WILL_HAPPEN = "What will happen"
NO_ACTIONS = "We did not plan any steps this time."
REVIEW = "We will look at this again on {day}."
WHO = "Who"
BY = "By"

WHO_CAN_SEE = "Who can see this"
YES = "Yes"
NO = "No"
DESK = "Early help desk"
UNTIL = "{name} (until {day})"
NOT_SHARED = "You said no to sharing. We will not show it to anyone."
SAFETY = "We must tell someone if we think a child is not safe."

TALK_TO = "Who you can talk to"
PHONE = "Phone or text:"
YOU_CAN = "What you can do"
CHANGE_MIND = "You can change your mind. Tell us and we will stop sharing it."
SEE_IT_ALL = "You can see it all. You can tell us if something is wrong."

TALKED_ABOUT = "What we talked about"
NOT_TALKED = "We have not talked about this yet: {topics}."
CHOSE_NOT = "You chose not to talk about this: {topics}."

ABOUT = "About this copy"
HELD_BACK = "Lines you asked us to hold back are not here. You can show this copy to anyone."
SAFE = "Some things are never put on paper, to keep people safe."
MISSING_LETTERS = "Some letters could not be printed. You will see � in their place."
VERSION = "This is version {version}, from {day}. It was printed on {printed}."
CHECK = "Check: {check}"
PAGE = "Page {number}"

REASONS = {
    AbsentReason.NOTHING_TO_ADD: "Nothing to add",
    AbsentReason.NOT_TALKED_ABOUT: "Not talked about yet",
    AbsentReason.NOT_KNOWN: "Not known",
    AbsentReason.DECLINED: "Chose not to say",
}

VISITS = "Visits, by place and day"
VISITS_COUNT = "Visits: {visits}, days: {days}, places: {places}"
NO_PLACE = "Place not said"
NO_DAY = "Day not said"

REFUSAL_NOTE = "Note"
NO_TO_COMPUTER = "They said no to a computer record"
NO_TO_IT_ALL = "They said no to an assessment"
DATE = "Date"
CHILD = "Child"
WRITTEN_BY = "Written by"
AGREED_BY = "Agreed to by"
OFFERED = "What was offered"
OFFERED_WHAT = "A talk about what is going well, what is hard, and what would help (a CAF)."
EXPLAINED = "What was explained"
ANSWERED = "What they chose"
WHO_ANSWERED = "Who answered"
REASON = "Their reason, if they gave one"
NEXT = "What I will do next"
CHILD_SAFE = "Have I thought about the child's safety?"
SAFE_NO_WORRY = "Yes. I have no worry now."
SAFE_WILL_ASK = "Yes. I will ask for advice."
NOT_KEPT = "Keep this note in your own file. It is not kept in eCAF. The family still get the help they have now."

BUNDLE = "What we keep here"
BUNDLE_IS = (
    "This is what we keep on this laptop about this child. It is in the words that were written. "
    "You can tell us if something is wrong. Some lines may not be here. "
    "The law lets us leave out what is about someone else, or what may hurt someone."
)
BUNDLE_ASK = "You can ask us about it. You can ask someone else to look at what we did: ico.org.uk."
BUNDLE_DONE = "Who did what, and when"

ACCOUNT = "What was done with the record"
LAPTOP_OF = "On the laptop of"
ACCOUNT_IS = (
    "This is a list of what was done on this laptop, and of who opened what was sent from it. "
    "It does not say what is in the record. What others did on their own computers is not in it."
)
