package nl.buurtronde.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Chromium with a profile of its own: one person's phone or desk. What it does is said in the words
 * a person sees on the screen; it waits for them, never for a time.
 */
public final class Browser implements Closeable {
  public static final Dimension PHONE = new Dimension(390, 844);
  static final Dimension SMALL_PHONE = new Dimension(360, 740);
  static final Dimension DESK = new Dimension(1280, 800);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TELL_VIOLATIONS =
      """
      addEventListener("securitypolicyviolation", event =>
        console.error("securitypolicyviolation", event.violatedDirective, event.blockedURI));
      """;

  private final Path profile;
  private final String origin;
  private final Dimension size;
  private final List<String> arguments;
  private final List<String> offences = new ArrayList<>();
  private int requests;
  private ChromeDriver driver;

  public Browser(Path profile, String origin, Dimension size, String... arguments) {
    this.profile = profile;
    this.origin = origin;
    this.size = size;
    this.arguments = List.of(arguments);
    start();
  }

  public ChromeDriver driver() {
    return driver;
  }

  /** Ends the browser at once, as a phone does that needs the memory; its storage stays. */
  public void kill() {
    listen();
    ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(profile + " "))
        .filter(process -> process.info().command().orElse("").endsWith("/chromium"))
        .forEach(ProcessHandle::destroyForcibly);
    closeQuietly();
  }

  /** Starts it again on the same storage. */
  public void start() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--lang=nl",
        "--user-data-dir=" + profile);
    options.addArguments(arguments);
    options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "nl"));
    options.setCapability(
        "goog:loggingPrefs", Map.of(LogType.PERFORMANCE, "ALL", LogType.BROWSER, "ALL"));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
            .build();
    driver = new ChromeDriver(service, options);
    driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
    driver.executeCdpCommand(
        "Page.addScriptToEvaluateOnNewDocument", Map.of("source", TELL_VIOLATIONS));
    setSize(size);
  }

  /** The viewport itself, without a window around it. */
  public void setSize(Dimension viewport) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width", viewport.getWidth(),
            "height", viewport.getHeight(),
            "deviceScaleFactor", 1,
            "mobile", viewport.getWidth() < 600));
  }

  public Dimension size() {
    return size;
  }

  public Browser open(String address) {
    driver.get(origin + address);
    return this;
  }

  /** Waits until these words can be seen. */
  public WebElement see(String words) {
    return wait(By.xpath("//body//*[text()[contains(., " + quote(words) + ")]]"));
  }

  public boolean sees(String words) {
    By what = By.xpath("//body//*[text()[contains(., " + quote(words) + ")]]");
    try {
      return driver.findElements(what).stream().anyMatch(WebElement::isDisplayed);
    } catch (StaleElementReferenceException e) {
      return sees(words);
    }
  }

  /** Waits until these words are nowhere to be seen. */
  public void seeNoMore(String words) {
    waiting().withMessage(() -> words + " is still there" + screen()).until(d -> !sees(words));
  }

  /**
   * Presses the button, link, tile or summary with this name, or else the first that carries these
   * words. In an open dialog only what is in it.
   */
  public void tap(String words) {
    String said = quote(words);
    String press =
        "//*[self::button or self::a or self::summary or self::label][not(@disabled)]"
            + "[not(//dialog[@open]) or ancestor::dialog]";
    By named = By.xpath(press + "[normalize-space(.)=" + said + " or @aria-label=" + said + "]");
    By carrying = By.xpath(press + "[contains(normalize-space(.), " + said + ")]");
    waiting().withMessage(() -> said + " cannot be tapped" + screen())
        .until(d -> tapFirst(named) || tapFirst(carrying));
  }

  private boolean tapFirst(By what) {
    try {
      for (WebElement element : driver.findElements(what)) {
        if (element.isDisplayed()) {
          // From under the bar at the bottom, as a thumb would.
          run("arguments[0].scrollIntoView({ block: 'center' })", element);
          element.click();
          return true;
        }
      }
      return false;
    } catch (StaleElementReferenceException | ElementNotInteractableException e) {
      return false;
    }
  }

  /** Opens what is folded under these words, unless it is open. */
  public void unfold(String words) {
    WebElement summary =
        wait(By.xpath("//summary[.//*[normalize-space(.)=" + quote(words) + "]]"));
    run("arguments[0].closest('details').open = true", summary);
  }

  /** Types into the field with this label, over what stands in it. */
  public void type(String label, String text) {
    WebElement field = field(label);
    field.clear();
    field.sendKeys(text);
  }

  public WebElement field(String label) {
    return wait(
        By.xpath(
            "//*[self::input or self::textarea or self::select]"
                + "[@id=//label[contains(normalize-space(.), " + quote(label) + ")]/@for"
                + " or ancestor::label[contains(normalize-space(.), " + quote(label) + ")]]"));
  }

  /** Gives files to the chooser behind the button with this label. */
  public void choose(String label, Path file) {
    waiting()
        .withMessage(() -> "No chooser " + label + screen())
        .until(
            d ->
                d.findElements(By.cssSelector("input[type=file]")).stream()
                    .filter(input -> label.equals(input.getDomAttribute("aria-label")))
                    .findFirst()
                    .orElse(null))
        .sendKeys(file.toString());
  }

  public WebElement wait(By what) {
    return waiting()
        .withMessage(() -> what + " is not there" + screen())
        .until(
            d -> {
              try {
                return d.findElements(what).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst()
                    .orElse(null);
              } catch (StaleElementReferenceException e) {
                return null;
              }
            });
  }

  /** Waits until this script answers something true. */
  public Object until(String script, Object... arguments) {
    return waiting()
        .withMessage(() -> script + " stays false" + screen())
        .until(
            d -> {
              Object answer = run(script, arguments);
              return Boolean.FALSE.equals(answer) ? null : answer;
            });
  }

  FluentWait<WebDriver> waiting() {
    return new WebDriverWait(driver, PATIENCE).pollingEvery(Duration.ofMillis(100));
  }

  /** What somebody looking at it now would read, for whoever reads why a test failed. */
  String screen() {
    Object text = run("return location.pathname + '\\n' + document.body.innerText");
    return "\n--- on the screen of " + profile.getFileName() + " at " + text + "\n---\n";
  }

  public Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  public Browser signIn(String name) {
    open("/sign-in");
    type("Uw naam om aan te melden", name);
    type("Wachtzin", "loop-samen-" + name);
    tap("Aanmelden");
    seeNoMore("Wachtzin vergeten?");
    return this;
  }

  /** The app is installed: it opens without the server. */
  public Browser readyToWalk() {
    see("Alles verstuurd");
    until("return navigator.serviceWorker.controller !== null");
    return this;
  }

  /** A new observation with a text, from home and back to it. */
  public void record(String category, String text) {
    tap("Nieuwe waarneming");
    tap(category);
    unfold("Tekst");
    type("Wat ziet u?", text);
    tap("Bewaar");
    see("Mijn waarnemingen");
    see(text);
  }

  byte[] picture() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  /** Takes note of every request and of everything the page was not allowed to do. */
  private void listen() {
    try {
      for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
        if (entry.getMessage().contains("securitypolicyviolation")) {
          offences.add(entry.getMessage());
        }
      }
      for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
        JsonNode message = JSON.readTree(entry.getMessage()).path("message");
        String url = message.path("params").path("request").path("url").asText();
        JsonNode answer = message.path("params").path("response");
        if (answer.path("fromServiceWorker").asBoolean()
            && answer.path("url").asText().startsWith(origin + "/api")) {
          offences.add("the service worker answered for " + answer.path("url").asText());
        }
        if (message.path("method").asText().equals("Network.requestWillBeSent")) {
          requests++;
          if (!url.matches("(data|blob|chrome|about):.*") && !url.startsWith(origin + "/")) {
            offences.add("request to " + url);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets what was heard so far: a test broke a rule on purpose. */
  void forgive() {
    listen();
    offences.clear();
  }

  @Override
  public void close() {
    try {
      listen();
    } catch (org.openqa.selenium.WebDriverException e) {
      // Killed: what it did was noted then.
    }
    closeQuietly();
    assertEquals(List.of(), offences, "rules broken by " + profile.getFileName());
    assertTrue(requests > 0, "the requests of " + profile.getFileName() + " were not seen");
  }

  private void closeQuietly() {
    try {
      driver.quit();
    } catch (org.openqa.selenium.WebDriverException e) {
      // A killed browser cannot say goodbye.
    }
  }

  private static String quote(String text) {
    return text.contains("'") ? '"' + text + '"' : "'" + text + "'";
  }
}
