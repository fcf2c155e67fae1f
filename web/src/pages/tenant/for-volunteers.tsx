import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { browserEnvironment } from "../../core/browser";
import { t as own } from "../../core/messages/index";
import { spoken } from "../../core/messages/language";
import { openTenant, type Tenant } from "../../core/tenant/index";
import { t } from "../../core/tenant/language";
import { Select } from "../../ui/field";
import { Loading } from "../../ui/state";
import { useCore } from "../core";
import { TenantContext } from "./context";
import "./tenant.css";

const key = "buurtronde.guide-district";

let opened: { district: string; tenant: Promise<Tenant> } | null = null;

/** A volunteer reads the same guide, of the own district; with several, of the one last chosen. */
export function WithGuide(props: { choose: boolean; children: ComponentChildren }) {
  const districts = [...(useCore().session.account.value?.districts ?? [])].sort();
  const [chosen, setChosen] = useState(() => localStorage.getItem(key));
  const district = districts.find((one) => one === chosen) ?? districts[0];
  const [tenant, setTenant] = useState<Tenant | null>(null);
  useEffect(() => {
    if (!district) return;
    let isLeft = false;
    if (opened?.district !== district) {
      const of = { district, beside: districts, language: spoken };
      opened = { district, tenant: openTenant(browserEnvironment(), of) };
      void opened.tenant.then((tenant) => tenant.start());
    }
    void opened.tenant.then((tenant) => {
      if (isLeft) return;
      setTenant(tenant);
      void tenant.refresh();
    });
    return () => void (isLeft = true);
  }, [district]);
  if (!tenant || !district) {
    return (
      <div class="page">
        <Loading label={t("shell.loading")} />
      </div>
    );
  }
  const choose = (id: string) => {
    localStorage.setItem(key, id);
    setChosen(id);
  };
  return (
    <TenantContext.Provider value={tenant}>
      {props.choose && districts.length > 1 && (
        <WhichDistrict districts={districts} chosen={district} onChoose={choose} />
      )}
      {props.children}
    </TenantContext.Provider>
  );
}

function WhichDistrict(props: {
  districts: string[];
  chosen: string;
  onChoose: (district: string) => void;
}) {
  const { districts } = useCore().places;
  const options = districts.value
    .filter(({ id }) => props.districts.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div class="guide-of">
      <Select
        label={own("home.guide-of")}
        value={props.chosen}
        options={options}
        onChange={props.onChoose}
      />
    </div>
  );
}
