// Runs in every page that is compared, before its own code: notes when frames are handed to WebGL, alike for all.
// Plain JavaScript, since it is handed to the browser as it stands. Types are in `visit.ts`.
{
  /** The calls that draw, and which of their values says how many corners. */
  const DRAWS = { drawArrays: 2, drawArraysInstanced: 2, drawElements: 1, drawElementsInstanced: 1 };
  const UPLOADS = ["bufferData", "bufferSubData", "texImage2D", "texSubImage2D"];
  /** A pause of the main thread shorter than this, in milliseconds, is waiting; a longer one is work. */
  const PAUSE = 0.25;

  /** Contexts that the frame at work has drawn to. */
  const drawn = new Set();
  /** When the last draw call of the frame at work returned. */
  let last = 0;
  /** Whether data went to the graphics card since the last click. */
  let uploaded = false;
  /** Told when the first frame that left a picture, and the frame after a click, was handed over. */
  let pictured;
  let changed;

  const wrap = (prototype, name, before, after) => {
    const native = prototype[name];
    prototype[name] = function (...values) {
      before?.(values);
      const result = native.apply(this, values);
      after(this);
      return result;
    };
  };

  for (const [name, corners] of Object.entries(DRAWS)) {
    const lighten = (values) => {
      if (bench.light) values[corners] = 0;
    };
    wrap(WebGL2RenderingContext.prototype, name, lighten, (gl) => {
      // All that is drawn in one go is a frame; it ends when the page's code has come to its end.
      if (drawn.size === 0) queueMicrotask(endFrame);
      drawn.add(gl);
      last = performance.now();
    });
  }
  for (const name of UPLOADS) {
    wrap(WebGL2RenderingContext.prototype, name, undefined, () => {
      uploaded = true;
    });
  }
  // Labels belong to the frame.
  for (const name of ["fillText", "strokeText"]) {
    wrap(CanvasRenderingContext2D.prototype, name, undefined, () => {
      if (drawn.size > 0) last = performance.now();
    });
  }

  function endFrame() {
    bench.frames++;
    const end = last;
    if (pictured) for (const gl of drawn) whenPictured(gl, () => pictured?.(end));
    drawn.clear();
    if (uploaded) changed?.(end);
  }

  /** Looks whether there is more than one colour on the screen, without making the page wait for the answer. */
  function whenPictured(gl, say) {
    const { drawingBufferWidth: width, drawingBufferHeight: height, PIXEL_PACK_BUFFER } = gl;
    const held = [gl.getParameter(gl.FRAMEBUFFER_BINDING), gl.getParameter(gl.PIXEL_PACK_BUFFER_BINDING)];
    const copy = gl.createBuffer();
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.bindBuffer(PIXEL_PACK_BUFFER, copy);
    gl.bufferData(PIXEL_PACK_BUFFER, width * height * 4, gl.STREAM_READ);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, 0);
    const copied = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.bindFramebuffer(gl.FRAMEBUFFER, held[0]);
    gl.bindBuffer(PIXEL_PACK_BUFFER, held[1]);
    const look = () => {
      if (gl.getSyncParameter(copied, gl.SYNC_STATUS) !== gl.SIGNALED) return setTimeout(look, 20);
      const pixels = new Uint32Array(width * height);
      const before = gl.getParameter(gl.PIXEL_PACK_BUFFER_BINDING);
      gl.bindBuffer(PIXEL_PACK_BUFFER, copy);
      gl.getBufferSubData(PIXEL_PACK_BUFFER, 0, pixels);
      gl.bindBuffer(PIXEL_PACK_BUFFER, before);
      gl.deleteBuffer(copy);
      if (pixels.some((pixel) => pixel !== pixels[0])) say();
    };
    look();
  }

  const bench = {
    frames: 0,
    /** Whether frames are handed over with nothing to draw in them: what then remains is the page's own work. */
    light: false,
    first: new Promise((resolve) => {
      pictured = (end) => {
        pictured = undefined;
        resolve(end);
      };
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
    /** Lets the page come to rest. */
    async rest() {
      await new Promise(requestAnimationFrame);
      await new Promise((resolve) => setTimeout(resolve, 50));
    },
  };
  window.bench = bench;
}
