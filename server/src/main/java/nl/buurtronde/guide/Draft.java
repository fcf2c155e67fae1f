package nl.buurtronde.guide;

import java.time.Instant;

/**
 * What somebody wants to stand in the guide.
 *
 * @param publishAt null for now
 * @param base the revision it was made from, or null for whatever it is
 */
public record Draft<T>(T content, Instant publishAt, boolean withdrawn, Long base) {}
