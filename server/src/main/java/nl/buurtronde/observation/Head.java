package nl.buurtronde.observation;

import com.fasterxml.jackson.databind.JsonNode;

/** A value that no later change has replaced knowingly. */
record Head(JsonNode value, Stamp stamp) {}
