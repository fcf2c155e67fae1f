package nl.buurtronde.demo;

import java.awt.Color;

/** A person as a child would draw one: the demo shows nobody's real face. */
final class PortraitScenes {
  private static final int[] COATS = {0x2F6B6A, 0x8A4B2D, 0x3D5A8A, 0x6A4A7A};
  private static final int[] HAIRS = {0x3B2A20, 0x6B4423, 0x1F1B1A, 0xA8763E};
  private static final int[] SKINS = {0xE8B896, 0xC98F68, 0x9A6645, 0xF0CBB0};

  private PortraitScenes() {}

  static void portrait(Canvas canvas) {
    double middle = Canvas.WIDTH / 2.0;
    Color coat = pick(canvas, COATS);
    Color hair = pick(canvas, HAIRS);
    Color skin = pick(canvas, SKINS);
    canvas.fade(0, Canvas.HEIGHT, 0xBFD8DF, 0xE6EFE2);
    canvas.oval(middle, 700, 520, 560, coat);
    canvas.oval(middle, 265, 270, 330, hair);
    canvas.box(middle - 42, 380, 84, 90, skin);
    canvas.oval(middle, 290, 220, 270, skin);
    canvas.oval(middle, 185, 220, 90, hair);
    canvas.oval(middle - 45, 285, 20, 24, new Color(0x2A2320));
    canvas.oval(middle + 45, 285, 20, 24, new Color(0x2A2320));
    canvas.stroke(
        new java.awt.geom.Arc2D.Double(
            middle - 45, 310, 90, 60, 200, 140, java.awt.geom.Arc2D.OPEN),
        8,
        new Color(0x8A4438));
  }

  private static Color pick(Canvas canvas, int[] colours) {
    return new Color(colours[canvas.random.nextInt(colours.length)]);
  }
}
