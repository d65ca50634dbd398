/** Draws the words on the map: numbers in the goals' discs, and names around them; where they stand is reckoned apart. */
import {
  type Labels,
  NAME_SIZE,
  type PlacedName,
  type PlacedNumber,
  placeLabels,
  type Scene,
} from "../../graph/labels.ts";

export interface LabelStyle {
  ink: string;
  quiet: string;
  ground: string;
  font: string;
}

/** Draws all labels of a scene. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  labels: Labels,
  style: LabelStyle,
  scene: Omit<Scene, "measure">,
): void {
  context.clearRect(0, 0, scene.width, scene.height);
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const fonts = [400, 600].map((weight) => `${weight} ${NAME_SIZE}px ${style.font}`);
  const measure = (text: string, bold: boolean) => widthOf(context, fonts[Number(bold)], text);
  const { numbers, names } = placeLabels(labels, { ...scene, measure });
  for (const number of numbers) drawNumber(context, number, style);
  context.textAlign = "left";
  context.lineWidth = 3.5;
  for (const name of names) drawName(context, name, fonts[Number(name.bold)], style);
}

function drawNumber(context: CanvasRenderingContext2D, number: PlacedNumber, style: LabelStyle): void {
  context.font = `600 ${number.size}px ${style.font}`;
  context.textAlign = "center";
  context.fillStyle = number.quiet ? style.quiet : (number.onColor ?? style.ink);
  context.fillText(number.text, number.x, number.y);
}

/** A name stands on a seam of the ground's colour, so that lines under it don't cross it. */
function drawName(
  context: CanvasRenderingContext2D,
  { text, x, y }: PlacedName,
  font: string,
  style: LabelStyle,
): void {
  context.font = font;
  context.strokeStyle = style.ground;
  context.strokeText(text, x, y);
  context.fillStyle = style.ink;
  context.fillText(text, x, y);
}

/** Widths of single characters, by font. Texts are many and new at each filter, their characters few. */
const ADVANCES = new Map<string, Map<string, number>>();

/** The width of a text as the sum of its characters'; pairs that are set closer make it a little narrower. */
function widthOf(context: CanvasRenderingContext2D, font: string, text: string): number {
  let advances = ADVANCES.get(font);
  if (!advances) {
    advances = new Map();
    ADVANCES.set(font, advances);
  }
  let width = 0;
  for (const character of text) {
    // Han characters are all of one width.
    const like = character >= "\u4e00" && character <= "\u9fff" ? "\u4e00" : character;
    let advance = advances.get(like);
    if (advance === undefined) {
      context.font = font;
      advance = context.measureText(like).width;
      advances.set(like, advance);
    }
    width += advance;
  }
  return width;
}
