"""What may explain relief besides the block: things since the block before, and a device that was on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OtherCauses:
    """Each is three-state: True it was so, False asked and not so, None not recorded.

    `..._since`: since the block before. `device_on`: an implanted stimulator or pump was on after the block.
    """

    steroid_since: bool | None = None
    epidural_since: bool | None = None
    trauma_since: bool | None = None
    surgery_since: bool | None = None
    device_on: bool | None = None
