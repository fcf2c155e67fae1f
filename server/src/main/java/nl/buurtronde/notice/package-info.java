/**
 * Messages that must arrive, how a person can be reached, and what became of each (bericht). Never
 * uses an address that was not proven for anything but its proof, never sends the same thing to the
 * same address twice, and never takes delivery for an answer.
 */
package nl.buurtronde.notice;
