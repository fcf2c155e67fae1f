package nl.buurtronde.photo;

import java.util.Set;
import java.util.TreeSet;

/** The markers of a JPEG between its first and its last, read without the code under test. */
final class Markers {

  static Set<Integer> of(byte[] jpeg) {
    var found = new TreeSet<Integer>();
    for (int at = 2; at < jpeg.length - 2; at++) {
      int marker = jpeg[at + 1] & 0xff;
      boolean stuffed = marker == 0 || marker >= 0xd0 && marker <= 0xd7;
      if (jpeg[at] != (byte) 0xff || stuffed) {
        continue;
      }
      found.add(marker);
      at += 1 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
    }
    return found;
  }

  private Markers() {}
}
