"""Asks the system how full the battery is, and says when that changes what to do; it closes nothing itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.charge import Charge, Power, power_of

AskCharge = Callable[[], Charge | None]
"""Returns the battery's charge, or ``None`` where there is no battery or nobody can tell."""
EVERY_MS = 30_000


def no_battery() -> Charge | None:
    """Tell of no battery."""
    return None


def charge_of_the_system() -> Charge | None:
    """Return what the system says of its battery."""
    import psutil  # it reads the system's files as it is loaded, and the window comes first

    try:
        found = psutil.sensors_battery()
    except (OSError, AttributeError):  # a machine without such a file, or a system psutil does not know
        return None
    return Charge(round(found.percent), is_plugged_in=bool(found.power_plugged)) if found is not None else None


class Battery(QObject):
    """Looks every half minute. Signals: ``changed(Power, int)`` with the per cent left, when what to do is another."""

    changed = Signal(object, int)

    def __init__(self, ask: AskCharge, parent: QObject) -> None:
        super().__init__(parent)
        self._ask, self._power = ask, Power.ENOUGH
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look now."""
        charge = self._ask()
        power = power_of(charge)
        if power is not self._power:
            self._power = power
            self.changed.emit(power, charge.percent if charge is not None else 100)
