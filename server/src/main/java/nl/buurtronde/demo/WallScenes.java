package nl.buurtronde.demo;

import static nl.buurtronde.demo.Canvas.HEIGHT;
import static nl.buurtronde.demo.Canvas.WIDTH;
import static nl.buurtronde.demo.Canvas.corners;
import static nl.buurtronde.demo.Canvas.shade;

import java.awt.Color;
import java.awt.geom.Path2D;

/** What stands in front of a wall; each scene differs a little every time. */
final class WallScenes {
  private WallScenes() {}

  /** Bags beside a container. */
  static void litter(Canvas c) {
    wall(c, 330);
    paving(c, 330, 0x8d8a83);
    double left = c.between(440, 560);
    c.oval(left + 95, 470, 240, 34, shade(80));
    c.box(left, 190, 190, 270, c.near(0x4d5a5e, 10));
    c.box(left, 190, 190, 20, c.near(0x2f383b, 5));
    c.fill(
        corners(left + 24, 240, left + 166, 240, left + 156, 300, left + 34, 300),
        c.near(0x1f2527, 3));
    c.box(left + 60, 340, 70, 46, c.near(0xe2ddc8, 6));
    int bags = 4 + c.random.nextInt(4);
    int[] colours = {0x2a2c31, 0x3b4a63, 0xd9d6cc, 0x8a9aa0, 0x2d3a2e};
    for (int i = 0; i < bags; i++) {
      double x = 90 + i * (left - 90) / bags + c.between(-20, 20);
      bag(c, x, c.between(450, 545), c.between(0.7, 1.15), colours[c.random.nextInt(5)]);
    }
    for (int i = 0; i < 22; i++) {
      scrap(c, c.between(30, 770), c.between(470, 590));
    }
  }

  private static void bag(Canvas c, double x, double foot, double size, int rgb) {
    c.oval(x, foot, 150 * size, 26 * size, shade(90));
    Path2D bag = new Path2D.Double();
    bag.moveTo(x - 62 * size, foot);
    bag.curveTo(
        x - 92 * size,
        foot - 70 * size,
        x - 40 * size,
        foot - 108 * size,
        x - 8 * size,
        foot - 112 * size);
    bag.curveTo(
        x + 60 * size, foot - 108 * size, x + 88 * size, foot - 50 * size, x + 60 * size, foot);
    bag.closePath();
    Color base = c.near(rgb, 10);
    c.fill(bag, base);
    c.fill(
        corners(
            x - 14 * size, foot - 108 * size,
            x - 26 * size, foot - 140 * size,
            x + 2 * size, foot - 126 * size,
            x + 20 * size, foot - 142 * size,
            x + 10 * size, foot - 108 * size),
        base.darker());
    for (int i = 0; i < 4; i++) {
      double fold = x + c.between(-45, 45) * size;
      c.line(x, foot - 104 * size, fold, foot - c.between(14, 50) * size, 2.4 * size,
          new Color(255, 255, 255, 36));
    }
  }

  private static void scrap(Canvas c, double x, double y) {
    int[] colours = {0xe9e4d4, 0xb8c4c9, 0xc8402f, 0xd8b23a, 0x6f8f5a};
    double size = c.between(5, 15);
    c.fill(
        corners(
            x,
            y,
            x + size,
            y - c.between(0, 6),
            x + size * 1.4,
            y + size * 0.5,
            x + 2,
            y + size * 0.6),
        c.near(colours[c.random.nextInt(colours.length)], 14));
  }

  /** A front door that does not close. */
  static void door(Canvas c) {
    wall(c, 500);
    paving(c, 500, 0x7f7c76);
    double x = c.between(250, 330);
    int[] paints = {0x2f5d55, 0x33507a, 0x7a3a34, 0x4a4f57, 0x8a6b2f};
    int paint = paints[c.random.nextInt(paints.length)];
    c.box(x - 16, 84, 262, 424, c.near(0xe6e0d2, 5));
    c.box(x, 100, 230, 408, new Color(0x15171a));
    c.glow(x + 40, 320, 150, 0xd9b271, 0.25);
    double gap = c.between(34, 80);
    Path2D leaf = corners(x + gap, 112, x + 230, 100, x + 230, 508, x + gap, 520);
    c.fill(leaf, c.near(paint, 6));
    c.fill(
        corners(x + gap + 34, 150, x + 200, 142, x + 200, 290, x + gap + 34, 296),
        c.near(0x9fb4bb, 10));
    c.line(x + gap + 60, 290, x + 170, 146, 10, new Color(255, 255, 255, 60));
    c.line(x + gap + 16, 318, x + gap + 16, 372, 9, c.near(0xb9b4a6, 8));
    if (c.chance(0.5)) {
      c.stroke(crack(c, x + gap + 60, 160), 2, new Color(255, 255, 255, 190));
    }
    c.box(x + 290, 210, 86, 150, c.near(0xb5b3ac, 8));
    for (int i = 0; i < 5; i++) {
      c.box(x + 302, 224 + i * 26, 44, 14, c.near(0xefece2, 6));
      c.oval(x + 360, 231 + i * 26, 11, 11, c.near(0x3b3d40, 5));
    }
    c.box(x - 6, 520, 242, 16, c.near(0x4c4a46, 5));
  }

