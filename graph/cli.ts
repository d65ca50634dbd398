/**
 * The command line: `npm run data -- <command>`.
 *
 *   check <package>      reads a package and prints its issues
 *   describe <package>   writes the resources of its datapackage.json from the schema
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { frameworkResources, reportResources } from "./descriptor.ts";
import { formatIssue } from "./issue.ts";
import { readPackage, type Source } from "./package.ts";

const fileSource =
  (folder: string): Source =>
  async (path) =>
    readFile(join(folder, path), "utf8").catch(() => undefined);

async function check(folder: string): Promise<number> {
  const pack = await readPackage(fileSource(folder), fileSource("data/sdg"));
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

const commands: Record<string, (folder: string) => Promise<number>> = { check, describe };
const [command, folder] = process.argv.slice(2);
if (commands[command] && folder) process.exitCode = await commands[command](folder);
else {
  console.error(`Usage: npm run data -- <${Object.keys(commands).join("|")}> <package folder>`);
  process.exitCode = 2;
}
