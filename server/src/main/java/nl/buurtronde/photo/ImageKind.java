package nl.buurtronde.photo;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a file is by its first bytes; its name and the declared type are never looked at. */
enum ImageKind {
  JPEG,
  PNG,
  GIF,
  WEBP,
  HEIC,
  SVG,
  PDF,
  HTML,
  OTHER;

  private static final Set<String> HEIC_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

  static ImageKind of(byte[] file) {
    String start =
        new String(file, 0, Math.min(file.length, 1024), StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (start.startsWith("GIF8")) {
      return GIF;
    }
    if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
      return WEBP;
    }
    if (start.startsWith("ftyp", 4)) {
      return heic(start) ? HEIC : OTHER;
    }
    if (start.startsWith("%PDF")) {
      return PDF;
    }
    return ofText(start);
  }

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static boolean heic(String start) {
    return start.length() >= 12 && HEIC_BRANDS.contains(start.substring(8, 12));
  }

  /** Only chooses the wording: whatever is not JPEG or PNG is refused anyway. */
  private static ImageKind ofText(String start) {
    String lower = start.toLowerCase(Locale.ROOT);
    if (lower.contains("<svg")) {
      return SVG;
    }
    boolean html = Stream.of("<!doctype html", "<html", "<script").anyMatch(lower::contains);
    return html ? HTML : OTHER;
  }
}
