// What programs rely on, judged by tools that are not ours: the description is valid, every answer is as described, a client
// generated from it does an errand, and the HTML of every page is valid.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const tools = resolve(here, "../.tools/api/bin");
/** Requests for each call, so that both runs together take a few minutes. */
const EXAMPLES = 25;
const SEED = 20261127;

/** Whether all holds; says what does not. */
export async function contract(url, peopleFile) {
	const dir = mkdtempSync(join(tmpdir(), "anju-contract-"));
	try {
		const description = join(dir, "openapi.json");
		writeFileSync(description, await (await fetch(`${url}/api/v1/openapi.json`)).text());
		const [, first] = readFileSync(peopleFile, "utf8").split("\n");
		const [idNumber, password] = first.split(",");
		const cookie = await session(url, idNumber, password);
		const signedIn = ["-H", `Cookie: ${cookie}`];
		const parts = [
			() => run(join(tools, "openapi-spec-validator"), [description]),
			() => fuzz(url, description, "examples", []),
			() => fuzz(url, description, "examples", signedIn),
			() => fuzz(url, description, "coverage,fuzzing", []),
			() => fuzz(url, description, "coverage,fuzzing", signedIn),
			() => client(url, dir, description, idNumber, password),
			() => pages(url, cookie, dir),
		];
		let holds = true;
		for (const part of parts) holds = (await part()) && holds;
		return holds;
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
}

async function session(url, idNumber, password) {
	const answer = await fetch(`${url}/api/v1/session`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ id_number: idNumber, password }),
	});
	if (answer.status !== 201) throw new Error(`signing in was answered ${answer.status}`);
	return answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
}

async function run(tool, options, environment = {}) {
	console.log(`== ${tool}`);
	const env = { ...process.env, ...environment };
	const [status] = await once(spawn(tool, options, { stdio: "inherit", env, cwd: tmpdir() }), "exit");
	return status === 0;
}

/**
 * Requests made up from the description: its examples, which must all be accepted, or the edges of what it says and chance.
 * Signing out is left alone: what follows would no longer be signed in.
 */
function fuzz(url, description, phases, options) {
	const config = phases === "examples" ? "api/examples.toml" : "api/schemathesis.toml";
	return run(join(tools, "schemathesis"), [
		"--config-file", join(here, config),
		"run", description, "--url", url, "--phases", phases, "--max-examples", String(EXAMPLES),
		"--seed", String(SEED), "--generation-database", "none", "--exclude-operation-id", "delete_session",
		// Sessions and bookings of the run itself are limited like everybody's: 429 is an answer as any other.
		"--no-color", "--warnings", "off", ...options,
	]);
}

async function client(url, dir, description, idNumber, password) {
	const target = join(dir, "client");
	const config = join(dir, "client.yaml");
	writeFileSync(config, "package_name_override: anju_client\npost_hooks: []\n");
	const generate = ["generate", "--path", description, "--output-path", target, "--config", config];
	const errand = [join(here, "api/errand.py"), url, idNumber, password];
	return (
		(await run(join(tools, "openapi-python-client"), generate)) &&
		(await run(join(tools, "python"), errand, { PYTHONPATH: target }))
	);
}

/** Every page, bare and filled in, as somebody signed in and as nobody. */
const PAGES = [
	"/", "/help", "/accessibility", "/privacy", "/licences", "/open", "/signin", "/account", "/account/ledger",
	"/account/loan", "/account/me", "/loan", "/loan/repayment", "/loan/prepayment", "/loan/compare", "/loan/afford",
	"/loan/existing", "/loan/overdue", "/loan/contribution", "/loan/offset", "/loan/rates", "/loan/repayment/print",
	"/loan?price=-1", "/loan/repayment?principal=x", "/loan/prepayment?after=36&amount=5%E4%B8%87&every=year",
	"/notice", "/notice/rent_withdrawal", "/notice/purchase_withdrawal", "/notice/new_home_loan", "/notice/verify",
	"/visit", "/visit/branch?service=transfer", "/visit/day?service=transfer&branch=shizhi", "/visit/find", "/visit/mine",
	"/nothing",
];

async function pages(url, cookie, dir) {
	const names = [];
	for (const [who, headers] of [["nobody", {}], ["member", { cookie }]]) {
		for (const [at, page] of PAGES.entries()) {
			const answer = await fetch(url + page, { headers });
			const html = (await answer.text()).replaceAll("<!>", "");
			const name = join(dir, `${who}-${at}-${page.replace(/\W+/g, "_")}.html`);
			writeFileSync(name, html);
			names.push(name);
		}
	}
	const options = ["--config", join(here, "api/htmlvalidate.cjs"), ...names];
	const valid = await run(join(here, "node_modules/.bin/html-validate"), options);
	if (valid) console.log(`${names.length} pages`);
	return valid;
}
