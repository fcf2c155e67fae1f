package nl.buurtronde.http;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pac4j.javalin.JavalinWebContext;

/**
 * What pac4j may see of a request: not its body. Looking for a form parameter would read it, of any
 * type and in full, before the route that it is for.
 */
final class BodilessContext extends JavalinWebContext {
  BodilessContext(Context ctx) {
    super(ctx);
  }

  @Override
  public Optional<String> getRequestParameter(String name) {
    return Optional.ofNullable(getContext().queryParam(name));
  }

  @Override
  public Map<String, String[]> getRequestParameters() {
    Map<String, String[]> parameters = new HashMap<>();
    Map<String, List<String>> query = getContext().queryParamMap();
    query.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
    return parameters;
  }
}
