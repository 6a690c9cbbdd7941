"""Pictures for letterheads, made when they are asked for."""

from io import BytesIO

from PIL import Image


def picture(
    size: tuple[int, int], color: object = "red", mode: str = "RGB", kind: str = "PNG", **how: object
) -> bytes:
    """A file with one colour all over."""
    file = BytesIO()
    Image.new(mode, size, color).save(file, kind, **how)  # type: ignore[arg-type] # whatever the mode takes
    return file.getvalue()


RED = picture((200, 100))
