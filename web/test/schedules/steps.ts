import type { Core, Item } from "../../src/core/index";
import type { Dice } from "./dice";
import type { Wish } from "./ledger";
import type { Phone } from "./phone";
import { sha256, unlike } from "./picture";
import type { World } from "./world";

/** What a volunteer does with a phone. Each draws its own details. */
export class Steps {
  constructor(
    private readonly world: World,
    private readonly dice: Dice,
  ) {}

  async record(phone: Phone): Promise<void> {
    const { drafts } = phone.core;
    const text = this.world.word("text");
    let id = "";
    const photos: string[] = [];
    const done = await phone.live(
      (async () => {
        id = (await drafts.start()).id;
        phone.drafts.set(id, ["", text]);
        const urgency = this.dice.pick(["later", "soon", "now"] as const);
        await drafts.change(id, { category: this.world.word("category"), text, urgency });
        phone.drafts.set(id, [text]);
        for (let left = this.dice.pick([0, 0, 0, 1, 1, 2]); left > 0; left--) {
          photos.push(await this.photograph(drafts, id));
        }
      })(),
    );
    if (!done) return;
    if (this.dice.chance(0.15)) return;
    await this.save(phone, id, photos);
  }

  /** Goes on with a draft that was left lying. */
  async resume(phone: Phone): Promise<void> {
    const draft = this.dice.pick([...phone.core.drafts.items.value, null]);
    if (!draft) return;
    if (!draft.category || this.dice.chance(0.3)) {
      phone.drafts.delete(draft.id);
      await phone.live(phone.core.drafts.discard(draft.id));
      return;
    }
    const photos = draft.photos.filter((photo) => photo.kept).map((photo) => photo.sha256);
    await this.save(phone, draft.id, photos);
  }

  async amend(phone: Phone): Promise<void> {
    const item = this.item(phone);
    if (!item) return;
    const text = this.world.word("text");
    const category = this.world.word("category");
    const args = this.dice.pick([{ text }, { text }, { category }, { text, category }]);
    await this.mutate(phone, "amend", item, args, () => phone.core.observations.amend(item.id, args));
  }

  async withdraw(phone: Phone): Promise<void> {
    const item = this.item(phone);
    if (!item || item.state === "withdrawn") return;
    await this.mutate(phone, "withdraw", item, {}, () => phone.core.observations.withdraw(item.id));
  }

  async reply(phone: Phone): Promise<void> {
    const item = this.item(phone);
    if (!item) return;
    const text = this.world.word("reply");
    const send = () => phone.core.observations.reply(item.id, text);
    await this.mutate(phone, "reply", item, { text }, send);
  }

  /** What the server cannot apply gets into the outbox by way of a file, as from another version. */
  async poison(phone: Phone): Promise<void> {
    const entity = this.item(phone)?.id ?? this.dice.id(phone.now());
    const word = this.world.word("poison");
    const kind = this.dice.pick(["urgency", "unknown", "place"] as const);
    const args = { urgency: { urgency: word }, unknown: { word }, place: { place: { lat: word } } };
    const name = kind === "unknown" ? "observation.sing" : "observation.amend";
    const at = new Date(phone.now()).toISOString();
    const id = this.dice.id(phone.now());
    const mutation = { n: 1, id, name, entity, base: null, at, args: args[kind] };
    await this.import(phone, [mutation]);
  }

  /** Everything unsent of one phone is read in on the other, as after a phone was lost. */
  async carry(from: Phone, to: Phone): Promise<void> {
    if (from === to || from.person.id !== to.person.id || from.revoked) return;
    let file = "";
    const read = async () => {
      file = await (await from.core.unsent.exportFile()).text();
    };
    if (!(await from.live(read()))) return;
    await to.live(to.core.unsent.importFile(file));
    const { drafts } = JSON.parse(file) as { drafts: { id: string; text: string }[] };
    const here = new Set(to.core.drafts.items.value.map(({ id }) => id));
    for (const { id, text } of drafts) if (here.has(id)) to.drafts.set(id, [text]);
  }

  private async import(phone: Phone, mutations: (Wish | object)[]): Promise<void> {
    const account = phone.person.id;
    const file = { format: "buurtronde-unsent", version: 1, account, mutations, drafts: [], photos: [] };
    const wishes = (mutations as Wish[]).map(({ name, entity, args }) =>
      this.world.ledger.add(phone.number, { name, entity, args }),
    );
    const done = await phone.live(phone.core.unsent.importFile(JSON.stringify(file)));
    if (done) wishes.forEach((wish) => (wish.state = "sure"));
  }

  private async photograph(drafts: Core["drafts"], id: string): Promise<string> {
    const picture = this.dice.pick(this.world.lane.pictures);
    const bytes = unlike(Buffer.from(picture.jpeg, "base64"), this.world.word("photo"));
    const sha = sha256(bytes);
    this.world.greys.set(sha, picture.greys);
    await drafts.addPhoto(id, new Blob([new Uint8Array(bytes)]));
    return sha;
  }

  private async save(phone: Phone, id: string, photos: string[]): Promise<void> {
    const mutation = { name: "observation.record", entity: id, args: {} };
    const wish = this.world.ledger.add(phone.number, mutation, photos);
    if (!(await phone.live(phone.core.drafts.save(id)))) return;
    wish.state = "sure";
    phone.drafts.delete(id);
  }

  private async mutate(
    phone: Phone,
    verb: string,
    item: Item,
    args: Record<string, unknown>,
    work: () => Promise<void>,
  ): Promise<void> {
    const mutation = { name: `observation.${verb}`, entity: item.id, args };
    const wish = this.world.ledger.add(phone.number, mutation);
    try {
      if (await phone.live(work())) wish.state = "sure";
    } catch (error) {
      // It went out of sight between looking and doing: nothing was said to be saved.
      wish.state = "dropped";
      if ((error as { code?: string }).code !== "observation.unknown") throw error;
    }
  }

  private item(phone: Phone): Item | undefined {
    const items = phone.core.observations.items.value;
    return items.length > 0 ? this.dice.pick(items) : undefined;
  }
}
