package nl.buurtronde.demo;

import static nl.buurtronde.demo.Canvas.HEIGHT;
import static nl.buurtronde.demo.Canvas.WIDTH;
import static nl.buurtronde.demo.Canvas.corners;
import static nl.buurtronde.demo.Canvas.shade;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Street, path and pavement under the open sky; each scene differs a little every time. */
final class OpenScenes {
  private OpenScenes() {}

  /** Dusk, a row of lamp posts, the nearest one out. */
  static void lamp(Canvas c) {
    c.fade(0, 400, 0x1d2b4a, 0xc98a6a);
    double x = 0;
    while (x < WIDTH) {
      double width = c.between(90, 190);
      double top = c.between(200, 300);
      c.box(x, top, width, 420 - top, c.near(0x232634, 8));
      for (double wx = x + 14; wx < x + width - 22; wx += 30) {
        for (double wy = top + 16; wy < 390; wy += 36) {
          c.box(wx, wy, 14, 18, c.chance(0.3) ? c.near(0xe8c27a, 20) : c.near(0x30364a, 8));
        }
      }
      x += width + c.between(0, 24);
    }
    c.fade(410, HEIGHT, 0x4b4a50, 0x2c2d33);
    c.fill(corners(0, 600, 0, 520, 330, 412, 420, 412, 250, 600), c.near(0x5d5c62, 6));
    for (int i = 2; i >= 1; i--) {
      post(c, 430 + i * 120, 420 + 20 / i, 0.45 + 0.12 / i, true);
    }
    post(c, c.between(300, 380), 585, 1.15, false);
  }

  private static void post(Canvas c, double x, double foot, double size, boolean lit) {
    double top = foot - 420 * size;
    Color steel = c.near(lit ? 0x3c4148 : 0x4a5058, 5);
    c.oval(x, foot, 60 * size, 14 * size, shade(90));
    c.line(x, foot, x, top, 9 * size, steel);
    c.line(x, top, x + 70 * size, top - 12 * size, 7 * size, steel);
    double lampX = x + 84 * size;
    double lampY = top - 10 * size;
    if (lit) {
      c.glow(lampX, lampY + 20, 120 * size, 0xffe0a0, 0.75);
    }
    c.fill(
        corners(
            lampX - 34 * size, lampY - 8 * size, lampX + 30 * size, lampY - 12 * size,
            lampX + 34 * size, lampY + 6 * size, lampX - 30 * size, lampY + 10 * size),
        steel);
    c.oval(lampX, lampY + 8 * size, 52 * size, 12 * size, new Color(lit ? 0xfff3cf : 0x6d7480));
  }

  /** A footpath that brambles are closing. */
  static void path(Canvas c) {
    c.fade(0, 250, 0xb9cbd6, 0xdfe3d8);
    for (int i = 0; i < 60; i++) {
      c.oval(
          c.between(-40, 840),
          c.between(110, 250),
          c.between(90, 190),
          c.between(80, 150),
          c.near(0x5d7350, 22));
    }
    c.fade(240, HEIGHT, 0x6d7d4c, 0x4a5a33);
    c.fill(corners(360, 250, 430, 250, 640, 600, 150, 600), c.near(0x9b8f7c, 6));
    for (int i = 0; i < 260; i++) {
      double y = c.between(255, 600);
      double half = 35 + (y - 250) * 0.62;
      double at = 395 + c.between(-1, 1) * half;
      c.oval(at, y, c.between(3, 9), c.between(2, 5), c.near(0x857a69, 24));
    }
    for (int i = 0; i < 420; i++) {
      double y = c.between(265, 620);
      double gap = (y - 250) * 0.28 * c.between(0.5, 1.3);
      double side = c.chance(0.5) ? -1 : 1;
      sprig(c, 395 + side * (gap + c.between(0, 260)), y, 0.3 + (y - 250) / 330, -side);
    }
  }

