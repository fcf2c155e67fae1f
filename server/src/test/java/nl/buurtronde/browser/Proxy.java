package nl.buurtronde.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The reception: a cable to the server that can be cut and mended. Unlike the browser's own
 * "offline", it takes the service worker's network away too.
 */
public final class Proxy implements Closeable {
  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final int target;
  private volatile boolean cut;
  private volatile boolean captive;

  public Proxy(int target) {
    this.target = target;
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  public String origin() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  public void cut() {
    cut = true;
    open.forEach(Proxy::shut);
  }

  public void mend() {
    cut = false;
    captive = false;
    open.forEach(Proxy::shut);
  }

  /** From now on a hotel's welcome page answers everything, with 200. */
  public void takeCaptive() {
    captive = true;
    open.forEach(Proxy::shut);
  }

  @Override
  public void close() throws IOException {
    cut();
    listening.close();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        if (cut) {
          client.close();
        } else if (captive) {
          start(() -> welcome(client));
        } else {
          connect(client);
        }
      } catch (IOException e) {
        // A closed listener ends the loop; a refused server is what a cut cable looks like.
      }
    }
  }

  private void welcome(Socket client) {
    open.add(client);
    try (client;
        OutputStream out = client.getOutputStream()) {
      InputStream in = client.getInputStream();
      in.read(new byte[16 * 1024]);
      byte[] page = "<html><h1>Welkom in ons hotel</h1></html>".getBytes(UTF_8);
      String head =
          "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: ";
      out.write((head + page.length + "\r\n\r\n").getBytes(UTF_8));
      out.write(page);
      out.flush();
      client.shutdownOutput();
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The guest left.
    } finally {
      open.remove(client);
    }
  }

  private void connect(Socket client) throws IOException {
    Socket server;
    try {
      server = new Socket(InetAddress.getLoopbackAddress(), target);
    } catch (IOException e) {
      client.close();
      throw e;
    }
    open.add(client);
    open.add(server);
    if (cut) {
      shut(client);
      shut(server);
    }
    start(() -> copy(client, server));
    start(() -> copy(server, client));
  }

  private void copy(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] buffer = new byte[16 * 1024];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // The other side hung up.
    } finally {
      open.remove(from);
      shut(to);
    }
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
