"""Pictures that people upload: what is in the frame is kept, and all that the file says beside it is left behind."""

from hjemmedag.adapters.pictures.apart import clean
from hjemmedag.adapters.pictures.cleaning import LARGEST_FILE, Unusable

__all__ = ["LARGEST_FILE", "Unusable", "clean"]
