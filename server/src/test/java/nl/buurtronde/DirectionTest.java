package nl.buurtronde;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectionTest {
  /** A room may use only those before it. */
  private static final List<String> ORDER =
      List.of(
          "kernel", "database", "http", "audit", "sync", "place", "category", "account", "notice",
          "round", "oncall", "photo", "guide", "poster", "observation", "concern", "report", "demo");

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("nl.buurtronde");

  @Test
  void a_room_uses_only_rooms_before_it() {
    assertFalse(PROGRAM.isEmpty());
    for (int i = 0; i < ORDER.size(); i++) {
      String[] later =
          ORDER.subList(i + 1, ORDER.size()).stream().map(DirectionTest::in).toArray(String[]::new);
      if (later.length > 0) {
        noClasses()
            .that()
            .resideInAPackage(in(ORDER.get(i)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(later)
            .allowEmptyShould(true)
            .check(PROGRAM);
      }
    }
  }

  @Test
  void every_room_stands_in_the_order() {
    classes()
        .that()
        .resideInAPackage("nl.buurtronde.*..")
        .should()
        .resideInAnyPackage(ORDER.stream().map(DirectionTest::in).toArray(String[]::new))
        .check(PROGRAM);
  }

  @Test
  void the_kernel_uses_only_java() {
    classes()
        .that()
        .resideInAPackage("nl.buurtronde.kernel..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "nl.buurtronde.kernel..")
        .check(PROGRAM);
  }

  @Test
  void sql_is_run_only_where_it_is_written() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Routes")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.jdbi..")
        .check(PROGRAM);
  }

  private static String in(String room) {
    return "nl.buurtronde." + room + "..";
  }
}
