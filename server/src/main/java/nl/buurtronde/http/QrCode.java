package nl.buurtronde.http;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A QR as rows of 0 (light) and 1 (dark), with the light border that scanners need. */
public final class QrCode {
  private static final int QUIET = 4;

  private QrCode() {}

  public static List<String> rows(String text) {
    try {
      ByteMatrix dots = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
      return IntStream.range(-QUIET, dots.getHeight() + QUIET)
          .mapToObj(y -> row(dots, y))
          .toList();
    } catch (WriterException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String row(ByteMatrix dots, int y) {
    return IntStream.range(-QUIET, dots.getWidth() + QUIET)
        .mapToObj(x -> isDark(dots, x, y) ? "1" : "0")
        .collect(Collectors.joining());
  }

  private static boolean isDark(ByteMatrix dots, int x, int y) {
    boolean inside = x >= 0 && y >= 0 && x < dots.getWidth() && y < dots.getHeight();
    return inside && dots.get(x, y) == 1;
  }
}
