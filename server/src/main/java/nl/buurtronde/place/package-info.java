/**
 * Where: district (wijk) and complex (complex), imported by those who set up. Never deleted: what
 * was seen there stays there.
 */
package nl.buurtronde.place;
