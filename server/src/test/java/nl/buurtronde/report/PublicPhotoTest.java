package nl.buurtronde.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import nl.buurtronde.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos from people without an account. */
class PublicPhotoTest {
  private World world;

  @BeforeEach
  void open(@TempDir Path folder) {
    world = new World(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_photo_is_missed_until_it_comes_and_then_seen_by_staff_of_the_district_only() {
    byte[] picture = World.picture(9);
    String sha256 = sha256(picture);
    Map<String, Object> body = world.report("photos", List.of(sha256, sha256));
    Client.Answer sent = world.tenant().post("/api/public/reports", body);
    assertEquals(sha256, sent.json().at("/missingPhotos/0").asText());
    assertEquals(1, sent.json().get("missingPhotos").size());
    String id = (String) body.get("id");
    assertFalse(report(id).at("/photos/0/stored").asBoolean());
    long revision = report(id).get("revision").asLong();
    assertEquals(404, world.as(world.bas).get("/api/photos/" + sha256).status());

    assertEquals(201, put(world.tenant(), picture).status());
    assertEquals(200, put(world.tenant(), picture).status());
    assertTrue(report(id).at("/photos/0/stored").asBoolean());
    assertTrue(report(id).get("revision").asLong() > revision, "the desk heard of no news");
    Client.Answer again = world.tenant().post("/api/public/reports", body);
    assertEquals(0, again.json().get("missingPhotos").size());
    assertEquals(200, world.as(world.bas).get("/api/photos/" + sha256).status());
    assertEquals(200, world.as(world.esra).get("/api/photos/" + sha256).status());
    assertEquals(404, world.as(world.mirjam).get("/api/photos/" + sha256).status());
    assertEquals(404, world.as(world.noor).get("/api/photos/" + sha256).status());
    assertEquals(401, world.tenant().get("/api/photos/" + sha256).status());
  }

  @Test
  void a_name_alone_opens_no_photo_of_somebody_else() {
    byte[] picture = World.picture(9);
    String sha256 = sha256(picture);
    Client noor = world.as(world.noor);
    assertEquals(201, noor.putBytes("/api/photos/" + sha256, "image/jpeg", picture).status());
    Map<String, Object> body = world.report("photos", List.of(sha256));
    JsonNode sent = world.tenant().post("/api/public/reports", body).json();
    assertEquals(sha256, sent.at("/missingPhotos/0").asText());
    assertEquals(404, world.as(world.bas).get("/api/photos/" + sha256).status());
    assertFalse(report((String) body.get("id")).at("/photos/0/stored").asBoolean());
  }

  @Test
  void hostile_files_are_refused_and_leave_nothing() throws Exception {
    byte[] picture = World.picture(9);
    String path = "/api/public/photos/";
    Client tenant = world.tenant();
    Client.Answer other = tenant.putBytes(path + "a".repeat(64), "image/jpeg", picture);
    assertEquals(422, other.status());
    assertEquals("hash", other.json().get("error").asText());
    assertEquals(400, tenant.putBytes(path + "x", "image/jpeg", picture).status());
    assertEquals(422, put(tenant, "<svg onload='a()'/>".getBytes(StandardCharsets.UTF_8)).status());
    assertEquals(422, put(tenant, "%PDF-1.7".getBytes(StandardCharsets.UTF_8)).status());
    Client.Answer flood = put(tenant, flood());
    assertEquals(422, flood.status());
    assertEquals("photo.pixels", flood.code());
    assertEquals(413, put(tenant, new byte[(10 << 20) + 1]).status());
    byte[] marked = new ByteArrayOutputStream() {
      {
        writeBytes(picture);
        writeBytes("<html>MERKTEKEN</html>".getBytes(StandardCharsets.UTF_8));
      }
    }.toByteArray();
    assertEquals(201, put(tenant, marked).status());
    byte[] kept = Files.readAllBytes(world.photo.photos().file(sha256(marked)));
    assertFalse(new String(kept, StandardCharsets.ISO_8859_1).contains("MERKTEKEN"));
    assertEquals(1, world.count("SELECT COUNT(*) FROM photo"));
  }

  static Client.Answer put(Client client, byte[] bytes) {
    return client.putBytes("/api/public/photos/" + sha256(bytes), "image/jpeg", bytes);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode report(String id) {
    return world.as(world.bas).get("/api/reports/" + id).json();
  }

  /** A PNG of 20,000 by 20,000 in a few kilobytes. */
  private static byte[] flood() throws Exception {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    ByteBuffer header = ByteBuffer.allocate(13).putInt(20_000).putInt(20_000);
    chunk(png, "IHDR", header.put(new byte[] {1, 0, 0, 0, 0}).array());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(packed, new Deflater(9))) {
      byte[] line = new byte[1 + 20_000 / 8];
      for (int y = 0; y < 20_000; y++) {
        out.write(line);
      }
    }
    chunk(png, "IDAT", packed.toByteArray());
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) throws Exception {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    png.write(ByteBuffer.allocate(4).putInt(data.length).array());
    png.write(name);
    png.write(data);
    png.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
