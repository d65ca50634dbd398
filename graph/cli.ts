/**
 * The command line: `npm run data -- <command>`.
 *
 *   check <package>           reads a package and prints its issues
 *   describe <package>        writes the resources of its datapackage.json from the schema
 *   sample <package> [seed]   draws 60 alignments and 60 observations to read again against the text
 *   audit <text> [package]    proves that what a package says stands in the text of its report
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { audit } from "./audit.ts";
import { buildModel } from "./build.ts";
import { frameworkResources, reportResources } from "./descriptor.ts";
import { formatIssue } from "./issue.ts";
import { type ReportPackage, readPackage, type Source } from "./package.ts";
import { sampleRecords } from "./sample.ts";

const fileSource =
  (folder: string): Source =>
  async (path) =>
    readFile(join(folder, path), "utf8").catch(() => undefined);

const read = (folder: string): Promise<ReportPackage> => readPackage(fileSource(folder), fileSource("data/sdg"));

async function check(folder: string): Promise<number> {
  const pack = await read(folder);
  for (const issue of pack.issues) console.log(formatIssue(issue));
  const errors = pack.issues.filter((i) => i.level === "error").length;
  console.log(`${pack.alignments.length} alignments, ${errors} errors, ${pack.issues.length - errors} warnings`);
  return errors > 0 ? 1 : 0;
}

async function describe(folder: string): Promise<number> {
  const file = join(folder, "datapackage.json");
  const descriptor = JSON.parse(await readFile(file, "utf8"));
  const framework = descriptor.name === "sdg";
  const resources = framework ? frameworkResources() : reportResources();
  await writeFile(file, `${JSON.stringify({ ...descriptor, resources }, null, 2)}\n`);
  console.log(`${file}: ${resources.length} resources described`);
  return 0;
}

async function sample(folder: string, seed = "1"): Promise<number> {
  for (const record of sampleRecords(buildModel(await read(folder)), 60, Number(seed))) console.log(record);
  return 0;
}

async function auditText(text: string, folder = "data/tencent-2020"): Promise<number> {
  const { findings, records, ungrounded } = audit(await read(folder), await readFile(text, "utf8"));
  for (const finding of findings) console.log(formatIssue(finding));
  console.log(`${records} records checked, ${ungrounded} ungrounded`);
  return ungrounded > 0 ? 1 : 0;
}

const commands: Record<string, (path: string, folder?: string) => Promise<number>> = {
  check,
  describe,
  sample,
  audit: auditText,
};
const [command, path, folder] = process.argv.slice(2);
if (commands[command] && path) process.exitCode = await commands[command](path, folder);
else {
  console.error(
    `Usage: npm run data -- <check|describe|sample> <package folder>, or audit <report text> [package folder]`,
  );
  process.exitCode = 2;
}
