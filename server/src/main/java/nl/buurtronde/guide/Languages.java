package nl.buurtronde.guide;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Actor;
import org.jdbi.v3.core.Handle;

/** In which languages the tenants' part speaks, and which of them a native reader has read. */
public final class Languages {
  /** One language as tenants and staff are told. */
  record Value(Language code, boolean checked) {}

  private final Database database;
  private final Audit audit;

  Languages(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  public void setChecked(Actor actor, Language language, boolean checked) {
    Authority.requireSetup(actor);
    Words.require(language != Language.NL || checked, "guide.language.dutch");
    database.write(
        handle -> {
          handle.attach(GuideDao.class).setChecked(language.wire(), checked);
          String why = checked ? "checked" : "unchecked";
          audit.record(handle, actor.id(), "language.put", language.wire(), why);
          return null;
        });
  }

  List<Value> list(Handle handle) {
    Map<String, Boolean> checked =
        handle.attach(GuideDao.class).languages().stream()
            .collect(
                Collectors.toMap(GuideDao.LanguageRow::code, GuideDao.LanguageRow::checked));
    return Arrays.stream(Language.values())
        .map(language -> new Value(language, checked.getOrDefault(language.wire(), false)))
        .toList();
  }
}
