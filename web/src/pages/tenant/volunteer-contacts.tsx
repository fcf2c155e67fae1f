import Contacts from "./contacts";
import { WithGuide } from "./for-volunteers";

export default function VolunteerContacts() {
  return (
    <WithGuide choose>
      <Contacts />
    </WithGuide>
  );
}
