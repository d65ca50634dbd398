// Runs in every page that is compared, before its own code: notes when frames are handed to WebGL, alike for all.
// Plain JavaScript, since it is handed to the browser as it stands. Types are in `visit.ts`.
{
  const DRAWS = ["drawArrays", "drawArraysInstanced", "drawElements", "drawElementsInstanced"];
  const UPLOADS = ["bufferData", "bufferSubData", "texImage2D", "texSubImage2D"];
  /** A pause of the main thread shorter than this, in milliseconds, is waiting; a longer one is work. */
  const PAUSE = 0.25;

  const contexts = new Set();
  /** Contexts that the frame at work has drawn to. */
  const drawn = new Set();
  /** When the last draw call of the frame at work returned. */
  let last = 0;
  /** Whether data went to the graphics card since the last click. */
  let uploaded = false;
  let shown;
  let changed;

  const after = (prototype, names, note) => {
    for (const name of names) {
      const native = prototype[name];
      prototype[name] = function (...values) {
        const result = native.apply(this, values);
        note(this);
        return result;
      };
    }
  };

  after(WebGL2RenderingContext.prototype, DRAWS, (gl) => {
    contexts.add(gl);
    // All that is drawn in one go is a frame; it ends when the page's code has come to its end.
    if (drawn.size === 0) queueMicrotask(endFrame);
    drawn.add(gl);
    last = performance.now();
  });
  after(WebGL2RenderingContext.prototype, UPLOADS, () => {
    uploaded = true;
  });
  // Labels belong to the frame.
  after(CanvasRenderingContext2D.prototype, ["fillText", "strokeText"], () => {
    if (drawn.size > 0) last = performance.now();
  });

  function endFrame() {
    bench.frames++;
    if (shown && [...drawn].some(hasPicture)) {
      shown(last);
      shown = undefined;
    }
    drawn.clear();
    if (uploaded) changed?.(last);
  }

  /** Reads what is on the screen: more than one colour. */
  function hasPicture(gl) {
    const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
    const pixels = new Uint32Array(width * height);
    read(gl, width, height, new Uint8Array(pixels.buffer));
    return pixels.some((pixel) => pixel !== pixels[0]);
  }

  function read(gl, width, height, bytes) {
    const target = gl.getParameter(gl.FRAMEBUFFER_BINDING);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
    gl.bindFramebuffer(gl.FRAMEBUFFER, target);
  }

  const bench = {
    frames: 0,
    first: new Promise((resolve) => {
      shown = resolve;
    }),
    /** Clicks an element; resolves once the frame with the change is drawn. */
    click(element) {
      uploaded = false;
      return new Promise((resolve) => {
        // Messages to itself run whenever the main thread has nothing better to do: their gaps are the page's work.
        const { port1, port2 } = new MessageChannel();
        let waited = 0;
        let before = 0;
        port1.onmessage = () => {
          const now = performance.now();
          if (now - before < PAUSE) waited += now - before;
          before = now;
          port2.postMessage(0);
        };
        const start = performance.now();
        changed = (end) => {
          changed = undefined;
          port1.close();
          resolve({ passed: end - start, work: end - start - waited });
        };
        element.click();
        before = start;
        port2.postMessage(0);
      });
    },
    /** Waits until the graphics card (here the processor) has done what it was given. */
    async drain() {
      for (const gl of contexts) read(gl, 1, 1, new Uint8Array(4));
      for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
    },
  };
  window.bench = bench;
}
