package nl.buurtronde.http;

import io.javalin.config.RoutesConfig;

/** The routes of one room. */
public interface Routes {
  void add(RoutesConfig routes);
}
