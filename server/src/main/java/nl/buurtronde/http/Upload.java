package nl.buurtronde.http;

import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Locale;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** The one file of a multipart request. */
public final class Upload {
  public static final int LARGEST_FILE = 10 * 1024 * 1024;
  public static final int LARGEST_REQUEST = 12 * 1024 * 1024;

  // Kept in memory: at most one small file per person who sets up, and nothing left on the disk.
  private static final MultipartConfigElement LIMITS =
      new MultipartConfigElement("", LARGEST_FILE, LARGEST_REQUEST, LARGEST_FILE);

  private Upload() {}

  /** Reads the part called {@code file}; refuses other parts, other bodies and large files. */
  public static byte[] file(Context ctx) {
    String type = ctx.contentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      throw new Refusal(Reason.UNSUPPORTED, "upload.multipart");
    }
    ctx.req().setAttribute("org.eclipse.jetty.multipartConfig", LIMITS);
    Collection<Part> parts = parts(ctx);
    if (parts.size() != 1 || !parts.iterator().next().getName().equals("file")) {
      throw new Refusal(Reason.INVALID, "upload.part");
    }
    return bytes(parts.iterator().next());
  }

  private static Collection<Part> parts(Context ctx) {
    try {
      return ctx.req().getParts();
    } catch (IOException | ServletException | RuntimeException e) {
      boolean large = isTooLarge(e);
      throw new Refusal(
          large ? Reason.TOO_LARGE : Reason.INVALID, large ? "upload.large" : "upload.broken");
    }
  }

  // Jetty says 400 to both; only its cause tells a body above the limit from a broken one.
  private static boolean isTooLarge(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String told = String.valueOf(cause.getMessage());
      if (cause instanceof IllegalStateException && told.startsWith("max ")) {
        return true;
      }
    }
    return false;
  }

  private static byte[] bytes(Part part) {
    try (InputStream in = part.getInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new Refusal(Reason.INVALID, "upload.broken");
    }
  }
}
