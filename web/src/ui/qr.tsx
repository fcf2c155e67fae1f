const QUIET = 4;

/** A QR code from rows of 0 and 1. Always dark on white, whatever the theme: cameras want it so. */
export function Qr({ rows, label }: { rows: string[]; label: string }) {
  const size = rows.length + 2 * QUIET;
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect class="qr-light" width={size} height={size} />
      <path class="qr-dark" d={qrPath(rows)} />
    </svg>
  );
}

/** One rectangle per run of dark modules. */
export function qrPath(rows: string[]): string {
  return rows
    .map((row, y) =>
      Array.from(row.matchAll(/1+/g), (run) => {
        const length = run[0].length;
        return `M${(run.index ?? 0) + QUIET} ${y + QUIET}h${length}v1h-${length}z`;
      }).join(""),
    )
    .join("");
}
