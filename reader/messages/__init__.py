"""Every sentence for people, in Chinese and English."""

from reader.messages.lookup import (
    LANGUAGES,
    choose_language,
    chosen_language,
    language,
    locale_language,
    message,
    sentences,
)

__all__ = ["LANGUAGES", "choose_language", "chosen_language", "language", "locale_language", "message", "sentences"]
