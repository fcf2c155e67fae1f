package nl.buurtronde.http;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/** Which network a request comes from: an IPv4 address, or the /64 of an IPv6 address. */
public final class Network {
  private final String proxy;

  /**
   * @param proxy the one address whose X-Forwarded-For is believed, or empty for none
   */
  public Network(String proxy) {
    this.proxy = proxy;
  }

  public String of(Context ctx) {
    String peer = ctx.req().getRemoteAddr();
    if (!peer.equals(proxy)) {
      return network(peer);
    }
    // The last hop is the one our own proxy wrote, be it on a line of its own; the ones before it
    // are anybody's claim.
    List<String> lines = Collections.list(ctx.req().getHeaders("X-Forwarded-For"));
    if (lines.isEmpty()) {
      return network(peer);
    }
    String[] hops = lines.get(lines.size() - 1).split(",", -1);
    return network(hops[hops.length - 1].trim());
  }

  private static String network(String address) {
    if (!address.matches("[0-9a-fA-F:.\\[\\]%]{2,60}")) {
      return "unknown";
    }
    try {
      InetAddress parsed = InetAddress.getByName(address);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8))
          : parsed.getHostAddress();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
