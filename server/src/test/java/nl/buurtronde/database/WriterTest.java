package nl.buurtronde.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {
  @TempDir Path folder;
  private final CountDownLatch busy = new CountDownLatch(1);
  private Writer writer;

  @BeforeEach
  void open() {
    writer = new Writer(Jdbi.create("jdbc:sqlite:" + folder.resolve("w.db")), changed -> {}, 2);
    writer.submit(handle -> handle.execute("CREATE TABLE word (text TEXT)"));
  }

  @AfterEach
  void close() {
    busy.countDown();
    writer.close();
  }

  @Test
  void who_finds_the_queue_full_is_asked_to_come_back() throws Exception {
    keepBusy();
    submit(handle -> 1);
    submit(handle -> 2);
    FutureTask<Object> third = new FutureTask<>(() -> writer.submit(handle -> 3));
    new Thread(third).start();
    Refusal refusal = assertInstanceOf(Refusal.class, failure(third));
    assertEquals(Reason.UNAVAILABLE, refusal.reason());
    assertEquals("storage.busy", refusal.key());
  }

  @Test
  void a_refusal_says_nothing_when_what_it_rested_on_was_lost() throws Exception {
    keepBusy();
    var refused =
        submit(
            handle -> {
              throw new Refusal(Reason.CONFLICT, "account.name.taken");
            });
    var fatal = submit(handle -> handle.execute("ROLLBACK"));
    busy.countDown();
    assertEquals(failure(fatal), failure(refused));
  }

  // Returns when the writer is at it, so that what follows waits in the queue.
  private void keepBusy() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    submit(
        handle -> {
          begun.countDown();
          try {
            busy.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return null;
        });
    begun.await();
  }

  private FutureTask<Object> submit(HandleFunction<Object> work) {
    FutureTask<Object> task = new FutureTask<>(() -> writer.submit(work));
    Thread thread = new Thread(task);
    thread.start();
    while (!task.isDone() && thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return task;
  }

  private static Throwable failure(FutureTask<Object> task) throws InterruptedException {
    try {
      return new AssertionError("It gave " + task.get());
    } catch (java.util.concurrent.ExecutionException e) {
      return e.getCause();
    }
  }
}
