"""The fixed sentences of letters: plain, short and kind, for a reading age of nine or less."""

LETTER = "Letter"
PHONE = "Phone or text: {phone}"
DEAR = "Dear {name},"
HI = "Hi {name},"
HELLO = "Hello,"
ASK = "You can ask me about it at any time."
SAFETY = "We must tell someone if we think a child is not safe."
FROM = "From {name}"

LEAFLET_FOR = "This is for you to read and to keep."
LEAFLET_ASK = "Who to ask"
LEAFLET_VERSION = "This is version {version}. We made it on {day}."

START_TITLE = "We are about to start: {assessment}"
START_SAID = "We are about to start with this child. The family said yes. They know that we tell you."
START_ONLY = "This note does not say why. Please tell us if there is one like it now."
NAME, BORN, EXPECTED, STARTED_BY, AGREED_ON = (
    "Name",
    "Date of birth",
    "Baby due",
    "Started by",
    "The family said yes on",
)

TRANSFER_TITLE = "Passing on: {assessment}"
TRANSFER_SAID = "We pass this on to you. The family said yes to it."
TRANSFER_WITH = "What comes with this letter"
TRANSFER_YES = "The family said yes"
TRANSFER_SIGNS = ("Name:", "Signed:", "Date:")
TRANSFER_GOT = "Please tell us when you have it"
TRANSFER_BACK = ("Got by:", "On:")
TRANSFER_WEEKS = "Please look at it with the family in the next {weeks} weeks."
TRANSFER_PARTS = (
    ("assessment", "The assessment"),
    ("plan", "The plan"),
    ("reviews", "The reviews"),
    ("agreement", "What the family agreed to"),
)

LEAD_TITLE = "Your {lead}"
LEAD_FOR_NOW = "{lead} for now"
LEAD_IS = "{name} is your {lead}."
LEAD_WILL = "They keep the plan going. They make sure that people talk to each other. You can ask them about it."
LEAD_CHANGE = "You can ask for someone else. Tell us and we will talk about it."
WORKS_FOR, CALL, EMAIL = "Works for", "Phone or text", "Email"

REMINDER_TITLE = "Is this still all right?"
REMINDER_SAID = "On {day} you told us who can see what we wrote."
REMINDER_CAN = "You said yes to"
REMINDER_NOBODY = "You said that nobody else may see it."
REMINDER_CHANGE = "You can change your mind. Tell us and we will stop sharing it."
REMINDER_ON = "We would like to ask you again on {day}."
REMINDER_SOON = "We would like to ask you again soon."
DESK = "The early help desk"

THANKS_TITLE = "Thank you"
THANKS_AGREED = "Thank you for talking with us. You told us what is going well and what is hard."
THANKS_PLAN = "The plan says what happens next. You can ask us about it at any time."
THANKS_SAID = "Thank you for talking with us about your child. We will not do more now."
THANKS_LATER = "If things change, you can ask us again. You can ask at any time."
THANKS_GONE = "We keep a few notes for {days} days. Then we wipe them."
