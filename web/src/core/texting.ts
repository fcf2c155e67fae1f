/** Apple's phones want the text after `&`, the others after `?`. */
export function textLink(number: string, text: string, isApple: boolean): string {
  return `sms:${digits(number)}${isApple ? "&" : "?"}body=${encodeURIComponent(text)}`;
}

export function callLink(number: string): string {
  return `tel:${digits(number)}`;
}

function digits(number: string): string {
  return number.replace(/[^\d+]/g, "");
}
