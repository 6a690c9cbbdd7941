"""Key slots: the one data key of a vault, wrapped once per person and once for the recovery code."""

import hashlib
import json
import os
import secrets
import threading
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from mbb_desktop.clinical.access import User
from mbb_desktop.storage.errors import DamagedKeys, NoAccount, NotAVault, WrongPassphrase, WrongRecoveryCode
from mbb_desktop.storage.files import explained_files, write_durably
from mbb_desktop.storage.passphrase import normal
from mbb_desktop.storage.recovery_code import is_well_typed, plain_code

KEY_FILE = "keys.json"
_FORMAT = 1
_MOST_MEMORY_KIB = 4 << 20  # a slot that asks for more was not written by this program
# two derivations with several lanes wait for each other's threads inside OpenSSL, for ever
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True)
class Cost:
    """Price of one guess: memory in KiB, passes and lanes of Argon2id (RFC 9106)."""

    memory_kib: int
    passes: int
    lanes: int


STANDARD = Cost(64 * 1024, 3, 4)


def measured_cost() -> Cost:
    """A cost of 0.5 to 1 s on this computer, never below STANDARD, at most 512 MiB; takes about a second."""
    start = time.perf_counter()
    _stretched("measuring", os.urandom(16), STANDARD)
    factor = 0.7 / max(time.perf_counter() - start, 0.001)
    memory = STANDARD.memory_kib * min(max(int(factor), 1), 8)
    return replace(STANDARD, memory_kib=memory)


class SigningKey:
    """One person's own key for signing; it exists in memory only while that person is at work."""

    __slots__ = ("_private", "public_bytes")

    def __init__(self, private: bytes) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(private)
        self.public_bytes: bytes = self._private.public_key().public_bytes_raw()

    @classmethod
    def new(cls) -> "SigningKey":
        return cls(secrets.token_bytes(32))

    @property
    def public_id(self) -> bytes:
        return public_id(self.public_bytes)

    def sign(self, message: bytes) -> bytes:
        """The Ed25519 signature, 64 bytes."""
        return self._private.sign(message)

    def private_bytes(self) -> bytes:
        """The secret half, to be wrapped; nothing else may keep it."""
        return self._private.private_bytes_raw()


def public_id(public: bytes) -> bytes:
    """The name of a public key: the first eight bytes of its SHA-256."""
    return hashlib.sha256(public).digest()[:8]