  private static Path2D crack(Canvas c, double x, double y) {
    Path2D crack = new Path2D.Double();
    crack.moveTo(x, y);
    for (int i = 0; i < 6; i++) {
      crack.lineTo(x += c.between(6, 22), y += c.between(8, 24));
    }
    return crack;
  }

  /** Furniture on the pavement. */
  static void sofa(Canvas c) {
    wall(c, 300);
    paving(c, 300, 0x94908a);
    int[] cloths = {0x6d4a4a, 0x4d5b6d, 0x7a6a4a, 0x5a6b57};
    int cloth = cloths[c.random.nextInt(cloths.length)];
    double x = c.between(120, 230);
    double y = c.between(400, 440);
    c.oval(x + 200, y + 92, 460, 50, shade(90));
    c.box(x, y - 130, 400, 130, c.near(cloth, 4));
    c.box(x + 30, y - 30, 340, 70, c.near(cloth, 4).brighter());
    c.line(x + 200, y - 26, x + 200, y + 36, 3, shade(90));
    c.box(x - 26, y - 70, 60, 140, c.near(cloth, 4).darker());
    c.box(x + 366, y - 70, 60, 140, c.near(cloth, 4).darker());
    c.box(x + 8, y + 40, 384, 34, c.near(cloth, 4).darker());
    for (int i = 0; i < 4; i++) {
      c.box(x + 10 + i * 122, y + 72, 16, 20, c.near(0x2f2620, 4));
    }
    c.fill(
        corners(x + 70, y - 120, x + 150, y - 128, x + 146, y - 70, x + 78, y - 64),
        c.near(0xd9cfae, 6));
    Path2D mattress = corners(x + 470, y + 76, x + 530, y - 190, x + 590, y - 180, x + 540, y + 88);
    c.fill(mattress, c.near(0xd8d3c6, 6));
    for (int i = 1; i < 6; i++) {
      double t = i / 6.0;
      c.line(x + 470 + 60 * t, y + 76 - 266 * t, x + 540 + 50 * t, y + 88 - 268 * t, 2, shade(50));
    }
  }

  /** Water that does not run away, in front of a row of sheds. */
  static void puddle(Canvas c) {
    wall(c, 260);
    for (int i = 0; i < 4; i++) {
      double x = 30 + i * 195;
      c.box(x, 70, 150, 196, c.near(0x55636b, 8));
      for (int j = 1; j < 6; j++) {
        c.line(x + j * 25, 74, x + j * 25, 262, 2, shade(50));
      }
      c.oval(x + 134, 170, 9, 9, c.near(0xc2bca9, 6));
    }
    paving(c, 260, 0x7c7973);
    double x = c.between(340, 440);
    double y = c.between(400, 440);
    for (int i = 0; i < 9; i++) {
      c.oval(
          x + c.between(-170, 170),
          y + c.between(-40, 40),
          c.between(240, 380),
          c.between(70, 130),
          new Color(0x5a6468));
    }
    for (int i = 0; i < 9; i++) {
      c.oval(
          x + c.between(-130, 130),
          y + c.between(-24, 24),
          c.between(160, 300),
          c.between(40, 80),
          new Color(0xb2, 0xbf, 0xc6, 70));
    }
    for (int i = 0; i < 14; i++) {
      c.fill(
          OpenScenes.leaf(c, x + c.between(-230, 230), y + c.between(-60, 60)),
          c.near(0x8a5d2a, 26));
    }
  }

  private static void wall(Canvas c, double bottom) {
    int brick = c.chance(0.5) ? 0x94604a : 0xa98b6f;
    c.box(0, 0, WIDTH, bottom, new Color(0xb9b0a2));
    int row = 0;
    for (double y = 0; y < bottom; y += 16, row++) {
      for (double x = row % 2 * -22; x < WIDTH; x += 44) {
        c.box(x + 1, y + 1, 42, Math.min(14, bottom - y), c.near(brick, 14));
      }
    }
  }

  /** Rows of stones that grow towards us. */
  private static void paving(Canvas c, double horizon, int stone) {
    c.fade(horizon, HEIGHT, 0x57544f, 0x6a665f);
    double y = horizon;
    double height = 9;
    int row = 0;
    while (y < HEIGHT) {
      double width = height * 3.4;
      for (double x = -width + row % 2 * width / 2; x < WIDTH; x += width) {
        c.box(x + 1, y + 1, width - 2, height - 2, c.near(stone, 10));
      }
      y += height;
      height *= 1.16;
      row++;
    }
    c.fade(horizon, horizon + 12, 0x3f3d3a, stone);
  }
}
