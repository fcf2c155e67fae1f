package nl.buurtronde.notice;

/** One way out of the building. It may throw or hang: the courier bounds both. */
interface Channel {
  /** Hands it over once, without trying again: what was half sent may have arrived. */
  Receipt send(Parcel parcel) throws Exception;

  /**
   * @param subscription the browser's keys, as JSON; null for anything but a push
   */
  record Parcel(Delivery delivery, String address, String subscription) {
    @Override
    public String toString() {
      return delivery.toString();
    }
  }
}
