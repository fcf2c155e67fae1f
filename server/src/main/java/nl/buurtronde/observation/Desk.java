package nl.buurtronde.observation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import org.jdbi.v3.core.Handle;

/**
 * One thing the office does with one thing that was sent to it, in the transaction that saves it.
 * The verbs are the same for all that is followed up, and each may be repeated.
 */
public abstract class Desk {
  protected final Handle handle;
  protected final UUID by;
  protected final Instant now;
  protected final ObjectNode detail = JsonNodeFactory.instance.objectNode();
  private final Conversation conversation;
  private final UUID about;
  private Message said;

  /** @param by who does it: somebody of the office, or who sent it and replies */
  protected Desk(Handle handle, Conversation conversation, UUID about, UUID by, Instant now) {
    this.handle = handle;
    this.conversation = conversation;
    this.about = about;
    this.by = by;
    this.now = now;
  }

  /** Where it stands for everybody. */
  protected abstract Progress progress();

  /** Whose turn it is as the office left it. */
  protected Awaits awaits() {
    return progress().awaits();
  }

  /** Who is asked by a question. */
  protected abstract Awaits sender();

  protected abstract void handle(Progress next);

  /** Writes what became of it, and a line in its history. */
  protected abstract void save(String event);

  /** What was said by it that was not said before. */
  public final Optional<Message> said() {
    return Optional.ofNullable(said);
  }

  /** Tells who sent it that somebody of the office has seen it. */
  public final void acknowledge() {
    State state = progress().state();
    boolean isNew = state == State.NEW;
    boolean answered = state == State.CLOSED || state == State.ANSWERED;
    boolean waits = answered && progress().awaits() == Awaits.OFFICE;
    if (!isNew && progress().review() == null && !waits) {
      return;
    }
    if (isNew) {
      add(Message.ACKNOWLEDGEMENT, Id.next(), "");
      to("acknowledged", State.ACKNOWLEDGED, Awaits.OFFICE);
    } else {
      to("acknowledged", state, answered ? Awaits.NOBODY : awaits());
    }
  }

  /** Answers; what is closed stays closed. */
  public final void answer(UUID message, String words) {
    if (add(Message.ANSWER, message, words)) {
      to("answered", isClosed() ? State.CLOSED : State.ANSWERED, Awaits.NOBODY);
    }
  }

  /** Asks who sent it something. */
  public final void ask(UUID message, String words) {
    if (add(Message.QUESTION, message, words)) {
      if (isClosed()) {
        throw new Refusal(Reason.CONFLICT, "observation.closed");
      }
      to("asked", State.ASKED, sender());
    }
  }

  public final void close(String outcome, String words) {
    if (isClosed()) {
      if (!progress().outcome().equals(outcome)) {
        throw new Refusal(Reason.CONFLICT, "observation.closed.otherwise");
      }
      if (words.isBlank() || hasSaid(Message.CLOSURE, words)) {
        return;
      }
    }
    add(Message.CLOSURE, Id.next(), words);
    detail.put("outcome", outcome);
    handle(new Progress(State.CLOSED, Awaits.NOBODY, outcome, null));
    save("closed");
  }

  public final void reopen(String words) {
    if (!isClosed()) {
      if (hasSaid(Message.REOPENING, words)) {
        return;
      }
      throw new Refusal(Reason.CONFLICT, "observation.open");
    }
    add(Message.REOPENING, Id.next(), words);
    detail.put("outcome", progress().outcome());
    handle(new Progress(State.ACKNOWLEDGED, Awaits.OFFICE, null, null));
    save("reopened");
  }

  /** Who sent it wrote back: it opens nothing again, but waits for the office. False when known. */
  public final boolean reply(UUID message, String words) {
    boolean fresh = add(Message.REPLY, message, words);
    if (fresh) {
      handle(progress().replied());
      save("replied");
    }
    return fresh;
  }

  private void to(String event, State state, Awaits awaits) {
    handle(handled().to(state, awaits));
    save(event);
  }

  /** What the next standing is made from. */
  protected Progress handled() {
    return progress();
  }

  private boolean isClosed() {
    return progress().state() == State.CLOSED;
  }

  // False when exactly this was said already; refuses other words under the same identifier.
  private boolean add(String kind, UUID id, String words) {
    Message message = new Message(id, about, kind, words, by, now);
    if (conversation.addMessage(handle, message)) {
      detail.put("message", id.toString());
      said = message;
      return true;
    }
    if (!conversation.findMessage(handle, id).orElseThrow().isSameAs(message)) {
      throw new Refusal(Reason.CONFLICT, "observation.message.other");
    }
    return false;
  }

  // Whether the last message of this kind said just that.
  private boolean hasSaid(String kind, String words) {
    List<Message> messages =
        conversation.listMessages(handle, List.of(about)).stream()
            .filter(message -> message.kind().equals(kind))
            .toList();
    return !messages.isEmpty() && messages.get(messages.size() - 1).text().equals(words);
  }
}
