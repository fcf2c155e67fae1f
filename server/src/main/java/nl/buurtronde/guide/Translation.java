package nl.buurtronde.guide;

import java.time.Instant;
import java.util.UUID;

/**
 * What an edition says in another language.
 *
 * @param edition the revision of the Dutch it was made of
 * @param title null when the translation was taken away
 * @param checked whether a native reader has read it
 */
record Translation(
    UUID entryId,
    Language language,
    long revision,
    long edition,
    String title,
    String text,
    boolean checked,
    Instant savedAt,
    UUID savedBy) {}
