/**
 * What an observation is about (soort). Never deleted, and never a reason to refuse what a phone
 * recorded under another key.
 */
package nl.buurtronde.category;
