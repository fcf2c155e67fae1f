/** What every room speaks: identifiers, people, and the one way to say no. Uses only java.*. */
package nl.buurtronde.kernel;
