package nl.buurtronde.sync;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which photos an account's records name that have not come in; the observation room tells. */
public interface MissingPhotos {
  List<String> of(Handle handle, UUID account);
}
