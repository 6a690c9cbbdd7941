"""Who is there: the PIN, or the passphrase, asked again at each signature."""

from mbb_desktop.clinical.access import Permission, User
from mbb_desktop.clinical.people import Clinic
from mbb_desktop.storage import accounts, clinic_settings
from mbb_desktop.storage.errors import WrongPassphrase
from mbb_desktop.storage.keys import SigningKey
from mbb_desktop.workflow.desk import Desk, needs

WRONG_PINS_ALLOWED = 5


class WrongPin(Exception):
    """The PIN is not this person's; `left` tries remain before the program locks."""

    def __init__(self, left: int) -> None:
        if left > 1:
            super().__init__(f"That is not your PIN. {left} tries left before the program locks.")
        elif left == 1:
            super().__init__("That is not your PIN. One more try, then the program locks.")
        else:
            super().__init__("That was not your PIN five times. Unlock again with your passphrase.")
        self.left = left


class NoPin(Exception):
    """The person has set no PIN yet."""

    def __init__(self) -> None:
        super().__init__("You have no signing PIN yet. Set one in Settings, My account.")


class NoSigningKey(Exception):
    """The person came in without the own passphrase, so the signing key is not at hand."""

    def __init__(self) -> None:
        super().__init__("Your signing key is not open. Lock, and unlock with your own passphrase.")


def pin_problem(pin: str) -> str | None:
    """Why digits are no PIN; None when they are one of 4 to 8 digits."""
    if not pin.isascii() or not pin.isdigit() or not 4 <= len(pin) <= 8:
        return "A PIN has 4 to 8 digits."
    if len(set(pin)) == 1 or pin in "0123456789" or pin in "9876543210":
        return "Choose a PIN that is not one digit repeated and not a row such as 1234."
    return None


@needs(Permission.SEE_RULES)
def signs_by_passphrase(desk: Desk) -> bool:
    """Whether this clinic asks for the passphrase at each signature, not for the PIN."""
    with desk.store.look() as look:
        return look.all(Clinic)[0].sign_by_passphrase


@needs(Permission.OWN_ACCOUNT)
def lacks_pin(desk: Desk) -> bool:
    """Whether the person has to set a PIN before anything can be signed."""
    with desk.store.look() as look:
        return not look.all(Clinic)[0].sign_by_passphrase and not accounts.has_pin(look, desk.user.id)


def confirm_signer(desk: Desk, secret: str) -> None:
    """Make sure that the person at the desk signs: by the PIN, or by the passphrase where the clinic says so.

    Raises WrongPin, NoPin, WrongPassphrase or TooManyTries; wrong ones are told in the audit trail.
    """
    if not signs_by_passphrase(desk):
        confirm_person(desk, desk.user, secret)
        return
    try:
        accounts.check_passphrase(desk.store, desk.user, secret, at=desk.now)
    except WrongPassphrase:
        desk.store.note(
            desk.user, "wrong passphrase at a signature", at=desk.now, workstation=desk.workstation
        )
        raise


def confirm_person(desk: Desk, person: User, pin: str) -> None:
    """Make sure that the person is there. Raises WrongPin or NoPin; the count of wrong ones is kept."""
    counter = _counter(person)
    with desk.store.look() as look:
        if not accounts.has_pin(look, person.id):
            raise NoPin
        wrong = int(clinic_settings.setting(look, counter) or "0")
        good = wrong < WRONG_PINS_ALLOWED and accounts.check_pin(look, person.id, pin)
    if good and not wrong:
        return
    event = "PIN accepted after wrong ones" if good else "wrong PIN"
    with desk.change(event, by=person) as change:
        clinic_settings.put_setting(change, counter, "0" if good else str(wrong + 1))
    if not good:
        raise WrongPin(max(0, WRONG_PINS_ALLOWED - wrong - 1))


def _counter(person: User) -> str:
    return f"wrong pins {person.id}"


@needs(Permission.OWN_ACCOUNT)
def forget_wrong_pins(desk: Desk) -> None:
    """The passphrase was right: the PIN may be tried again."""
    with desk.store.look() as look:
        wrong = clinic_settings.setting(look, _counter(desk.user)) or "0"
    if wrong != "0":
        with desk.change("PIN allowed again") as change:
            clinic_settings.put_setting(change, _counter(desk.user), "0")


def signing_key(desk: Desk) -> SigningKey:
    """The key of the person at the desk. Raises NoSigningKey."""
    if desk.signing_key is None:
        raise NoSigningKey
    return desk.signing_key


@needs(Permission.OWN_ACCOUNT)
def set_own_pin(desk: Desk, passphrase: str, pin: str) -> None:
    """Set or replace the own PIN; the passphrase says who asks, so that a forgotten PIN is no dead end.

    Raises ValueError with a sentence for a weak PIN, WrongPassphrase, TooManyTries.
    """
    if problem := pin_problem(pin):
        raise ValueError(problem)
    accounts.check_passphrase(desk.store, desk.user, passphrase, at=desk.now)
    accounts.set_pin(desk.store, desk.user, pin, at=desk.now, workstation=desk.workstation)
    forget_wrong_pins(desk)


@needs(Permission.OWN_ACCOUNT)
def confirm_own_pin(desk: Desk, pin: str) -> None:
    """Come back with the PIN while the vault's key is still held. Raises WrongPin or NoPin."""
    confirm_person(desk, desk.user, pin)
