import { useSignal } from "@preact/signals";
import { reorder } from "../../core/setup";
import type { Category } from "../../core/values";
import { Button } from "../../ui/button";
import { Chip } from "../../ui/chip";
import { Icon } from "../../ui/icon";
import { announce } from "../../ui/live";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { EmptyState, Loading } from "../../ui/state";
import { useTask } from "../task";
import { Frame, SetupNav } from "../staff/frame";
import { useLoaded } from "../staff/loaded";
import { useOffice } from "../staff/office";
import { Problem } from "../staff/problem";
import { st } from "../staff/words";
import { CategoryDialog } from "./category-dialog";
import { Columns } from "./columns";
import { CATEGORIES_EXAMPLE } from "./examples";
import { ImportPanel } from "./import-panel";
import "./setup.css";

/** What a volunteer may choose from, in the order in which it is shown. */
export default function CategoriesPage() {
  const office = useOffice();
  const task = useTask();
  const editing = useSignal<Category | null>(null);
  const { value, problem, load } = useLoaded(() => office.setup.categories());
  const all = [...(value.value ?? [])].sort((one, other) => one.position - other.position);

  const add = () => {
    const position = Math.max(0, ...all.map((one) => one.position)) + 1;
    editing.value = { key: "", label: "", icon: "other", position, active: true };
  };
  const move = (category: Category, step: 1 | -1) =>
    task.run(async () => {
      try {
        for (const changed of reorder(all, category.key, step))
          await office.setup.changeCategory(changed);
      } finally {
        await load();
      }
      const n = all.findIndex((one) => one.key === category.key) + 1 + step;
      announce(st("categories.moved", { name: category.label, n }));
    });
  return (
    <Frame>
      <Page wide title={st("categories.title")} under={<SetupNav />}>
        <p class="soft">{st("categories.intro")}</p>
        <Problem problem={problem.value} again={() => void load()} />
        {task.error && (
          <Notice kind="error">
            <p>{task.error}</p>
          </Notice>
        )}
        <div class="split">
          <section class="stack" aria-label={st("categories.order")}>
            {value.value === null && problem.value === null && (
              <Loading label={st("staff.loading")} />
            )}
            {value.value !== null && all.length === 0 && (
              <EmptyState icon="list" title={st("categories.empty")}>
                <p>{st("categories.emptyText")}</p>
              </EmptyState>
            )}
            {value.value !== null && (
              <div>
                <Button icon="plus" onClick={add}>
                  {st("categories.add")}
                </Button>
              </div>
            )}
            <ol class="list">
              {all.map((category, index) => (
                <li key={category.key} class="category">
                  <Icon name={category.icon} />
                  <span>
                    <strong dir="auto">{category.label}</strong>
                    {!category.active && (
                      <Chip icon="eye-off">{st("categories.inactive")}</Chip>
                    )}
                  </span>
                  <span class="category-actions">
                    <Button
                      icon="up"
                      kind="quiet"
                      label={st("categories.up", { name: category.label })}
                      idle={index === 0}
                      onClick={() => void move(category, -1)}
                    />
                    <Button
                      icon="down"
                      kind="quiet"
                      label={st("categories.down", { name: category.label })}
                      idle={index === all.length - 1}
                      onClick={() => void move(category, 1)}
                    />
                    <Button
                      label={st("categories.editName", { name: category.label })}
                      onClick={() => (editing.value = category)}
                    >
                      {st("categories.edit")}
                    </Button>
                  </span>
                </li>
              ))}
            </ol>
          </section>
          <ImportPanel
            kind="categories"
            title={st("categories.import")}
            accept=".json,application/json"
            example={{
              name: "onderwerpen.json",
              type: "application/json",
              text: CATEGORIES_EXAMPLE,
            }}
            onImported={load}
          >
            <p>{st("categories.help")}</p>
            <Columns
              room="categories"
              must={["key", "label"]}
              may={["icon", "position", "active"]}
            />
          </ImportPanel>
        </div>
      </Page>
      {editing.value && (
        <CategoryDialog
          category={editing.value}
          all={all}
          onClose={() => (editing.value = null)}
          onSaved={async () => {
            editing.value = null;
            announce(st("staff.saved"));
            await load();
          }}
        />
      )}
    </Frame>
  );
}
