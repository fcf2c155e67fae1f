/**
 * What hangs in the hallway and goes through the letterbox (posters, kaartjes). Never says who walks
 * when, and shows no number that is not the association's or a partner's.
 */
package nl.buurtronde.poster;
