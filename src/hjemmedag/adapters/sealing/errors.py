"""What can go wrong with seals, by what a caller can do about it."""


class SealingError(Exception):
    """No seal was made or examined; nothing was changed."""


class NotReadable(SealingError):
    """This is no PDF we can read: not one at all, cut off, damaged, encrypted, or made to break readers."""


class Busy(SealingError):
    """Another file is being examined; there is room for one at a time."""


class CannotSeal(SealingError):
    """The PDF is readable but has no free field of that name: it is sealed already, or was never to be."""


class KeyNotReadable(SealingError):
    """The company's seal key or certificate can't be used: damaged, mismatched, or the passphrase is wrong."""


class TimestampUnavailable(SealingError):
    """The time-stamp server gave no usable answer in time. Nothing was sealed; trying again later is safe."""
