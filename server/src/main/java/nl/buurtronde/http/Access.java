package nl.buurtronde.http;

import io.javalin.security.RouteRole;

/** Who may use a route at all; each route declares exactly one. What they see there is the room's. */
public enum Access implements RouteRole {
  /** No session needed. */
  ANYONE,
  /** Also a revoked session: what it sends is set aside, and the answer is 401. Push only. */
  FORMER,
  /** Also a session that expired less than 90 days ago, to deliver what was recorded. */
  PUSHER,
  SIGNED_IN,
  /** Caretakers and coordinators. */
  STAFF,
  COORDINATOR,
  /** Coordinators and administrators. */
  SETUP,
  ADMIN
}
