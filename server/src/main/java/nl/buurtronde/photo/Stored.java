package nl.buurtronde.photo;

/** The answer to an upload; not fresh when the same person had sent the same picture already. */
public record Stored(String sha256, boolean fresh) {}
