/** Pictures: a figure in its frame, as SVG or drawn by the browser as PNG. */
import type { Figure } from "../../graph/figure.ts";
import { frameFigure } from "../../graph/frame.ts";
import { factsNow, factText } from "./facts.ts";
import { fileName, save } from "./save.ts";
import { words } from "./words.ts";

/** Pixels of the PNG for one of the drawing. */
const SCALE = 2;
/** What browsers can draw on: the longer side, and the area in pixels. */
const LONGEST = 16_384;
const LARGEST = 64_000_000;

export type PictureMaker = () => Figure | Promise<Figure>;

/** Saves a figure as SVG; gives the file's name. */
export async function saveSvg(name: string, figure: PictureMaker): Promise<string> {
  return save(fileName([name], "svg"), svgBlob(await framed(figure)));
}

/** Saves a figure as PNG; gives the file's name. */
export async function savePng(name: string, figure: PictureMaker): Promise<string> {
  return save(fileName([name], "png"), await rasterise(await framed(figure)));
}

async function framed(figure: PictureMaker): Promise<string> {
  const { title, question, selected, source, language } = factsNow();
  const caption = { title, question, language, selected: selected.map(factText), source: source.map(factText) };
  return frameFigure(await figure(), caption);
}

const svgBlob = (svg: string): Blob => new Blob([svg], { type: "image/svg+xml" });

async function rasterise(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(svgBlob(svg));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const scale = Math.min(SCALE, LONGEST / Math.max(width, height), Math.sqrt(LARGEST / (width * height)));
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor(width * scale);
    canvas.height = Math.floor(height * scale);
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await pngOf(canvas);
  } finally {
    URL.revokeObjectURL(url);
  }
}

const pngOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(words.value.noCanvas))), "image/png");
  });
