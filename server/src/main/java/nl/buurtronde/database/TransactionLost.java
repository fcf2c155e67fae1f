package nl.buurtronde.database;

/** Not one piece but everything in the open transaction is gone: nobody may go on in it. */
public final class TransactionLost extends RuntimeException {
  TransactionLost(Throwable cause) {
    super("The transaction was rolled back by SQLite", cause);
  }
}
