import { expect, test } from "vitest";
import { callLink, textLink } from "../src/core/texting";

test("a text message opens in the form of either kind of phone, with its words", () => {
  const text = "Hulp & één vraag?";
  const body = "body=Hulp%20%26%20%C3%A9%C3%A9n%20vraag%3F";
  expect(textLink("+31 6-1234 5678", text, false)).toBe(`sms:+31612345678?${body}`);
  expect(textLink("+31 6-1234 5678", text, true)).toBe(`sms:+31612345678&${body}`);
  expect(callLink("06-12 34 56 78")).toBe("tel:0612345678");
});
