/**
 * People who may sign in, on which devices, and by whose invitation (account, uitnodiging). Never
 * stores a password, a cookie or a code itself, and never says whether a name exists.
 */
package nl.buurtronde.account;
