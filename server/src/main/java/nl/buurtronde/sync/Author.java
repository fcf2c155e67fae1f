package nl.buurtronde.sync;

import java.util.UUID;

/** Who recorded something, as the others see them. */
public record Author(UUID id, String name, String fullName) {}
