package nl.buurtronde.browser;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
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

  private final Path profile;
  private final String origin;
  private final Dimension size;
  private final List<String> arguments;
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
    ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(profile.toString()))
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
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
            .build();
    driver = new ChromeDriver(service, options);
    driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
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

  public Browser open(String address) {
    driver.get(origin + address);
    return this;
  }

  /** Waits until these words can be seen. */
  public WebElement see(String words) {
    return wait(By.xpath("//*[not(self::script)][text()[contains(., " + quote(words) + ")]]"));
  }

  public boolean sees(String words) {
    return driver
        .findElements(By.xpath("//body//*[text()[contains(., " + quote(words) + ")]]"))
        .stream()
        .anyMatch(WebElement::isDisplayed);
  }

  /** Waits until these words are nowhere to be seen. */
  public void seeNoMore(String words) {
    waiting().until(d -> !sees(words));
  }

  /** Presses the button, link, tile or summary that carries these words. */
  public void tap(String words) {
    String said = quote(words);
    By named =
        By.xpath(
            "//*[self::button or self::a or self::summary or self::label or @role='button']"
                + "[contains(normalize-space(.), " + said + ") or @aria-label=" + said + "]");
    waiting()
        .until(
            d -> {
              try {
                for (WebElement element : d.findElements(named)) {
                  if (element.isDisplayed() && element.isEnabled()) {
                    element.click();
                    return true;
                  }
                }
                return false;
              } catch (StaleElementReferenceException
                  | org.openqa.selenium.ElementClickInterceptedException e) {
                return false;
              }
            });
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
    By chooser = By.cssSelector("input[type=file][aria-label='" + label + "']");
    waiting().until(d -> d.findElements(chooser).stream().findFirst().orElse(null))
        .sendKeys(file.toString());
  }

  public WebElement wait(By what) {
    return waiting()
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

  WebDriverWait waiting() {
    return new WebDriverWait(driver, PATIENCE);
  }

  public Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  public Browser signIn(String name) {
    open("/");
    type("Uw naam om aan te melden", name);
    type("Wachtzin", "loop-samen-" + name);
    tap("Aanmelden");
    return this;
  }

  byte[] picture() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  @Override
  public void close() {
    closeQuietly();
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
