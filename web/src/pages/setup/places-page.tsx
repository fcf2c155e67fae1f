import type { Complex, District } from "../../core/values";
import { List, More } from "../../ui/list";
import { OutlineMap } from "../../ui/outline-map";
import type { Geometry } from "../../ui/outline";
import { Page } from "../../ui/page";
import { EmptyState, Loading } from "../../ui/state";
import { Frame, SetupNav } from "../staff/frame";
import { useLoaded } from "../staff/loaded";
import { useOffice } from "../staff/office";
import { Problem } from "../staff/problem";
import { st } from "../staff/words";
import { Columns } from "./columns";
import { COMPLEXES_EXAMPLE, DISTRICTS_EXAMPLE } from "./examples";
import { ImportPanel } from "./import-panel";
import "./setup.css";

const CSV = ".csv,text/csv,text/plain";

/** Districts and complexes come from the association's own files. */
export default function PlacesPage() {
  const office = useOffice();
  const { value, problem, load } = useLoaded(async () => {
    await office.loadPlaces();
    return true;
  });
  const districts = office.districts.value;
  return (
    <Frame>
      <Page wide title={st("places.title")} under={<SetupNav />}>
        <p class="soft">{st("places.intro")}</p>
        <Problem problem={problem.value} again={() => void load()} />
        <div class="split">
          <section class="stack-wide" aria-labelledby="districts">
            <h2 id="districts">{st("places.districts")}</h2>
            {value.value === null && problem.value === null && (
              <Loading label={st("staff.loading")} />
            )}
            {value.value !== null && districts.length === 0 && (
              <EmptyState icon="map" title={st("places.noDistricts")}>
                <p>{st("places.noDistrictsText")}</p>
              </EmptyState>
            )}
            <ul class="cards">
              {districts.map((district) => (
                <li key={district.id}>
                  <DistrictCard district={district} complexes={office.complexes.value} />
                </li>
              ))}
            </ul>
          </section>
          <div class="stack-wide">
            <ImportPanel
              kind="districts"
              title={st("places.importDistricts")}
              accept=".geojson,.json,application/geo+json,application/json"
              example={{
                name: "wijken.geojson",
                type: "application/geo+json",
                text: DISTRICTS_EXAMPLE,
              }}
              onImported={load}
            >
              <p>{st("places.districtsHelp")}</p>
            </ImportPanel>
            <ImportPanel
              kind="complexes"
              title={st("places.importComplexes")}
              accept={CSV}
              example={{ name: "complexen.csv", type: "text/csv", text: COMPLEXES_EXAMPLE }}
              onImported={load}
            >
              <p>{st("places.complexesHelp")}</p>
              <Columns
                room="places"
                must={["code", "name", "district"]}
                may={["street", "numbers", "postcode", "lat", "lon", "caretaker"]}
              />
            </ImportPanel>
          </div>
        </div>
      </Page>
    </Frame>
  );
}

function DistrictCard(props: { district: District; complexes: Complex[] }) {
  const { district } = props;
  const own = props.complexes.filter((complex) => complex.district === district.id);
  return (
    <article class="card stack">
      <h3 dir="auto">{district.name}</h3>
      {district.outline ? (
        <div class="district-map">
          <OutlineMap
            label={st("places.map", { name: district.name })}
            outline={district.outline as Geometry}
            points={own.flatMap(({ lat, lon }) =>
              lat !== null && lon !== null ? [{ lat, lon }] : [],
            )}
          />
        </div>
      ) : (
        <p class="soft">{st("places.noOutline")}</p>
      )}
      {own.length === 0 ? (
        <p class="soft">{st("places.noComplexes")}</p>
      ) : (
        <More icon="office" title={st("places.count", { count: own.length })}>
          <List label={st("places.caption", { name: district.name })}>
            {own.map((complex) => (
              <li key={complex.id} class="complex">
                <p class="complex-name">
                  <strong dir="auto">{complex.name}</strong> <bdi class="soft">{complex.code}</bdi>
                </p>
                <p class="small" dir="auto">
                  {complex.street} {complex.numbers}
                  {complex.postcode && `, ${complex.postcode}`}
                </p>
                {complex.caretaker && (
                  <p class="small soft">{st("desk.caretaker", { name: complex.caretaker })}</p>
                )}
              </li>
            ))}
          </List>
        </More>
      )}
    </article>
  );
}
