import { useEffect, useState } from "preact/hooks";
import { t } from "../../core/messages/index";
import { moment } from "../../core/messages/moment";
import { Button } from "../../ui/button";
import { Confirm } from "../confirm";
import { useCore } from "../core";

interface OwnPhone {
  id: string;
  name: string;
  lastSeenAt: string;
}

/** The other phones of this account, to be shut out by who lost one. Shown when there are any. */
export function Phones() {
  const core = useCore();
  const [others, setOthers] = useState<OwnPhone[]>([]);
  const [asking, setAsking] = useState<OwnPhone | null>(null);
  const load = async () => {
    const all = await core.ask<OwnPhone[]>("GET", "/api/devices");
    setOthers(all.filter((phone) => phone.id !== core.device.value));
  };
  // Without a connection nothing can be shut out: then there is nothing to show either.
  useEffect(() => void load().catch(() => {}), []);
  const shutOut = async (phone: OwnPhone) => {
    await core.ask("POST", `/api/devices/${phone.id}/revocation`);
    await load();
  };
  if (others.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t("settings.phones")}</h2>
      <ul class="stack">
        {others.map((phone) => (
          <li key={phone.id} class="stack">
            <p>
              <bdi>{phone.name || t("settings.phone")}</bdi>
              <br />
              <span class="small">
                {t("settings.phone-seen", { moment: moment(phone.lastSeenAt) })}
              </span>
            </p>
            <Button icon="exit" onClick={() => setAsking(phone)}>
              {t("settings.shut-out")}
            </Button>
          </li>
        ))}
      </ul>
      <Confirm
        title={t("settings.shut-out-title")}
        open={asking !== null}
        yes={t("settings.shut-out")}
        icon="exit"
        wide
        onYes={async () => asking && shutOut(asking)}
        onClose={() => setAsking(null)}
      >
        <p>{t("settings.shut-out-what")}</p>
      </Confirm>
    </section>
  );
}
