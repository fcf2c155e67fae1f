/**
 * Who backs the walkers up, and what happens when they are overdue or call for help (achtervang,
 * meldpunt). Everything still to be done is a row, so that a restart forgets nothing.
 *
 * <p>May never open the same alarm twice, never take delivery for an answer, never close an alarm
 * without a person and a reason, and never say that somebody watches when nobody does.
 */
package nl.buurtronde.oncall;
