package nl.buurtronde.notice;

import java.io.PrintStream;

/** Text messages in the demo: on standard output, for whoever tries the program out. */
final class PrintChannel implements Channel {
  private final PrintStream out;
  private final Link link;

  PrintChannel(PrintStream out, Link link) {
    this.out = out;
    this.link = link;
  }

  @Override
  public Receipt send(Parcel parcel) {
    out.printf("%nSMS %s%n%s%n", parcel.address(), link.under(parcel.delivery()).indent(4));
    return Receipt.handed("printed");
  }
}
