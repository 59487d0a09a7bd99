// What a first visit may cost: the script and WASM of a page with islands, and the style sheet, as sent (brotli).
//
//   node .ci/budgets.mjs target/site
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const BUDGETS = [
	{ name: "WASM", limit: 80_000, file: /^pkg\/.*\.wasm\.br$/ },
	{ name: "JavaScript", limit: 6_000, file: /^pkg\/.*\.js\.br$/ },
	{ name: "style sheet", limit: 10_000, file: /^main\.css\.br$/ },
];

const [site] = process.argv.slice(2);
const files = readdirSync(site, { recursive: true }).map(String);
let over = false;
for (const { name, limit, file } of BUDGETS) {
	const found = files.filter((path) => file.test(path));
	if (found.length !== 1) throw new Error(`${name}: expected one file in ${site}, found ${found.length}`);
	const size = statSync(join(site, found[0])).size;
	console.log(`${name.padEnd(12)} ${String(size).padStart(6)} of ${limit} bytes`);
	over ||= size > limit;
}
process.exit(over ? 1 : 0);
