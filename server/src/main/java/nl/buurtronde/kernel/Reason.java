package nl.buurtronde.kernel;

/** Why something is refused, with the HTTP status that says so. */
public enum Reason {
  INVALID(400),
  UNAUTHENTICATED(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  CONFLICT(409),
  GONE(410),
  TOO_LARGE(413),
  UNSUPPORTED(415),
  UNPROCESSABLE(422),
  TOO_OLD(426),
  TOO_MANY(429),
  UNAVAILABLE(503),
  FULL(507);

  private final int status;

  Reason(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }
}
