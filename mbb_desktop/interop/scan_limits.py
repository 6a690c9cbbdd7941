"""What a scan from outside may cost, and what is said when it would cost more."""

LARGEST_FILE = 50 * 1024 * 1024  # bytes
LARGEST_KEPT = 40 * 1024 * 1024  # bytes of all pages together
MOST_PAGES = 40
MOST_PIXELS = 40_000_000  # of one picture
MEMORY = 500 * 1024 * 1024  # bytes of address space of the reading process, where the system can bound it
START_S = 30.0  # for a slow computer to start the reading process
PATIENCE_S = 3.0  # for opening the file, and for each page
SHARP = 200  # dots per inch of a page that is kept
LONGEST_SIDE = 2200  # pixels of a page that is kept: a sheet of 11 inches

DAMAGED = "This file is damaged and cannot be read. Scan the paper again, or ask the sender for a new file."
TOO_MUCH = "Reading this file takes more memory than a paper may. Scan the paper, or print it into a new PDF."
TOO_MANY = (
    f"This file has more than {MOST_PAGES} pages. Split it, and add the pages that belong to this case."
)


class Refused(Exception):
    """The file is not taken; the sentence says why and what to do."""
