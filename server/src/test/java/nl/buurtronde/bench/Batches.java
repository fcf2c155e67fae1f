package nl.buurtronde.bench;

import java.time.Instant;
import java.util.UUID;
import nl.buurtronde.database.Columns;
import nl.buurtronde.kernel.Id;

/** What one phone sends: new observations, numbered on. */
final class Batches {
  private final UUID device = UUID.randomUUID();
  private long n;

  String next(int size) {
    String now = Columns.text(Instant.now());
    StringBuilder json =
        new StringBuilder("{\"proto\":1,\"device\":\"" + device + "\",\"epoch\":null,\"clock\":\"")
            .append(now)
            .append("\",\"mutations\":[");
    for (int i = 0; i < size; i++) {
      n++;
      json.append(i == 0 ? "" : ",")
          .append("{\"n\":").append(n)
          .append(",\"id\":\"").append(Id.next())
          .append("\",\"name\":\"observation.record\",\"entity\":\"").append(Id.next())
          .append("\",\"base\":null,\"at\":\"").append(now)
          .append("\",\"args\":{\"category\":\"lighting\",\"text\":\"De lamp bij de ingang van ")
          .append("het portiek is al een week stuk, nummer ").append(n)
          .append(".\",\"urgency\":\"later\",\"photos\":[]}}");
    }
    return json.append("]}").toString();
  }
}
