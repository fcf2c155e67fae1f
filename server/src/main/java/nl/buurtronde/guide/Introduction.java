package nl.buurtronde.guide;

import java.time.Instant;
import java.util.UUID;

/**
 * What a volunteer lets tenants know of themself.
 *
 * @param publicId under which tenants know them, new with each consent; leads to nothing else
 * @param picture the name of a photo, or null
 */
public record Introduction(
    UUID accountId, UUID publicId, String firstName, String picture, Instant sinceAt) {}
