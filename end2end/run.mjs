// Runs the browser specs against a demonstration centre of their own: a free port, a temporary folder. Then searches
// what the server logged meanwhile for anything personal.
//
//   node end2end/run.mjs target/release/anju [arguments for playwright test …]
import { spawn, spawnSync } from "node:child_process";
import { openSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { contract } from "./lib/contract.mjs";
import { check } from "./lib/log.mjs";

const READY_SECONDS = 120;
const [binary, ...rest] = process.argv.slice(2);
if (!binary) throw new Error("usage: run.mjs ANJU [arguments for playwright test]");

const here = dirname(fileURLToPath(import.meta.url));
const data = await mkdtemp(join(tmpdir(), "anju-end2end-"));
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const [log, seen, people] = ["server.log", "seen.txt", "people.csv"].map((name) => join(data, name));
writeFileSync(seen, "");
const server = spawn(
	resolve(binary),
	["demo", "--data", data, "--listen", `127.0.0.1:${port}`, "--members", "600"],
	{ stdio: ["ignore", "ignore", openSync(log, "w")], env: { ...process.env, ANJU_LOG: "trace" } },
);

let code = 1;
try {
	await ready();
	const playwright = join(here, "node_modules/.bin/playwright");
	const run = spawnSync(playwright, ["test", ...rest], {
		cwd: here,
		stdio: "inherit",
		env: { ...process.env, ANJU_URL: url, ANJU_PEOPLE: people, ANJU_SEEN: seen },
	});
	code = run.status ?? 1;
	const { clean, proves } = check(log, people, seen);
	// A part of the specs may sign nobody in.
	if (!clean || (!proves && rest.length === 0)) code ||= 1;
	// What is made up there is no person's: the log has been searched before.
	if (rest.length === 0 && !(await contract(url, people))) code ||= 1;
} finally {
	server.kill("SIGTERM");
	await rm(data, { recursive: true, force: true });
}
process.exit(code);

function freePort() {
	return new Promise((resolve, reject) => {
		const probe = createServer().once("error", reject);
		probe.listen(0, "127.0.0.1", () => {
			const { port } = probe.address();
			probe.close(() => resolve(port));
		});
	});
}

async function ready() {
	for (let tries = 0; tries < READY_SECONDS * 5; tries++) {
		if (server.exitCode !== null) throw new Error(`${binary} ended with code ${server.exitCode}`);
		const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
		if (answer?.ok) return;
		await sleep(200);
	}
	throw new Error(`${binary} was not ready after ${READY_SECONDS} s`);
}
