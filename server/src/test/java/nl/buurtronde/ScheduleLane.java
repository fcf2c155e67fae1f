package nl.buurtronde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.buurtronde.database.Columns;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.sync.Revisions;
import org.jdbi.v3.core.Handle;

/** One real server on a folder of its own, with what the schedules need to start and break it. */
final class ScheduleLane implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration A_MONTH = Duration.ofDays(30);

  private final Path folder;
  private final boolean backedUp;
  private final LaneClock clock = new LaneClock();
  private final HttpClient http = HttpClient.newHttpClient();
  // People do not disappear in a restore: they were there long before the copy was made.
  private final List<Insert> people = new ArrayList<>();
  private Buurtronde program;
  private int port;
  private String coordinator;
  private Instant coordinatorUntil = Instant.MIN;

  record Row(
      String device, long n, String id, String account, String status, Long revision, String at,
      JsonNode raw) {}

  record Aside(String id, String state, String reason) {}

  record Held(List<Row> rows, List<Aside> quarantine, Map<String, int[]> photos) {}

  record Person(UUID id, String name, List<String> tokens) {}

  record People(UUID district, List<Person> people) {}

  private record Insert(String sql, Object[] values) {}

  ScheduleLane(Path folder, boolean backedUp) {
    this.folder = folder;
    this.backedUp = backedUp;
    start();
  }

  int port() {
    return port;
  }

  Database database() {
    return program.database();
  }

  boolean backedUp() {
    return backedUp;
  }

  long now() {
    return clock.now.toEpochMilli();
  }

  void setClock(long milliseconds) {
    clock.now = Instant.ofEpochMilli(milliseconds);
  }

  void restart() {
    program.close();
    start();
  }

  void backUp() {
    program.backups().orElseThrow().run();
  }

  /** Puts the newest copy back; false when there is none. */
  boolean restore() throws IOException {
    Optional<Path> copy = newestCopy();
    if (copy.isEmpty()) {
      return false;
    }
    program.close();
    for (String name : List.of("buurtronde.db", "buurtronde.db-wal", "buurtronde.db-shm")) {
      Files.deleteIfExists(data().resolve(name));
    }
    Files.copy(newestCopy().orElseThrow(), data().resolve("buurtronde.db"));
    replace(data().resolve("photos"), copies().resolve("photos"));
    start();
    coordinatorUntil = Instant.MIN;
    people.forEach(this::insert);
    return true;
  }

  /** Makes storing fail from here on; null ends it. Bound to the connection: nothing is stored. */
  void breakDown(String how) {
    for (int i = 0; i < 9; i++) {
      try {
        setBroken(how);
        return;
      } catch (RuntimeException e) {
        continue; // committed together with a piece that found the disk full
      }
    }
    setBroken(how);
  }

  private void setBroken(String how) {
    program
        .database()
        .write(
            handle -> {
              handle.execute("DROP TRIGGER IF EXISTS temp.broken");
              handle.execute("PRAGMA max_page_count = 1000000000");
              if ("row".equals(how)) {
                handle.execute(
                    """
                    CREATE TEMP TRIGGER broken BEFORE INSERT ON main.mutation WHEN NEW.n % 3 = 0
                    BEGIN SELECT RAISE(ABORT, 'broken'); END
                    """);
              } else if ("full".equals(how)) {
                handle.execute("PRAGMA max_page_count = 1");
              }
              return null;
            });
  }

  People people(int count, int sessions) {
    people.clear();
    UUID district = Id.next();
    String revision = String.valueOf(next());
    keep(
        "INSERT INTO district (id, name, revision) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING",
        district,
        "Wijk " + district,
        Long.valueOf(revision));
    List<Person> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Person person = account("volunteer", sessions);
      keep(
          """
          INSERT INTO account_district (account_id, district_id, since_at) VALUES (?, ?, ?)
          ON CONFLICT (account_id, district_id, since_at) DO NOTHING
          """,
          person.id(),
          district,
          text(clock.now.minus(A_MONTH)));
      made.add(person);
    }
    return new People(district, made);
  }

  /** Takes an account out of its district, as from now. */
  void leave(UUID account) {
    program
        .database()
        .write(
            handle ->
                handle.execute(
                    "UPDATE account_district SET until_at = ? WHERE account_id = ?",
                    text(clock.now),
                    account));
  }

  /** Signs somebody in, without the password. */
  String session(UUID account) {
    String token = "token-" + Id.next();
    keep(
        """
        INSERT INTO session (token_hash, account_id, created_at, last_seen_at, expires_at)
        VALUES (?, ?, ?, ?, ?) ON CONFLICT (token_hash) DO NOTHING
        """,
        sha256(token.getBytes(StandardCharsets.UTF_8)),
        account,
        text(clock.now),
        text(clock.now),
        text(clock.now.plus(A_MONTH)));
    return token;
  }

  String coordinator() {
    if (!clock.now.isBefore(coordinatorUntil)) {
      coordinator = account("coordinator", 1).tokens().get(0);
      coordinatorUntil = clock.now.plus(Duration.ofMinutes(30));
    }
    return coordinator;
  }

  Held held(List<String> accounts, List<String> photos) throws IOException {
    Map<String, int[]> greys = new HashMap<>();
    for (String sha256 : photos) {
      greys.put(sha256, greys(sha256));
    }
    return program
        .database()
        .read(handle -> new Held(rows(handle, accounts), asides(handle, accounts), greys));
  }

  /** What a server without a look at the hash would do. */
  void trust(String sha256, String token, byte[] bytes, byte[] altered) throws Exception {
    String cookie = "__Host-session=" + token;
    URI server = URI.create("http://127.0.0.1:" + port);
    HttpRequest session =
        HttpRequest.newBuilder(server.resolve("/api/session")).header("Cookie", cookie).build();
    String csrf =
        JSON.readTree(http.send(session, HttpResponse.BodyHandlers.ofString()).body())
            .path("csrf")
            .asText();
    HttpRequest put =
        HttpRequest.newBuilder(server.resolve("/api/photos/" + sha256))
            .header("Cookie", cookie)
            .header("X-CSRF-Token", csrf)
            .header("Sec-Fetch-Site", "same-origin")
            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build();
    http.send(put, HttpResponse.BodyHandlers.discarding());
    Files.write(photo(sha256), altered);
  }

  @Override
  public void close() {
    program.close();
  }

  private void start() {
    Map<String, String> settings = new HashMap<>();
    settings.put("BUURTRONDE_PORT", String.valueOf(port));
    settings.put("BUURTRONDE_DATA", data().toString());
    if (backedUp) {
      settings.put("BUURTRONDE_BACKUP", copies().toString());
    }
    Config config = Config.read(settings);
    program = Buurtronde.start(config, clock);
    port = program.port();
  }

  private Person account(String role, int sessions) {
    UUID id = Id.next();
    String name = role.charAt(0) + id.toString();
    keep(
        """
        INSERT INTO account (id, name, full_name, role, password, created_at)
        VALUES (?, ?, ?, ?, '', ?) ON CONFLICT (id) DO NOTHING
        """,
        id,
        name,
        "Iemand",
        role,
        text(clock.now.minus(A_MONTH)));
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < sessions; i++) {
      tokens.add(session(id));
    }
    return new Person(id, name, tokens);
  }

  private void keep(String sql, Object... values) {
    Insert insert = new Insert(sql, values);
    insert(insert);
    people.add(insert);
  }

  private void insert(Insert insert) {
    program.database().write(handle -> handle.execute(insert.sql(), insert.values()));
  }

  private long next() {
    return program.database().write(Revisions::next);
  }

  private static List<Row> rows(Handle handle, List<String> accounts) {
    return handle
        .createQuery(
            """
            SELECT device_id, n, id, account_id, status, revision, at, raw FROM mutation
            WHERE account_id IN (<accounts>) ORDER BY device_id, n
            """)
        .bindList("accounts", accounts)
        .map(
            (row, context) ->
                new Row(
                    row.getString("device_id"),
                    row.getLong("n"),
                    row.getString("id"),
                    row.getString("account_id"),
                    row.getString("status"),
                    row.getString("revision") == null ? null : row.getLong("revision"),
                    row.getString("at"),
                    tree(row.getString("raw"))))
        .list();
  }

  private static List<Aside> asides(Handle handle, List<String> accounts) {
    return handle
        .createQuery(
            """
            SELECT mutation_id, state, reason FROM quarantine WHERE account_id IN (<accounts>)
            """)
        .bindList("accounts", accounts)
        .map(
            (row, context) ->
                new Aside(
                    row.getString("mutation_id"), row.getString("state"), row.getString("reason")))
        .list();
  }

  private int[] greys(String sha256) throws IOException {
    boolean known =
        program
            .database()
            .read(
                handle ->
                    handle
                        .select("SELECT 1 FROM photo WHERE sha256 = ?", sha256)
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    return known && Files.exists(photo(sha256))
        ? SchedulePicture.greys(Files.readAllBytes(photo(sha256)))
        : null;
  }

  private Path photo(String sha256) {
    String rest = sha256.substring(2) + ".jpg";
    return data().resolve("photos").resolve(sha256.substring(0, 2)).resolve(rest);
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path copies() {
    return folder.resolve("copies");
  }

  private Optional<Path> newestCopy() throws IOException {
    if (!Files.isDirectory(copies())) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(copies())) {
      return files
          .filter(file -> file.toString().endsWith(".db"))
          .max(Comparator.comparing(Path::toString));
    }
  }

  private static void replace(Path folder, Path copy) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    if (Files.isDirectory(copy)) {
      try (Stream<Path> files = Files.walk(copy)) {
        for (Path file : files.toList()) {
          Files.copy(
              file, folder.resolve(copy.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Instant instant) {
    return Columns.text(instant);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] bytes(JsonNode base64) {
    return Base64.getDecoder().decode(base64.asText());
  }

  private static final class LaneClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-22T09:00:00.000Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
