package nl.buurtronde.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same pages as in the worker's own test: a topic it does not know opens nothing. */
class TopicTest {
  private static final String ID = "0190a000-0000-7000-8000-000000000001";

  @Test
  void server_and_worker_know_the_same_topics_and_open_the_same_pages() throws IOException {
    Map<String, String> pages = new HashMap<>();
    for (Topic topic : Topic.values()) {
      if (topic.path(ID) != null) {
        pages.put(topic.wire(), topic.path(ID));
      }
    }
    pages.put(Topic.PRACTICE, Topic.ALARM.path(ID));
    Map<String, String> known =
        new ObjectMapper()
            .readValue(
                new File("web/test/core/push-topics.json"),
                new TypeReference<Map<String, String>>() {});
    assertEquals(known, pages);
  }

  @Test
  void a_topic_without_an_id_opens_the_list_it_would_stand_in() {
    assertEquals("/round", Topic.PAIR.path(null));
    assertEquals(null, Topic.CODE.path("482913"));
  }
}
