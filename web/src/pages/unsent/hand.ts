/** Gives a file to the phone's own share sheet, else to its downloads. False when the reader gave up. */
export async function hand(blob: Blob, name: string): Promise<boolean> {
  const file = new File([blob], name, { type: "application/json" });
  if (matchMedia("(pointer: coarse)").matches && navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] });
      return true;
    } catch (problem) {
      if ((problem as Error).name === "AbortError") return false;
      // a share sheet that cannot take files: download it instead
    }
  }
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return true;
}
