package nl.buurtronde.poster;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import nl.buurtronde.http.QrCode;

/**
 * Sheets of A4 to draw on; measures are points, a seventy-second of an inch, from below and from
 * the left. What is too long for its room gets smaller, and is never cut.
 */
final class Paper {
  static final float WIDTH = PageSize.A4.getWidth();
  static final float HEIGHT = PageSize.A4.getHeight();
  static final Color INK = new Color(0x1a2530);
  static final Color LANTERN = new Color(0xffc233);
  static final Color SHEET = new Color(0xf8f4ea);
  static final Color WHITE = Color.WHITE;
  private static final float SMALLEST = 5;
  private static final BaseFont PLAIN = font("DejaVuSans.ttf");
  private static final BaseFont BOLD = font("DejaVuSans-Bold.ttf");

  private final Document document;
  private final PdfWriter writer;

  private Paper(Document document, PdfWriter writer) {
    this.document = document;
    this.writer = writer;
  }

  static byte[] print(Consumer<Paper> drawing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Document document = new Document(PageSize.A4)) {
      PdfWriter writer = PdfWriter.getInstance(document, bytes);
      document.addTitle("Buurtronde");
      document.setDocumentLanguage("nl-NL");
      document.open();
      drawing.accept(new Paper(document, writer));
    }
    return bytes.toByteArray();
  }

  void nextPage() {
    document.newPage();
    writer.setPageEmpty(false);
  }

  void box(Color color, float left, float bottom, float width, float height) {
    PdfContentByte canvas = writer.getDirectContent();
    canvas.setColorFill(color);
    canvas.rectangle(left, bottom, width, height);
    canvas.fill();
  }

  /** A line to write on, or to cut along. */
  void line(float fromLeft, float fromBottom, float toLeft, float toBottom, boolean dashed) {
    PdfContentByte canvas = writer.getDirectContent();
    canvas.saveState();
    canvas.setColorStroke(Color.GRAY);
    canvas.setLineWidth(0.7f);
    if (dashed) {
      canvas.setLineDash(4, 4, 0);
    }
    canvas.moveTo(fromLeft, fromBottom);
    canvas.lineTo(toLeft, toBottom);
    canvas.stroke();
    canvas.restoreState();
  }

  /** Words in a box, from its top, as large as fits; from right to left where they are read so. */
  void words(Words words, float left, float bottom, float width, float height) {
    float size = words.size();
    while (size > SMALLEST && !fits(words, size, left, bottom, width, height, true)) {
      size -= 0.5f;
    }
    fits(words, size, left, bottom, width, height, false);
  }

  /** @param size of the whole, with the light border it needs */
  void code(String link, float left, float bottom, float size) {
    List<String> rows = QrCode.rows(link);
    float dot = size / rows.size();
    box(WHITE, left, bottom, size, size);
    PdfContentByte canvas = writer.getDirectContent();
    canvas.setColorFill(Color.BLACK);
    for (int y = 0; y < rows.size(); y++) {
      for (int x = 0; x < rows.get(y).length(); x++) {
        if (rows.get(y).charAt(x) == '1') {
          canvas.rectangle(left + x * dot, bottom + size - (y + 1) * dot, dot, dot);
        }
      }
    }
    canvas.fill();
  }

  private boolean fits(
      Words words, float size, float left, float bottom, float width, float height, boolean test) {
    ColumnText column = new ColumnText(writer.getDirectContent());
    column.setRunDirection(
        words.rightToLeft() ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_NO_BIDI);
    column.setSimpleColumn(
        new Phrase(words.text(), new Font(words.bold() ? BOLD : PLAIN, size, 0, words.color())),
        left,
        bottom,
        left + width,
        bottom + height,
        size * 1.25f,
        words.rightToLeft() ? Element.ALIGN_LEFT : words.alignment());
    try {
      boolean whole = !ColumnText.hasMoreText(column.go(test));
      return whole && longestWord(words, size) <= width;
    } catch (DocumentException e) {
      throw new IllegalStateException("A poster could not be drawn", e);
    }
  }

  // A word that is wider than its column would be broken in two.
  private static float longestWord(Words words, float size) {
    BaseFont font = words.bold() ? BOLD : PLAIN;
    float longest = 0;
    for (String word : words.text().split("\\s+")) {
      longest = Math.max(longest, font.getWidthPoint(word, size));
    }
    return longest;
  }

  private static BaseFont font(String name) {
    try (InputStream file =
        Paper.class.getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/" + name)) {
      byte[] bytes = file.readAllBytes();
      return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, bytes, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
