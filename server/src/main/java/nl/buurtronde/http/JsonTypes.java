package nl.buurtronde.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.function.Function;
import nl.buurtronde.database.Columns;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;

/** Times, identifiers and roles as text on the wire. */
final class JsonTypes {
  private JsonTypes() {}

  static Module module() {
    SimpleModule module = new SimpleModule();
    register(module, Instant.class, JsonTypes::instant, Columns::text);
    register(module, UUID.class, Id::parse, UUID::toString);
    register(module, Role.class, Role::of, Role::wire);
    return module;
  }

  private static <T> void register(
      SimpleModule module, Class<T> type, Function<String, T> read, Function<T, String> write) {
    module.addDeserializer(
        type,
        new StdDeserializer<T>(type) {
          @Override
          public T deserialize(JsonParser parser, DeserializationContext context)
              throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
              throw new Refusal(Reason.INVALID, "json.invalid");
            }
            return read.apply(parser.getText());
          }
        });
    module.addSerializer(
        type,
        new StdSerializer<T>(type) {
          @Override
          public void serialize(T value, JsonGenerator generator, SerializerProvider provider)
              throws IOException {
            generator.writeString(write.apply(value));
          }
        });
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new Refusal(Reason.INVALID, "json.time");
    }
  }
}
