// Manifests of a Teams app, checked by Microsoft's own package against the schema of their version; prints what is wrong.
// Started as: node manifests.mjs FILE…
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const Ajv = require("ajv-draft-04");
const formats = require("ajv-formats");
for (const file of process.argv.slice(2)) {
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  const schema = require(`./node_modules/@microsoft/app-manifest/build/json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.schema.json`);
  const ajv = new Ajv({ allErrors: true, strict: false });
  (formats.default ?? formats)(ajv);
  const check = ajv.compile(schema);
  if (!check(manifest)) console.log(check.errors.map(error => `${file} ${error.instancePath} ${error.message}`).join("\n"));
}
