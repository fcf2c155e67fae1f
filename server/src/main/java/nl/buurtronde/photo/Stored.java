package nl.buurtronde.photo;

/** The answer to an upload; not fresh when the same picture was there already. */
public record Stored(String sha256, boolean fresh) {}
