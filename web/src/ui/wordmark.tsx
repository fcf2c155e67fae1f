/** The name as one walked line; the o is the round itself, still open, with the lantern going round. */
export function Wordmark() {
  return (
    <svg class="wordmark" viewBox="-3 1 243 42" role="img" aria-label="Buurtronde">
      <path
        d="M0 4V40M0 30a10 10 0 1 1 20 0a10 10 0 1 1-20 0
           M29 20v10a10 10 0 0 0 20 0V20M49 30v10
           M58 20v10a10 10 0 0 0 20 0V20M78 30v10
           M87 40V20M87 30a10 10 0 0 1 9-10
           M104 11v23a6 6 0 0 0 6 6M99 20h11
           M119 40V20M119 30a10 10 0 0 1 9-10
           M164 40V20M164 30a10 10 0 0 1 20 0V40
           M213 4V40M213 30a10 10 0 1 0-20 0a10 10 0 1 0 20 0
           M222.500 30H242A10 10 0 1 0 239 37"
      />
      <path class="wordmark-round" d="M143.400 19.600a10.400 10.400 0 1 0 7.800 7" />
      <circle class="wordmark-light" cx="148.700" cy="21.700" r="2.300" />
    </svg>
  );
}
