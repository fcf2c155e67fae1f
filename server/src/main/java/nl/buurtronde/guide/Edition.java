package nl.buurtronde.guide;

import java.time.Instant;
import java.util.UUID;

/** One state of a partner or house rule: what was saved, by whom, and from when it is shown. */
record Edition<T extends Entry>(
    UUID entry,
    long revision,
    T content,
    Instant publishAt,
    boolean withdrawn,
    Instant savedAt,
    UUID savedBy) {}
