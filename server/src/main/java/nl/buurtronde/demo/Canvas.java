package nl.buurtronde.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** A sheet to draw a scene on, with the few strokes that all scenes use. */
final class Canvas {
  static final int WIDTH = 800;
  static final int HEIGHT = 600;

  final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  final Random random;
  private final Graphics2D pen = image.createGraphics();

  Canvas(Random random) {
    this.random = random;
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /** A number somewhere between the two. */
  double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /** The colour, a little lighter or darker, as things in one place differ. */
  Color near(int rgb, int spread) {
    int shift = (int) between(-spread, spread);
    Color colour = new Color(rgb);
    return new Color(
        clamp(
            colour.getRed(
                ) + shift), clamp(colour.getGreen() + shift), clamp(colour.getBlue() + shift));
  }

  void fade(double top, double bottom, int above, int below) {
    pen.setPaint(
        new GradientPaint(0, (float) top, new Color(above), 0, (float) bottom, new Color(below)));
    pen.fill(new java.awt.geom.Rectangle2D.Double(0, top, WIDTH, bottom - top));
  }

  void fill(Shape shape, Color colour) {
    pen.setPaint(colour);
    pen.fill(shape);
  }

  void box(double x, double y, double width, double height, Color colour) {
    fill(new java.awt.geom.Rectangle2D.Double(x, y, width, height), colour);
  }

  void oval(double x, double y, double width, double height, Color colour) {
    fill(new Ellipse2D.Double(x - width / 2, y - height / 2, width, height), colour);
  }

  void line(double x1, double y1, double x2, double y2, double thick, Color colour) {
    Path2D path = new Path2D.Double();
    path.moveTo(x1, y1);
    path.lineTo(x2, y2);
    stroke(path, thick, colour);
  }

  void stroke(Shape shape, double thick, Color colour) {
    pen.setPaint(colour);
    pen.setStroke(
        new BasicStroke((float) thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(shape);
  }

  void glow(double x, double y, double radius, int rgb, double strength) {
    Color light = new Color(rgb);
    Color inner =
        new Color(light.getRed(), light.getGreen(), light.getBlue(), (int) (255 * strength));
    Color outer = new Color(light.getRed(), light.getGreen(), light.getBlue(), 0);
    pen.setPaint(
        new RadialGradientPaint(
            (float) x, (float) y, (float) radius, new float[] {0, 1}, new Color[] {inner, outer}));
    pen.fill(new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2));
  }

  /** A closed shape through corners given as x, y, x, y, … */
  static Path2D corners(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    path.closePath();
    return path;
  }

  static Color shade(int alpha) {
    return new Color(0, 0, 0, alpha);
  }

  /** The grain of a phone in poor light, and corners a little darker. */
  void grain(int strength) {
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double dx = (x - WIDTH / 2.0) / WIDTH;
        double dy = (y - HEIGHT / 2.0) / HEIGHT;
        double light = 1 - 0.5 * (dx * dx + dy * dy);
        int noise = random.nextInt(2 * strength + 1) - strength;
        int rgb = image.getRGB(x, y);
        int red = clamp((int) ((rgb >> 16 & 255) * light) + noise);
        int green = clamp((int) ((rgb >> 8 & 255) * light) + noise);
        int blue = clamp((int) ((rgb & 255) * light) + noise);
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
  }

  private static int clamp(int value) {
    return Math.max(0, Math.min(255, value));
  }
}
