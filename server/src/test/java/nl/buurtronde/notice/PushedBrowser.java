package nl.buurtronde.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The browser's side of Web Push, written from RFC 8291 and knowing nothing of ours. */
public final class PushedBrowser {
  private final PrivateKey key;
  private final byte[] point;
  private final byte[] auth;

  private PushedBrowser(PrivateKey key, byte[] point, byte[] auth) {
    this.key = key;
    this.point = point;
    this.auth = auth;
  }

  public static PushedBrowser make() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    byte[] auth = new byte[16];
    new SecureRandom().nextBytes(auth);
    return new PushedBrowser(
        pair.getPrivate(), uncompressed(((ECPublicKey) pair.getPublic()).getW()), auth);
  }

  static PushedBrowser of(String privateKey, String point, String auth)
      throws GeneralSecurityException {
    ECPrivateKeySpec spec = new ECPrivateKeySpec(new BigInteger(1, bytes(privateKey)), curve());
    return new PushedBrowser(
        KeyFactory.getInstance("EC").generatePrivate(spec), bytes(point), bytes(auth));
  }

  public JsonNode subscription(URI endpoint) {
    return new ObjectMapper()
        .valueToTree(
            Map.of(
                "endpoint",
                endpoint.toString(),
                "keys",
                Map.of("p256dh", base64(point), "auth", base64(auth))));
  }

  public String read(byte[] body) throws GeneralSecurityException {
    ByteBuffer in = ByteBuffer.wrap(body);
    byte[] salt = take(in, 16);
    in.getInt(); // the record size: one record only
    byte[] sender = take(in, in.get());
    byte[] sealed = take(in, in.remaining());

    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(key);
    agreement.doPhase(publicKey(sender), true);
    byte[] info = join(ascii("WebPush: info\0"), point, sender);
    byte[] secret = derive(auth, agreement.generateSecret(), info, 32);
    byte[] cek = derive(salt, secret, ascii("Content-Encoding: aes128gcm\0"), 16);
    byte[] nonce = derive(salt, secret, ascii("Content-Encoding: nonce\0"), 12);

    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(cek, "AES"), new GCMParameterSpec(128, nonce));
    byte[] plain = cipher.doFinal(sealed);
    int end = plain.length - 1;
    while (plain[end] == 0) {
      end--;
    }
    if (plain[end] != 2) {
      throw new GeneralSecurityException("The last record must end in 2");
    }
    return new String(plain, 0, end, StandardCharsets.UTF_8);
  }

  static PublicKey publicKey(byte[] uncompressed) throws GeneralSecurityException {
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(uncompressed, 1, 33));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(uncompressed, 33, 65));
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve()));
  }

  public static byte[] bytes(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }

  private static byte[] derive(byte[] salt, byte[] material, byte[] info, int length)
      throws GeneralSecurityException {
    byte[] extracted = hmac(salt, material);
    return Arrays.copyOf(hmac(extracted, join(info, new byte[] {1})), length);
  }

  private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text);
  }

  private static byte[] uncompressed(ECPoint point) {
    return join(new byte[] {4}, fixed(point.getAffineX()), fixed(point.getAffineY()));
  }

  private static byte[] fixed(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] all = new byte[32];
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, all, 32 - length, length);
    return all;
  }

  private static ECParameterSpec curve() throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }

  private static byte[] take(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static byte[] join(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
    Arrays.stream(parts).forEach(all::put);
    return all.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
