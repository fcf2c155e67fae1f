package nl.buurtronde.account;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A secret that is typed, as that of an invitation: 26 characters of 5 bits, 130 in all. That long, because whoever
 * guesses one gets an account: so many cannot be guessed, also not offline from a stolen database
 * of fast hashes. A QR carries it, and it may be typed in groups.
 */
public final class InvitationCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford
  private static final int LENGTH = 26;
  private static final int BITS = 5 * LENGTH;
  private static final int GROUP = 5;

  private InvitationCode() {}

  static String next() {
    return of(Secrets.random((BITS + 7) / 8));
  }

  /** The code for these random bytes, of which it needs 17. */
  public static String of(byte[] secret) {
    BigInteger random = new BigInteger(1, secret);
    return IntStream.range(0, LENGTH)
        .map(i -> random.shiftRight(5 * i).intValue() & 31)
        .mapToObj(i -> ALPHABET.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  /** As it is read aloud and typed: five groups, the last one of six. */
  static String grouped(String code) {
    StringBuilder text = new StringBuilder(code);
    for (int i = 4 * GROUP; i > 0; i -= GROUP) {
      text.insert(i, '-');
    }
    return text.toString();
  }

  /** Reads what somebody typed: whatever case, dashes and spaces, O for 0 and I or L for 1. */
  public static Optional<String> parse(String typed) {
    String code =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Pd}]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean possible =
        code.length() == LENGTH && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return possible ? Optional.of(code) : Optional.empty();
  }
}