  private static void sprig(Canvas c, double x, double y, double size, double lean) {
    Path2D stalk = new Path2D.Double();
    double tipX = x + lean * c.between(10, 60) * size;
    double tipY = y - c.between(20, 80) * size;
    stalk.moveTo(x, y);
    stalk.quadTo(x, tipY, tipX, tipY + 10 * size);
    c.stroke(stalk, 2.2 * size, c.near(0x3d4a26, 12));
    for (int i = 0; i < 4; i++) {
      c.oval(tipX + c.between(-16, 16) * size, tipY + c.between(-8, 26) * size,
          c.between(10, 22) * size, c.between(7, 14) * size, c.near(0x56733a, 30));
    }
    if (c.chance(0.12)) {
      c.oval(tipX, tipY, 7 * size, 7 * size, c.near(0x3a1d33, 8));
    }
  }

  /** Pavement from above: one tile broken, one lifted. */
  static void tile(Canvas c) {
    c.box(0, 0, WIDTH, HEIGHT, new Color(0x57544e));
    double size = c.between(128, 150);
    int brokenX = 2 + c.random.nextInt(2);
    int brokenY = 1 + c.random.nextInt(2);
    for (int row = -1; row < 6; row++) {
      for (int column = -1; column < 7; column++) {
        double x = column * size + (row % 2 == 0 ? 0 : size / 2) - 30;
        double y = row * size - 20;
        boolean broken = column == brokenX && row == brokenY;
        Color stone = c.near(0xa8a49b, 12);
        c.box(x + 3, y + 3, size - 6, size - 6, broken ? c.near(0x4a4038, 4) : stone);
        if (broken) {
          shards(c, x, y, size);
        } else if (c.chance(0.25)) {
          c.line(
              x + 8,
              y + size - 4,
              x + size * c.between(0.4, 0.9),
              y + size - 3,
              5,
              c.near(0x5f7440, 14));
        }
      }
    }
    for (int i = 0; i < 500; i++) {
      c.oval(
          c.between(0, WIDTH),
          c.between(0, HEIGHT),
          c.between(1, 4),
          c.between(1, 3),
          c.near(0x8b877e, 34));
    }
    for (int i = 0; i < 3; i++) {
      c.fill(leaf(c, c.between(40, 760), c.between(40, 560)), c.near(0x9c6b2f, 24));
    }
  }

  private static void shards(Canvas c, double x, double y, double size) {
    double midX = x + size * c.between(0.4, 0.6);
    double midY = y + size * c.between(0.4, 0.6);
    double far = size - 10;
    double[][] edge = {
      {8, 8}, {size * 0.6, 6}, {far, 10}, {far + 4, far - 2}, {size * 0.4, far + 2}, {10, far}
    };
    for (int i = 0; i < edge.length; i++) {
      double[] a = edge[i];
      double[] b = edge[(i + 1) % edge.length];
      double slip = c.between(2, 12);
      Path2D shard =
          corners(
              midX + slip,
              midY + c.between(-4, 10),
              x + a[0] + slip,
              y + a[1] + c.between(0, 6),
              x + b[0] - 6,
              y + b[1] + 4);
      c.fill(shard, c.near(0x9d988e, 20));
      c.stroke(shard, 2, shade(110));
    }
  }

  static Path2D leaf(Canvas c, double x, double y) {
    Path2D leaf = new Path2D.Double();
    double length = c.between(20, 38);
    double turn = c.between(0, 6.3);
    double tipX = x + Math.cos(turn) * length;
    double tipY = y + Math.sin(turn) * length;
    leaf.moveTo(x, y);
    double belly = length * 0.7;
    leaf.quadTo(
        x + Math.cos(turn + 0.8) * belly, y + Math.sin(turn + 0.8) * belly, tipX, tipY);
    leaf.quadTo(x + Math.cos(turn - 0.8) * belly, y + Math.sin(turn - 0.8) * belly, x, y);
    return leaf;
  }
}
