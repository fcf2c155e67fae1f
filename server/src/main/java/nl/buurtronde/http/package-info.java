/**
 * The front door (HTTP): Javalin, the guard, headers on every answer, refusals as statuses, and the
 * static files of the app. Never knows a noun; a room adds its own routes.
 */
package nl.buurtronde.http;
