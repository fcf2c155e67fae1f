package nl.buurtronde.notice;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.function.IntFunction;

/** Posts to somebody else's server: bounded, following nobody, and reading no answer but its status. */
final class Web {
  private final HttpClient client;
  private final Limits limits;

  Web(Limits limits) {
    this.limits = limits;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(limits.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  Receipt post(HttpRequest.Builder request, IntFunction<Receipt> judge)
      throws InterruptedException {
    try {
      // Done when the headers are in: a body that never ends holds nothing up.
      HttpResponse<java.io.InputStream> response =
          client.send(request.timeout(limits.whole()).build(), BodyHandlers.ofInputStream());
      response.body().close();
      return judge.apply(response.statusCode());
    } catch (HttpConnectTimeoutException e) {
      return Receipt.down("connect timeout");
    } catch (HttpTimeoutException e) {
      return Receipt.down("timeout");
    } catch (ConnectException e) {
      return Receipt.down("no connection");
    } catch (IOException e) {
      return Receipt.down("broken connection");
    }
  }
}
