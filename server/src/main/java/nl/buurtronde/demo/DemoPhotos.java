package nl.buurtronde.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws what volunteers could have photographed, so that the demo holds nobody's real photo. */
final class DemoPhotos {
  private static final Map<String, Consumer<Canvas>> SCENES =
      Map.of(
          "lamp", OpenScenes::lamp,
          "litter", WallScenes::litter,
          "path", OpenScenes::path,
          "portrait", PortraitScenes::portrait,
          "tile", OpenScenes::tile,
          "door", WallScenes::door,
          "sofa", WallScenes::sofa,
          "puddle", WallScenes::puddle);
  private static final float QUALITY = 0.78f;

  // Seeds side by side begin alike in java.util.Random; this lays them far apart.
  private static final long APART = 0x9E3779B97F4A7C15L;

  private DemoPhotos() {}

  /** The same scene and seed give the same bytes. */
  static byte[] draw(String scene, long seed) {
    Canvas canvas = new Canvas(new Random(seed * APART ^ scene.hashCode()));
    SCENES.get(scene).accept(canvas);
    canvas.grain(7);
    return jpeg(canvas);
  }

  private static byte[] jpeg(Canvas canvas) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(QUALITY);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(canvas.image, null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
