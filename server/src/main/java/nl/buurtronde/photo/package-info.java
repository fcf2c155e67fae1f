/**
 * Photo (foto): an immutable picture, named by the SHA-256 of the bytes the phone sent.
 *
 * <p>What is kept is never what came in: every picture is decoded, turned upright, made at most
 * 1600 pixels long and encoded anew, so that no metadata, thumbnail or appended file survives. This
 * room may never serve a picture to somebody who only knows its name, and never keeps the original.
 */
package nl.buurtronde.photo;
