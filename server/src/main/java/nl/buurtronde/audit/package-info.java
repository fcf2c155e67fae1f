/** Who did or read what, and when (logboek). Never holds what was said, and never forgets. */
package nl.buurtronde.audit;
