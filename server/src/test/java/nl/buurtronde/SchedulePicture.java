package nl.buurtronde;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Four grey squares: enough to tell one photo from another, also after it was drawn anew. */
record SchedulePicture(String jpeg, int[] greys) {
  private static final int SQUARE = 8;

  static List<SchedulePicture> draw(int count) throws IOException {
    Random random = new Random(1);
    List<SchedulePicture> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      BufferedImage image =
          new BufferedImage(2 * SQUARE, 2 * SQUARE, BufferedImage.TYPE_BYTE_GRAY);
      Graphics2D pen = image.createGraphics();
      for (int square = 0; square < 4; square++) {
        int grey = 20 + 40 * random.nextInt(6);
        pen.setColor(new Color(grey, grey, grey));
        pen.fillRect(SQUARE * (square % 2), SQUARE * (square / 2), SQUARE, SQUARE);
      }
      pen.dispose();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "jpeg", bytes);
      String text = Base64.getEncoder().encodeToString(bytes.toByteArray());
      pictures.add(new SchedulePicture(text, greys(bytes.toByteArray())));
    }
    return pictures;
  }

  /** The mean of each square; null when it is no picture of ours. */
  static int[] greys(byte[] jpeg) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
      if (image == null || image.getWidth() != 2 * SQUARE || image.getHeight() != 2 * SQUARE) {
        return null;
      }
      int[] greys = new int[4];
      for (int y = 0; y < 2 * SQUARE; y++) {
        for (int x = 0; x < 2 * SQUARE; x++) {
          greys[x / SQUARE + 2 * (y / SQUARE)] += image.getRaster().getSample(x, y, 0);
        }
      }
      for (int i = 0; i < greys.length; i++) {
        greys[i] /= SQUARE * SQUARE;
      }
      return greys;
    } catch (IOException e) {
      return null;
    }
  }
}
