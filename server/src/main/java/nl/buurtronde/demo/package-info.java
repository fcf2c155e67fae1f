/**
 * The fictional city Lindewaard (demo): its people and three months of what they saw, made through
 * the other rooms' own doors. Never touches an installation that has accounts.
 */
package nl.buurtronde.demo;
