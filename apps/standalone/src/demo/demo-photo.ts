import sharp from 'sharp';

/** Painted small and enlarged: whoever starts the system waits for it, and soft hills look the better for it. */
const PAINTED = { width: 240, height: 160 };
const SHOWN_WIDTH = 960;
const ROWS = [0, 1, 2] as const;

type Colour = readonly [red: number, green: number, blue: number];

/** A colour of the wheel; `turn` and `light` go from 0 to 1. */
function tint(turn: number, light: number): Colour {
  const part = (shift: number) => Math.max(0, Math.min(255, 255 * (light + 0.22 * Math.cos(2 * Math.PI * (turn - shift)))));
  return [part(0), part(1 / 3), part(2 / 3)];
}

function mix(one: Colour, other: Colour, share: number): Colour {
  return [one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share, one[2] + (other[2] - one[2]) * share];
}

/** How far down the hills of a row begin at a place, from 0 to 1. */
function ridge(x: number, row: number, seed: number): number {
  return 0.34 + 0.13 * row + 0.06 * Math.sin(x * (5 + row * 2) + seed * 3 + row) + 0.03 * Math.sin(x * (13 + row * 3) + seed * 7);
}

/** Paints sky, sun and three rows of hills, column by column. */
function paint(seed: number): Buffer {
  const { width, height } = PAINTED;
  const turn = (seed * 0.618) % 1;
  const [zenith, horizon, sun] = [tint(turn, 0.75), tint(turn + 0.2, 0.62), tint(turn + 0.12, 0.9)];
  const hills = ROWS.map((row) => tint(turn + 0.45 + row * 0.04, 0.46 - row * 0.1));
  const pixels = Buffer.alloc(width * height * 3);
  for (let column = 0; column < width; column += 1) {
    const x = column / width;
    const ridges = ROWS.map((row) => ridge(x, row, seed));
    for (let line = 0; line < height; line += 1) {
      const y = line / height;
      const hill = hills[ridges.filter((top) => y > top).length - 1];
      const sky = Math.hypot(x - 0.25 - 0.5 * turn, (y - 0.2) / 1.5) < 0.06 ? sun : mix(zenith, horizon, y);
      pixels.set(hill ?? sky, (line * width + column) * 3);
    }
  }
  return pixels;
}

/** A made-up landscape as a JPEG, another for each seed: the demo ships no pictures that are somebody's. */
export function demoPhoto(seed: number): Promise<Buffer> {
  return sharp(paint(seed), { raw: { ...PAINTED, channels: 3 } }).resize({ width: SHOWN_WIDTH }).jpeg({ quality: 82 }).toBuffer();
}
