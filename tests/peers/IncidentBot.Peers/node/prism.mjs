// Prism between the bot and a specification: what doesn't keep to it is answered with an error.
// node prism.mjs mock SPECIFICATION | node prism.mjs proxy SPECIFICATION UPSTREAM
// https://docs.stoplight.io/docs/prism
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';

const [how, specification, upstream] = process.argv.slice(2);
const prism = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');

const port = await new Promise(found => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => found(port));
  });
});

const program = spawn(
  process.execPath,
  [prism, how, '--errors', '--host', '127.0.0.1', '--port', `${port}`, specification, ...(upstream ? [upstream] : [])],
  { stdio: ['ignore', 'pipe', 'inherit'] });
program.stdout.on('data', said => {
  process.stdout.write(said);
  if (`${said}`.includes('Prism is listening'))
    console.log(`listening http://127.0.0.1:${port}/`);
});
program.on('exit', code => process.exit(code ?? 1));
process.on('exit', () => program.kill());
