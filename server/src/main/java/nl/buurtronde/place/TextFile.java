package nl.buurtronde.place;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.buurtronde.http.Messages;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/**
 * The text of a file whose encoding nobody told.
 *
 * @param notes what was assumed
 */
record TextFile(String text, List<String> notes) {
  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  static TextFile read(byte[] file) {
    FileKind.check(file, "place.complexes.kind");
    if (FileKind.isUtf16(file)) {
      return new TextFile(strict(file, StandardCharsets.UTF_16), List.of());
    }
    try {
      String text = decode(file, StandardCharsets.UTF_8);
      return new TextFile(text.startsWith("\uFEFF") ? text.substring(1) : text, List.of());
    } catch (CharacterCodingException e) {
      if (FileKind.startsWith(file, UTF_8_MARK)) {
        throw new Refusal(Reason.UNPROCESSABLE, "place.file.encoding");
      }
    }
    String text = strict(file, WINDOWS);
    if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
      throw new Refusal(Reason.UNSUPPORTED, "place.complexes.kind");
    }
    return new TextFile(text, List.of(Messages.answer("place.file.windows")));
  }

  private static String strict(byte[] file, Charset charset) {
    try {
      return decode(file, charset);
    } catch (CharacterCodingException e) {
      throw new Refusal(Reason.UNPROCESSABLE, "place.file.encoding");
    }
  }

  private static String decode(byte[] file, Charset charset) throws CharacterCodingException {
    return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
  }
}
