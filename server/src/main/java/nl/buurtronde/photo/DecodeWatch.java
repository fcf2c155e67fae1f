package nl.buurtronde.photo;

import java.util.function.BooleanSupplier;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.event.IIOReadWarningListener;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** Looks on while a picture is decoded: stops it when out of time, remembers damage. */
final class DecodeWatch implements IIOReadWarningListener, IIOReadProgressListener {
  /** Some cameras pad the end of a file; nothing of the picture comes after it. */
  private static final String HARMLESS = "extraneous bytes before marker 0xd9";

  private final BooleanSupplier outOfTime;
  private boolean damaged;

  DecodeWatch(BooleanSupplier outOfTime) {
    this.outOfTime = outOfTime;
  }

  void check() {
    if (outOfTime.getAsBoolean()) {
      throw new Refusal(Reason.UNPROCESSABLE, "photo.slow");
    }
    if (damaged) {
      throw new Refusal(Reason.UNPROCESSABLE, "photo.broken");
    }
  }

  /** A damaged JPEG decodes to grey blocks with no more than a warning, the first of many. */
  @Override
  public void warningOccurred(ImageReader source, String warning) {
    damaged |= !warning.contains(HARMLESS);
  }

  /** A reader may only be aborted from its own thread, and this is a place it often passes. */
  @Override
  public void imageProgress(ImageReader source, float percentageDone) {
    if (outOfTime.getAsBoolean()) {
      source.abort();
    }
  }

  @Override
  public void sequenceStarted(ImageReader source, int minIndex) {}

  @Override
  public void sequenceComplete(ImageReader source) {}

  @Override
  public void imageStarted(ImageReader source, int imageIndex) {}

  @Override
  public void imageComplete(ImageReader source) {}

  @Override
  public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

  @Override
  public void thumbnailProgress(ImageReader source, float percentageDone) {}

  @Override
  public void thumbnailComplete(ImageReader source) {}

  @Override
  public void readAborted(ImageReader source) {}
}
