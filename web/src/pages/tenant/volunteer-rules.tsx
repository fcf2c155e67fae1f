import { WithGuide } from "./for-volunteers";
import Rule from "./rule";
import Rules from "./rules";

/** The rules at hand during a round, or one of them to show at a door. */
export default function VolunteerRules({ id }: { id?: string | undefined }) {
  return <WithGuide choose={!id}>{id ? <Rule id={id} /> : <Rules />}</WithGuide>;
}
