package nl.buurtronde.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import nl.buurtronde.Client;
import nl.buurtronde.browser.Browser;
import nl.buurtronde.browser.Proxy;
import org.openqa.selenium.By;

/** How quick the app is on a slow phone: Chromium with its processor four times slower. */
final class PhoneBench {
  private static final int TIMES = 9;
  private static final int ITEMS = 2_000;

  private final Path folder;
  private final Table table;

  PhoneBench(Path folder, Table table) {
    this.folder = folder;
    this.table = table;
  }

  void run() throws Exception {
    Path data = Files.createDirectories(folder.resolve("phone"));
    Path profile = Files.createDirectories(folder.resolve("profile"));
    try (ServerProcess server = new ServerProcess(data, true);
        Proxy reception = new Proxy(server.port());
        Browser phone = new Browser(profile, reception.origin(), Browser.PHONE)) {
      fill(server);
      table.measure("Phone: first load", () -> firstLoad(phone));
      phone.signIn("noor").see("Alles verstuurd");
      table.measure("Phone: filter", () -> filter(phone, "at full speed", "at most 50"));
      slowDown(phone);
      table.measure("Phone: filter, 4x slower", () -> filter(phone, "4x slower", ""));
      table.measure("Phone: save, 4x slower", () -> save(phone));
      table.measure("Phone: cold start, 4x slower", () -> coldStart(phone, reception));
    }
  }

  private static void fill(ServerProcess server) throws IOException {
    Client noor = server.signIn("noor");
    try (Connection connection =
        new Connection(server.port(), noor.header("Cookie"), noor.header("X-CSRF-Token"))) {
      Batches batches = new Batches();
      for (int sent = 0; sent < ITEMS; sent += 50) {
        connection.post("/api/sync/push", batches.next(50));
      }
    }
  }

  private void firstLoad(Browser phone) {
    phone.open("/sign-in").see("Aanmelden");
    Object bytes =
        phone.run(
            """
            return performance.getEntriesByType("resource")
              .filter((one) => /\\.(js|css)$/.test(one.name) && !/service-worker/.test(one.name))
              .reduce((sum, one) => sum + one.encodedBodySize, 0)
            """);
    double kilobytes = ((Number) bytes).doubleValue() / 1024;
    table.row("Phone: first load, script and style, gzip", one(kilobytes) + " kB", "at most 60");
  }

  private void filter(Browser phone, String speed, String target) {
    phone.open("/").see("Alles verstuurd");
    phone.tap("Zoeken");
    phone.field("Zoek in de waarnemingen");
    String[] words = {"lamp", "lampx", "nummer 19", "portiek", "zzz", "week", "nummer 7", "l", "de"};
    DoubleStream.Builder times = DoubleStream.builder();
    for (String word : words) {
      times.add(
          ((Number)
                  phone
                      .driver()
                      .executeAsyncScript(
                          """
                          const [word, done] = arguments;
                          const field = document.querySelector("input[type=search]");
                          field.value = word;
                          const begun = performance.now();
                          field.dispatchEvent(new Event("input", { bubbles: true }));
                          const channel = new MessageChannel();
                          requestAnimationFrame(() => channel.port2.postMessage(null));
                          channel.port1.onmessage = () => done(performance.now() - begun);
                          """,
                          word))
              .doubleValue());
    }
    double median = median(times.build());
    table.row(
        "Phone: 2,000 items filtered and painted, " + speed, one(median) + " ms", target);
  }

  private void save(Browser phone) throws IOException {
    Path photo = folder.resolve("photo.jpg");
    Files.write(photo, noise());
    DoubleStream.Builder times = DoubleStream.builder();
    phone.open("/");
    for (int i = 0; i < TIMES; i++) {
      phone.tap("Nieuwe waarneming");
      phone.tap("Verlichting");
      phone.choose("Maak een foto", photo);
      phone.wait(By.cssSelector("img[alt='Foto 1']"));
      times.add(
          ((Number)
                  phone
                      .driver()
                      .executeAsyncScript(
                          """
                          const done = arguments[0];
                          const said = document.querySelector(".said");
                          const save = [...document.querySelectorAll("button")]
                            .find((one) => one.textContent.trim() === "Bewaar");
                          const begun = performance.now();
                          new MutationObserver(() => {
                            if (/Opgeslagen/.test(said.textContent)) done(performance.now() - begun);
                          }).observe(said, { childList: true, subtree: true, characterData: true });
                          save.click();
                          """))
              .doubleValue());
      phone.see("Mijn waarnemingen");
    }
    double median = median(times.build());
    table.row(
        "Phone: tap to \"opgeslagen\", photo, 4x slower", one(median) + " ms", "at most 100");
  }

  private void coldStart(Browser phone, Proxy reception) {
    reception.cut();
    DoubleStream.Builder times = DoubleStream.builder();
    for (int i = 0; i < 5; i++) {
      phone.kill();
      phone.start();
      slowDown(phone);
      phone
          .driver()
          .executeCdpCommand(
              "Page.addScriptToEvaluateOnNewDocument",
              Map.of(
                  "source",
                  """
                  new MutationObserver((_, observer) => {
                    if (document.querySelector("a[href^='/observations/']")) {
                      window.usableAt = performance.now();
                      observer.disconnect();
                    }
                  }).observe(document, { childList: true, subtree: true });
                  """));
      phone.open("/").see("Mijn waarnemingen");
      phone.see("Nieuwe waarneming");
      times.add(((Number) phone.run("return window.usableAt")).doubleValue());
    }
    double seconds = median(times.build()) / 1000;
    table.row(
        "Phone: offline cold start to usable, 4x slower",
        String.format("%.2f s", seconds),
        "at most 1.5");
  }

  private static void slowDown(Browser phone) {
    phone.driver().executeCdpCommand("Emulation.setCPUThrottlingRate", Map.of("rate", 4));
  }

  // Noise does not compress, so that what the phone keeps is near 400 kB.
  private static byte[] noise() throws IOException {
    BufferedImage image = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int y = 0; y < image.getHeight(); y += 4) {
      for (int x = 0; x < image.getWidth(); x += 4) {
        int colour = random.nextInt(0x1000000);
        for (int i = 0; i < 16; i++) {
          image.setRGB(x + i % 4, y + i / 4, colour);
        }
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", out);
    return out.toByteArray();
  }

  private static double median(DoubleStream figures) {
    List<Double> sorted = figures.sorted().boxed().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static String one(double figure) {
    return String.format("%.1f", figure);
  }
}
