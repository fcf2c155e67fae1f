package nl.buurtronde.observation;

import java.util.List;

/** What people try who hope that a value becomes SQL. */
final class Vectors {
  static final List<String> SQL =
      List.of(
          "' OR '1'='1",
          "' OR 1=1 --",
          "' OR 1=1 /*",
          "\" OR \"\"=\"",
          "') OR ('1'='1",
          "')) OR 1=1 --",
          "1 OR 1=1",
          "1; DROP TABLE observation",
          "'; DROP TABLE observation; --",
          "'; UPDATE observation SET text = 'hacked'; --",
          "'; DELETE FROM observation WHERE '1'='1",
          "x' UNION SELECT password FROM account --",
          "x' UNION ALL SELECT NULL, NULL, NULL --",
          "x') UNION SELECT id FROM session --",
          "' AND (SELECT COUNT(*) FROM account) > 0 --",
          "' AND randomblob(1000000000) --",
          "' AND load_extension('x') --",
          "' || (SELECT token_hash FROM session LIMIT 1) || '",
          "%' ESCAPE '' OR text LIKE '%",
          "%' OR text LIKE '%",
          "%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%",
          "________________________________",
          "~%",
          "~~%~_",
          "\\' OR 1=1 --",
          "\\%\\_\\\\",
          "<districts>",
          "<where>",
          ":me",
          ":q :me :limit",
          "?",
          "?1",
          "@me",
          "$me",
          "${me}",
          "{me}",
          "\0' OR 1=1 --",
          "\u02bc OR 1=1 --",
          "\uff07 OR 1=1 --",
          "0x27 OR 1=1",
          "CHAR(39)||CHAR(32)",
          "text MATCH 'x*'",
          "NEAR(\"a\" \"b\", 10)",
          "\"\"\"",
          "ATTACH DATABASE '/tmp/x.db' AS x",
          "PRAGMA writable_schema = 1",
          "id; SELECT 1",
          "received_at DESC; --",
          "(SELECT 1)",
          "NULL",
          "-1 OFFSET 0");

  private Vectors() {}
}
