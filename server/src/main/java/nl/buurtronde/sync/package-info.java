/**
 * The protocol between phones and server (synchronisatie): what a phone recorded is never lost,
 * never doubled, and never said to be sent when it is not. Knows no feature.
 */
package nl.buurtronde.sync;
