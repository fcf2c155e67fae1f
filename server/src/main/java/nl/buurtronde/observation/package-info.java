/**
 * What a volunteer saw on a walk (waarneming), and what the office said about it. Phones record,
 * amend, withdraw and reply through the sync; staff answer at the desk.
 *
 * <p>May never lose a text or a photo that a phone offered, never show a sensitive observation to
 * other volunteers, and never tell whether somebody else's observation exists.
 */
package nl.buurtronde.observation;
