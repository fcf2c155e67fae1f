package nl.buurtronde.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** JSON as this program reads and writes it: what is unknown, doubled or of another type is refused. */
public final class Json {
  private static final int MOST_BYTES = 1_000_000;
  private static final ObjectMapper MAPPER = build();

  private Json() {}

  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /** Reads the request's body; refuses another content type, and more than 1 MB. */
  public static <T> T read(Context ctx, Class<T> type) {
    String contentType = Optional.ofNullable(ctx.contentType()).orElse("");
    if (!contentType.split(";")[0].trim().equalsIgnoreCase("application/json")) {
      throw new Refusal(Reason.UNSUPPORTED, "json.contentType");
    }
    return parse(body(ctx), type);
  }

  /** Reads bytes that somebody else wrote. */
  public static <T> T parse(byte[] bytes, Class<T> type) {
    try {
      return refuseNothing(MAPPER.readValue(bytes, type));
    } catch (JsonProcessingException e) {
      throw invalid(e);
    } catch (IOException e) {
      throw new Refusal(Reason.INVALID, "json.invalid");
    }
  }

  /** Reads a part of a document into its shape. */
  public static <T> T convert(JsonNode node, Class<T> type) {
    try {
      return refuseNothing(MAPPER.treeToValue(node, type));
    } catch (JsonProcessingException e) {
      throw invalid(e);
    }
  }

  private static byte[] body(Context ctx) {
    try {
      byte[] bytes = ctx.bodyInputStream().readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new Refusal(Reason.TOO_LARGE, "request.large");
      }
      return bytes;
    } catch (IOException e) {
      throw new Refusal(Reason.INVALID, "request.broken");
    }
  }

  private static <T> T refuseNothing(T value) {
    if (value == null) {
      throw new Refusal(Reason.INVALID, "json.invalid");
    }
    return value;
  }

  // A record's own refusal, thrown in its constructor, is the clearer one.
  private static Refusal invalid(JsonProcessingException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refusal;
      }
    }
    return new Refusal(Reason.INVALID, "json.invalid");
  }

  private static ObjectMapper build() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxStringLength(20_000)
                    .maxNumberLength(50)
                    .maxDocumentLength(MOST_BYTES)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .withCoercionConfig(LogicalType.Textual, Json::onlyStrings)
        .addModule(JsonTypes.module())
        .build();
  }

  private static void onlyStrings(MutableCoercionConfig textual) {
    textual
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }
}
