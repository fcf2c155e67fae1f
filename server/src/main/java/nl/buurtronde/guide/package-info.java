/**
 * What tenants may know without an account (wegwijzer): whom to call, the house rules, and who walks
 * here. Never shows a person who did not say so themself, nor when or where anybody walks.
 */
package nl.buurtronde.guide;
