import { readFileSync } from "node:fs";
import { defineConfig, type LaunchOptions } from "@playwright/test";

const port = Number(process.env.PORT ?? 4317);
const address = `http://127.0.0.1:${port}/`;

/** Some Linux kernels refuse what the sandbox needs, and root has none; the pages are our own. */
function hasSandbox(): boolean {
  if (process.platform !== "linux") return true;
  if (process.getuid?.() === 0) return false;
  try {
    return readFileSync("/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "utf8").trim() !== "1";
  } catch {
    return true;
  }
}

/** How every browser of the tests and benchmarks starts: WebGL in software, the same on each machine, and no other hosts. */
export const launchOptions: LaunchOptions = {
  executablePath: process.env.CHROMIUM,
  chromiumSandbox: hasSandbox(),
  args: [
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
    // The page itself is put together without WebGL, as browsers without a graphics card do; ten times faster.
    "--disable-gpu-compositing",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ],
};

export default defineConfig({
  testDir: "e2e",
  outputDir: "output/e2e",
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["./counts.ts"]],
  use: {
    baseURL: address,
    launchOptions,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    colorScheme: "light",
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
  },
  webServer: {
    command: `vite preview --port ${port} --strictPort`,
    cwd: "..",
    url: address,
    reuseExistingServer: false,
  },
});
