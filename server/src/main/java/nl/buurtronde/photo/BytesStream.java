package nl.buurtronde.photo;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import javax.imageio.stream.ImageInputStreamImpl;

/** The stripped bytes without a copy; a decoder that is out of time gets no more of them. */
final class BytesStream extends ImageInputStreamImpl {
  private final byte[] bytes;
  private final int length;
  private final BooleanSupplier outOfTime;

  BytesStream(Stripped picture, BooleanSupplier outOfTime) {
    this.bytes = picture.bytes();
    this.length = picture.length();
    this.outOfTime = outOfTime;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    if (outOfTime.getAsBoolean()) {
      throw new IOException("out of time");
    }
    bitOffset = 0;
    int size = (int) Math.min(count, length - streamPos);
    if (size <= 0) {
      return count == 0 ? 0 : -1;
    }
    System.arraycopy(bytes, (int) streamPos, target, offset, size);
    streamPos += size;
    return size;
  }

  @Override
  public long length() {
    return length;
  }
}
