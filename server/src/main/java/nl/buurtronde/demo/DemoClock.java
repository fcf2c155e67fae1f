package nl.buurtronde.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Walks through three months in a second, so that history is made by the rooms themselves. */
public final class DemoClock extends Clock {
  private volatile Instant now = Instant.now();

  void moveTo(Instant instant) {
    now = instant;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The demo's clock knows only UTC");
  }
}
