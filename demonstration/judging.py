"""A young person who decides alone: how that was judged is for people to write, so nothing is made up for it here."""

from __future__ import annotations

from demonstration.stage import Stage

NOT_JUDGED = "The case file does not say how it was judged."


def judge(stage: Stage) -> None:
    """Write that the case does not say how a young person was judged able to decide."""
    if stage.case.child.restricted:
        stage.hands.go_to("cp.deciding")
        stage.hands.type("cp.not_yet", NOT_JUDGED)
        stage.picture("can they decide alone")
