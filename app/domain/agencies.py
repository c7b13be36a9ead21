"""Which agencies have signed the authority's agreement on sharing; one that has not is warned of, and never barred."""

from collections.abc import Iterable


def has_signed_up(service: str, signed_up: Iterable[str]) -> bool:
    """Say whether a service, as the family call it, is one of those; capitals and spaces make no difference."""
    return _called(service) in map(_called, signed_up)


def _called(name: str) -> str:
    return " ".join(name.split()).casefold()
