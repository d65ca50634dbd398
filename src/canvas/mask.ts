/**
 * The mask: the state of every item on the screen, one byte an item, as the shaders read it. A filter or a hover is
 * then an upload of bytes and a draw; nothing is recomputed per item in JavaScript.
 */
import type { Column } from "./columns.ts";

export class Mask {
  readonly bytes: Uint8Array;
  private version = 0;

  constructor(count: number) {
    this.bytes = new Uint8Array(count);
  }

  /** Says that the bytes were changed; the texture follows at the next draw. */
  touch(): void {
    this.version++;
  }

  get column(): Column {
    return { name: "u_state", size: 1, data: this.bytes, version: this.version };
  }
}

/** GLSL: the state of an item: 0 hidden, 1 ghost, 2 shown, 3 emphasised. */
export const MASK_GLSL = /* glsl */ `
uniform highp sampler2D u_state;

int stateOf(int item) {
  return int(look(u_state, item).r * 255.0 + 0.5);
}
`;
