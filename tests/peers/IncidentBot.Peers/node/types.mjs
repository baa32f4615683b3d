// Every drawing in a folder, as Slack's or Microsoft's own types want it; what tsc says otherwise is what this says, and its exit code.
// Started as: node types.mjs FOLDER
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = process.argv[2];
const here = fileURLToPath(new URL(".", import.meta.url));
// Beside node_modules, where the types are found.
const work = mkdtempSync(join(here, "types-"));
try {
  const drawings = readdirSync(folder).filter(name => name.endsWith(".json"));
  for (const file of drawings) {
    const drawn = JSON.parse(readFileSync(join(folder, file), "utf8"));
    const type = { modal: "ModalView", home: "HomeView", AdaptiveCard: "IAdaptiveCard" }[drawn.type] ?? "Message";
    // Written out as a literal: only then tsc also minds what the type doesn't have.
    writeFileSync(join(work, `${basename(file, ".json")}.ts`), [
      'import type { HomeView, KnownBlock, ModalView } from "@slack/types";',
      'import type { IAdaptiveCard } from "@microsoft/teams.cards";',
      "type View<T> = Omit<T, \"blocks\"> & { blocks: KnownBlock[] };",
      "type Message = { text: string, blocks: KnownBlock[] };",
      `export const drawn: ${type.endsWith("View") ? `View<${type}>` : type} = ${JSON.stringify(drawn, null, 1)};`,
    ].join("\n"));
  }
  writeFileSync(join(work, "tsconfig.json"), JSON.stringify({
    compilerOptions: { noEmit: true, strict: true, module: "nodenext", target: "es2024", types: [], skipLibCheck: true },
    include: ["*.ts"],
  }));
  const tsc = spawnSync(process.execPath, [join(here, "node_modules/typescript/bin/tsc"), "--pretty", "false", "-p", work], { encoding: "utf8" });
  console.log(tsc.stdout + tsc.stderr + `${drawings.length} drawings`);
  process.exitCode = tsc.status ?? 1;
} finally {
  rmSync(work, { recursive: true });
}