def signature_is_good(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the signature over the message was made with the key."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the data key; every field but `name` is bound to it by the seal."""

    id: str
    kind: str  # "person" or "recovery"
    user: str
    name: str
    cost: Cost
    salt: str
    nonce: str
    sealed: str
    public: str = ""


@dataclass(frozen=True, slots=True)
class KeyFile:
    vault_id: UUID
    slots: tuple[Slot, ...]

    def of(self, user_id: UUID) -> Slot:
        """The person's slot, or NoAccount."""
        for slot in self.slots:
            if slot.user == str(user_id):
                return slot
        raise NoAccount

    @property
    def recovery(self) -> Slot:
        for slot in self.slots:
            if slot.kind == "recovery":
                return slot
        raise NoAccount

    def put(self, slot: Slot) -> "KeyFile":
        """With the slot instead of the former one of the same person or kind."""
        others = (s for s in self.slots if (s.kind, s.user) != (slot.kind, slot.user))
        return replace(self, slots=(*others, slot))

    def without(self, user_id: UUID) -> "KeyFile":
        return replace(self, slots=tuple(s for s in self.slots if s.user != str(user_id)))


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may unlock the vault."""

    user_id: UUID
    name: str


def people(folder: Path) -> tuple[Person, ...]:
    """Who may unlock, in the order they were added; needs no key."""
    return tuple(
        Person(UUID(slot.user), slot.name) for slot in read_keys(folder).slots if slot.kind == "person"
    )


def seal_for_person(  # noqa: PLR0913, PLR0917  what a slot holds and what opens it
    vault_id: UUID, user: User, passphrase: str, data_key: bytes, signing: SigningKey, cost: Cost
) -> Slot:
    """A new slot that opens with the passphrase and holds the data key and the person's signing key."""
    empty = _empty_slot("person", cost, user=str(user.id), name=user.name, public=signing.public_bytes.hex())
    return _seal(vault_id, empty, passphrase, data_key + signing.private_bytes())


def seal_for_recovery(vault_id: UUID, code: str, data_key: bytes, cost: Cost) -> Slot:
    """A new slot that opens with the printed code and holds the data key only."""
    if not is_well_typed(code):
        raise WrongRecoveryCode
    return _seal(vault_id, _empty_slot("recovery", cost), plain_code(code), data_key)


def open_as_person(keys: KeyFile, user_id: UUID, passphrase: str) -> tuple[bytes, SigningKey]:
    """The data key and the person's signing key; WrongPassphrase when it does not fit."""
    secret = _unseal(keys.vault_id, keys.of(user_id), passphrase)
    return secret[:32], SigningKey(secret[32:])


def open_with_code(keys: KeyFile, code: str) -> bytes:
    """The data key; WrongRecoveryCode when the code is mistyped or not of this vault."""
    if not is_well_typed(code):
        raise WrongRecoveryCode
    try:
        return _unseal(keys.vault_id, keys.recovery, plain_code(code))
    except WrongPassphrase:
        raise WrongRecoveryCode from None


def _empty_slot(kind: str, cost: Cost, user: str = "", name: str = "", public: str = "") -> Slot:
    fresh = secrets.token_hex
    return Slot(fresh(16), kind, user, name, cost, salt=fresh(16), nonce=fresh(12), sealed="", public=public)


def _seal(vault_id: UUID, slot: Slot, passphrase: str, secret: bytes) -> Slot:
    key = _stretched(passphrase, bytes.fromhex(slot.salt), slot.cost)
    sealed = AESGCM(key).encrypt(bytes.fromhex(slot.nonce), secret, _bound_to(vault_id, slot))
    return replace(slot, sealed=sealed.hex())


def _unseal(vault_id: UUID, slot: Slot, passphrase: str) -> bytes:
    key = _stretched(passphrase, bytes.fromhex(slot.salt), slot.cost)
    try:
        return AESGCM(key).decrypt(
            bytes.fromhex(slot.nonce), bytes.fromhex(slot.sealed), _bound_to(vault_id, slot)
        )
    except InvalidTag:
        raise WrongPassphrase from None


def _bound_to(vault_id: UUID, slot: Slot) -> bytes:
    cost = [slot.cost.memory_kib, slot.cost.passes, slot.cost.lanes]
    return json.dumps(
        ["mbb slot 1", str(vault_id), slot.id, slot.kind, slot.user, cost, slot.salt, slot.public]
    ).encode()


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    kdf = Argon2id(
        salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    with _ONE_AT_A_TIME:
        return kdf.derive(normal(passphrase).encode("utf-8", "surrogatepass"))


def write_keys(folder: Path, keys: KeyFile, *, forget_former: bool = False) -> None:
    """Replace the key file; the former one stays as `keys.json.bak`, unless it must not open any more."""
    path = folder / KEY_FILE
    content = key_file_bytes(keys)
    with explained_files():
        if forget_former or not path.exists():
            write_durably(path, content)
        write_durably(path.with_name(KEY_FILE + ".bak"), content if forget_former else _former(path, content))
        write_durably(path, content)


def _former(path: Path, otherwise: bytes) -> bytes:
    """The present file when it is readable, so that a damaged one never becomes the copy."""
    content = path.read_bytes()
    return content if _parsed(content) else otherwise


def key_file_bytes(keys: KeyFile) -> bytes:
    body = {"format": _FORMAT, "vault": str(keys.vault_id), "slots": [asdict(slot) for slot in keys.slots]}
    return json.dumps({**body, "check": _check(body)}, indent=1).encode()


def _check(body: object) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def read_keys(folder: Path) -> KeyFile:
    """The key file, or its copy when the file is damaged; DamagedKeys when neither can be read."""
    found = False
    with explained_files():
        for name in (KEY_FILE, KEY_FILE + ".bak"):
            if (path := folder / name).exists():
                found = True
                if keys := _parsed(path.read_bytes()):
                    return keys
        if not found and not (folder / "clinic.db").exists():
            raise NotAVault
    raise DamagedKeys


def keys_are_damaged(folder: Path) -> bool:
    """Whether the key file itself (not its copy) cannot be read."""
    path = folder / KEY_FILE
    return not path.exists() or _parsed(path.read_bytes()) is None


def _parsed(content: bytes) -> KeyFile | None:
    """The key file when it is complete and its check sum fits, else None."""
    try:
        body = json.loads(content)
        check = body.pop("check")
        if check != _check(body) or body["format"] != _FORMAT:
            return None
        return KeyFile(UUID(body["vault"]), tuple(_parsed_slot(slot) for slot in body["slots"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _parsed_slot(slot: dict[str, object]) -> Slot:
    cost = slot.pop("cost")
    if not isinstance(cost, dict) or not 8 <= cost["memory_kib"] <= _MOST_MEMORY_KIB:
        raise ValueError("cost of a key slot")
    texts = {name: str(value) for name, value in slot.items()}
    for name in ("salt", "nonce", "sealed", "public"):
        bytes.fromhex(texts[name])
    return Slot(cost=Cost(**cost), **texts)
