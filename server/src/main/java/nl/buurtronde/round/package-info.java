/**
 * One walk by a pair (ronde): planned or not, started on one phone and joined on the other, with a
 * deadline, signs of life and an end; and who may walk at all (certificaat, ontheffing).
 *
 * <p>May never call one person a pair, never refuse a start because it came in late, never let
 * anybody but its members end a round, and never say that somebody watches when nobody does.
 */
package nl.buurtronde.round;
