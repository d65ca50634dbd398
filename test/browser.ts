/**
 * Finds a Chromium, or installs one, and runs the command in its arguments with `CHROMIUM` set to it:
 *
 *     tsx test/browser.ts playwright test
 */
import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const windows = process.platform === "win32";
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = ["Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium"];
const WINDOWS = ["Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe"];

const say = (line: string) => process.stderr.write(`${line}\n`);

function fail(line: string): never {
  say(line);
  process.exit(1);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether it starts: some systems put a stub there that only says how to install it. Windows' opens a window instead. */
const starts = (file: string): boolean =>
  isExecutable(file) && (windows || spawnSync(file, ["--version"], { timeout: 60_000 }).status === 0);

const within = (folders: (string | undefined)[], files: string[]): string[] =>
  folders.flatMap((folder) => (folder ? files.map((file) => join(folder, file)) : []));

const onPath = (names: string[]): string[] => within((process.env.PATH ?? "").split(delimiter), names);

/** A browser of this machine: on the PATH, where the system keeps its programs, or Playwright's own. */
function findBrowser(): string | undefined {
  const { env, platform } = process;
  const programs = {
    darwin: within(["/Applications", env.HOME && join(env.HOME, "Applications")], MAC),
    win32: within([env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA], WINDOWS),
  }[platform as string];
  return [...onPath(NAMES), ...(programs ?? []), chromium.executablePath()].find(starts);
}

/** Whether packages can be installed: as root on Debian, where `chromium` is a browser (on Ubuntu it is a stub). */
function isDebianRoot(): boolean {
  try {
    return process.getuid?.() === 0 && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}

function run(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"], env }).status === 0;
}

function aptInstall(...packages: string[]): boolean {
  const patient = ["-o", "Acquire::Retries=3", "-o", "DPkg::Lock::Timeout=300"];
  return (
    run("apt-get", [...patient, "-q", "update"]) &&
    run("apt-get", [...patient, "-qy", "install", "--no-install-recommends", ...packages])
  );
}

function installBrowser(): string | undefined {
  say("No Chromium on this machine: installing one.");
  if (isDebianRoot() && aptInstall("chromium", "fonts-noto-cjk")) return findBrowser();
  run(process.execPath, [createRequire(import.meta.url).resolve("@playwright/test/cli"), "install", "chromium"]);
  return findBrowser();
}

/** Chinese labels are half of the product: without a face for them the pictures show boxes, but the tests run. */
function ensureChineseFont(): void {
  if (process.platform !== "linux" || spawnSync("fc-list", [":lang=zh"]).stdout?.length) return;
  if (isDebianRoot() && aptInstall("fontconfig", "fonts-noto-cjk")) return;
  say("No Chinese font found, so Chinese labels will be drawn as boxes: install fonts-noto-cjk. Going on.");
}

function browser(): string {
  const chosen = process.env.CHROMIUM;
  if (chosen && !starts(chosen)) fail(`CHROMIUM is ${chosen}, which does not start: correct it, or unset it.`);
  return (
    chosen ||
    findBrowser() ||
    installBrowser() ||
    fail("No Chromium found or installed: install Chromium or Chrome, or set CHROMIUM to its path, and run this again.")
  );
}

const [command, ...args] = process.argv.slice(2);
if (!command) fail("Usage: tsx test/browser.ts <command> [arguments]");
const env = { ...process.env, CHROMIUM: browser() };
ensureChineseFont();
// On Windows the commands of `node_modules/.bin` are scripts, which only a shell starts.
const child = spawn(command, args, { stdio: "inherit", shell: windows, env });
child.on("error", ({ message }) => fail(`${command} does not start: ${message}`));
child.on("exit", (code) => process.exit(code ?? 1));
