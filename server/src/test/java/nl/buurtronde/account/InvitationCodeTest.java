package nl.buurtronde.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.buurtronde.http.QrCode;
import org.junit.jupiter.api.Test;

class InvitationCodeTest {
  @Test
  void a_code_has_130_bits_and_no_letter_that_is_read_wrong() {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      codes.add(InvitationCode.next());
    }
    assertEquals(1000, codes.size());
    assertTrue(codes.stream().allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{26}")));
  }

  @Test
  void every_symbol_of_the_alphabet_comes_on_every_place() {
    List<String> codes =
        java.util.stream.Stream.generate(InvitationCode::next).limit(2000).toList();
    for (int i = 0; i < 26; i++) {
      int place = i;
      assertEquals(32, codes.stream().map(code -> code.charAt(place)).distinct().count());
    }
  }

  @Test
  void a_code_typed_by_hand_is_understood() {
    String code = "0123456789ABCDEFGHJKMNPQRS";
    assertEquals("01234-56789-ABCDE-FGHJK-MNPQRS", InvitationCode.grouped(code));
    for (String typed :
        List.of(
            InvitationCode.grouped(code),
            " o1234 56789 abcde fghjk mnpqrs ",
            "OI23456789ABCDEFGHJKMNPQRS",
            "0L23456789–abcdefghjkmnpqrs")) {
      assertEquals(Optional.of(code), InvitationCode.parse(typed));
    }
  }

  @Test
  void what_cannot_be_a_code_is_no_code() {
    for (String typed : List.of("", "0123", "U".repeat(26), "0".repeat(27), "é".repeat(26))) {
      assertEquals(Optional.empty(), InvitationCode.parse(typed));
    }
  }

  @Test
  void the_qr_is_read_back_as_the_link() throws Exception {
    String link = "https://buurt.example/invitation#" + InvitationCode.next();
    List<String> rows = QrCode.rows(link);
    int size = rows.size();
    int[] pixels = new int[size * 4 * size * 4];
    for (int y = 0; y < size * 4; y++) {
      for (int x = 0; x < size * 4; x++) {
        boolean dark = rows.get(y / 4).charAt(x / 4) == '1';
        pixels[y * size * 4 + x] = dark ? 0x000000 : 0xffffff;
      }
    }
    var source = new RGBLuminanceSource(size * 4, size * 4, pixels);
    var bitmap = new BinaryBitmap(new HybridBinarizer(source));
    assertEquals(link, new QRCodeReader().decode(bitmap).getText());
    assertTrue(rows.subList(0, 4).stream().noneMatch(row -> row.contains("1")));
  }
}
