package nl.buurtronde.poster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import nl.buurtronde.Fresh;
import nl.buurtronde.account.AccountModule;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.category.CategoryModule;
import nl.buurtronde.database.Database;
import nl.buurtronde.guide.Association;
import nl.buurtronde.guide.Draft;
import nl.buurtronde.guide.GuideModule;
import nl.buurtronde.guide.Language;
import nl.buurtronde.guide.Partner;
import nl.buurtronde.guide.PartnerKind;
import nl.buurtronde.http.Network;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.photo.PhotoModule;
import nl.buurtronde.place.Complex;
import nl.buurtronde.place.PlaceModule;
import nl.buurtronde.sync.Devices;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PosterTest {
  private static final String ORIGIN = "https://buurt.example";
  private static final String LONG =
      "Arbeidsongeschiktheidsverzekeringsmaatschappijgebouw aan de Burgemeester van der Weijdenlaan";
  private static final Posters.Choice ALL = new Posters.Choice(null, null);
  private static final Actor ESRA =
      new Actor(UUID.randomUUID(), "esra", Role.COORDINATOR, Set.of());

  @TempDir Path folder;
  private Database database;
  private PhotoModule photo;
  private PlaceModule place;
  private GuideModule guide;
  private Posters posters;

  @BeforeEach
  void open() {
    database = Fresh.database(folder);
    Clock clock = Clock.systemUTC();
    Audit audit = new Audit(clock);
    place = PlaceModule.create(database, audit);
    photo = PhotoModule.create(database, folder.resolve("photos"), clock);
    AccountModule people =
        AccountModule.create(
            database,
            audit,
            clock,
            new Devices(database, clock),
            id -> place.places().findDistrict(id).map(it -> it.name()),
            new Network(""),
            "");
    Association association = new Association("Woonvereniging <West>", "088 000 00 00");
    guide =
        GuideModule.create(
            database,
            clock,
            audit,
            people.accounts(),
            place.places(),
            CategoryModule.create(database, audit).categories(),
            photo.photos(),
            association);
    String outlines =
        """
        {"type":"FeatureCollection","features":[
         {"type":"Feature","properties":{"naam":"West"},"geometry":{"type":"Polygon",
          "coordinates":[[[5.0,52.0],[5.02,52.0],[5.02,52.02],[5.0,52.02],[5.0,52.0]]]}},
         {"type":"Feature","properties":{"naam":"Oost"},"geometry":{"type":"Polygon",
          "coordinates":[[[5.02,52.0],[5.04,52.0],[5.04,52.02],[5.02,52.02],[5.02,52.0]]]}}]}""";
    String complexes =
        """
        code;name;street;numbers;postcode;lat;lon;district;caretaker
        L 1&é;De Linde;Lindelaan;1-40;1234 AB;52,01;5,01;West;Bas
        L2;%s;Lindelaan;41-80;1234 AC;52,01;5,01;West;Bas
        W1;De Wilg;Wilgenpad;2-60;1235 CD;52,01;5,03;Oost;Ilse"""
            .formatted(LONG);
    place.places().importDistricts(ESRA, outlines.getBytes(StandardCharsets.UTF_8));
    place.places().importComplexes(ESRA, complexes.getBytes(StandardCharsets.UTF_8));
    Partner partner =
        new Partner(
            PartnerKind.POLICE, district("West"), 1, "Wijkagent Ż. Öztürk", "Bij onveiligheid.",
            "0900 00 00", null, null, null);
    put(partner);
    posters = posters(guide, association);
  }

  private void put(Partner partner) {
    guide.partners().put(ESRA, UUID.randomUUID(), new Draft<>(partner, null, false, null));
  }

  private Posters posters(GuideModule guide, Association association) {
    return new Posters(place.places(), guide.shown(), association);
  }

  @AfterEach
  void close() {
    photo.close();
    database.close();
  }

  @Test
  void each_complex_has_a_page_whose_code_opens_its_own_neighbourhood() throws Exception {
    byte[] pdf = posters.posters(ESRA, ALL, ORIGIN);
    List<Complex> complexes = byName();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertEquals(3, document.getNumberOfPages());
      for (int page = 0; page < 3; page++) {
        BufferedImage picture = picture(document, page, "poster");
        String code = complexes.get(page).code();
        String encoded = code.equals("L 1&é") ? "L+1%26%C3%A9" : code;
        assertEquals(ORIGIN + "/?complex=" + encoded, read(picture));
      }
    }
  }

  @Test
  void it_says_whom_to_call_with_112_first() throws Exception {
    UUID linde = byName().get(1).id();
    String text = text(posters.posters(ESRA, new Posters.Choice(null, linde), ORIGIN));
    assertTrue(text.indexOf("112") < text.indexOf("0900-8844"), text);
    for (String said :
        List.of("De Linde", "Woonvereniging <West>", "088 000 00 00", "Wijkagent Ż. Öztürk",
            "0900 00 00", "Відскануйте", "Türkçe")) {
      assertTrue(text.contains(said), said + " in " + text);
    }
  }

  @Test
  void the_partners_of_another_district_are_not_on_it() throws Exception {
    String text = text(posters.posters(ESRA, new Posters.Choice(district("Oost"), null), ORIGIN));
    assertTrue(text.contains("De Wilg"), text);
    assertTrue(!text.contains("Wijkagent"), text);
  }

  @Test
  void a_name_of_any_length_stays_whole() throws Exception {
    String text = text(posters.posters(ESRA, ALL, ORIGIN)).replaceAll("\\s+", " ");
    assertTrue(text.contains(LONG), text);
  }

  @Test
  void four_cards_to_cut_lead_to_the_same_place() throws Exception {
    UUID wilg = byName().get(2).id();
    byte[] pdf = posters.doorCards(ESRA, new Posters.Choice(null, wilg), ORIGIN, Language.NL);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertEquals(1, document.getNumberOfPages());
      BufferedImage page = picture(document, 0, "door-card");
      int width = page.getWidth() / 2;
      int height = page.getHeight() / 2;
      for (int card = 0; card < 4; card++) {
        BufferedImage one =
            page.getSubimage(card % 2 * width, card / 2 * height, width, height);
        assertEquals(ORIGIN + "/?complex=W1", read(one));
      }
    }
    String text = text(pdf);
    assertEquals(4, text.split("We waren aan de deur", -1).length - 1, text);
  }

  @Test
  void of_many_partners_the_nearest_stand_on_it_and_the_rest_is_said_to_be_on_the_phone()
      throws Exception {
    for (PartnerKind kind : PartnerKind.values()) {
      String email = kind == PartnerKind.TEAM ? "krachten@buurt.example" : null;
      String phone = email == null ? "088 1" + kind.ordinal() : null;
      put(new Partner(kind, null, 1, "Partner " + kind, "Bel.", phone, email, null, null));
    }
    UUID linde = byName().get(1).id();
    byte[] pdf = posters.posters(ESRA, new Posters.Choice(null, linde), ORIGIN);
    String text = text(pdf);
    for (String said :
        List.of("Wijkagent", "CARETAKER", "krachten@buurt.example", "MEDIATION", "Meer nummers")) {
      assertTrue(text.contains(said), said + " in " + text);
    }
    assertTrue(!text.contains("ANIMALS"), text);
    assertTrue(text.contains("belt 112 niet voor u"), text);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertEquals(1, document.getNumberOfPages());
      assertEquals(ORIGIN + "/?complex=L+1%26%C3%A9", read(picture(document, 0, "poster-full")));
    }
  }

  @Test
  void a_card_says_it_in_a_second_language_and_its_code_is_still_read() throws Exception {
    UUID wilg = byName().get(2).id();
    for (Language language : Language.values()) {
      byte[] pdf =
          posters.doorCards(ESRA, new Posters.Choice(null, wilg), ORIGIN, language);
      String text = text(pdf);
      assertTrue(text.contains("We waren aan de deur"), text);
      try (PDDocument document = Loader.loadPDF(pdf)) {
        BufferedImage page = picture(document, 0, "door-card-" + language.wire());
        int width = page.getWidth() / 2;
        int height = page.getHeight() / 2;
        assertEquals(ORIGIN + "/?complex=W1", read(page.getSubimage(0, 0, width, height)));
      }
    }
    byte[] turkish =
        posters.doorCards(ESRA, new Posters.Choice(null, wilg), ORIGIN, Language.TR);
    assertTrue(text(turkish).contains("Kapınıza geldik"), text(turkish));
  }

  @Test
  void a_caretaker_prints_for_the_own_districts_only() throws Exception {
    Actor bas =
        new Actor(UUID.randomUUID(), "bas", Role.CARETAKER, Set.of(district("Oost")));
    String text = text(posters.posters(bas, ALL, ORIGIN));
    assertTrue(text.contains("De Wilg") && !text.contains("De Linde"), text);
    Refusal refused =
        assertThrows(
            Refusal.class,
            () -> posters.posters(bas, new Posters.Choice(district("West"), null), ORIGIN));
    assertEquals(Reason.NOT_FOUND, refused.reason());
  }

  private UUID district(String name) {
    return place.places().districts().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private List<Complex> byName() {
    return place.places().complexes().stream()
        .sorted(Comparator.comparing(Complex::name))
        .toList();
  }

  private static BufferedImage picture(PDDocument document, int page, String name)
      throws Exception {
    BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(page, 110);
    String keep = System.getProperty("buurtronde.pictures");
    if (keep != null) {
      ImageIO.write(picture, "png", new File(keep, name + "-" + page + ".png"));
    }
    return picture;
  }

  private static String read(BufferedImage picture) throws Exception {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] dots = picture.getRGB(0, 0, width, height, null, 0, width);
    var bitmap =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, dots)));
    return new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText();
  }

  private static String text(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
