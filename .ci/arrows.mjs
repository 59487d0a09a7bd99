// Which file imports which, by the `use crate::` and `use super::` lines of the Rust sources: says where more than three files
// import each other in a circle, and where something imports upwards.
//
//   node .ci/arrows.mjs           check; exit 1 and a line for each fault
//   node .ci/arrows.mjs --list    every file with what it imports
//
// It reads text, no types: a path written out in the code counts as well as one in a `use`. Tests are left out.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const CRATES = { fund: "app/fund/src", app: "app/src", demo: "server/demo/src", server: "server/src" };
/** More files than this in one circle are a fault. */
const MOST_IN_A_CIRCLE = 3;
/**
 * What may import what, from below to above: a folder may import from those before it. Folders of one line stand side by side and
 * may not import each other.
 */
const LAYERS = {
	"app/src/loan": [
		["paths"], ["form"], ["answer"], ["page"],
		["estimate", "afford", "compare", "repayment", "prepayment", "existing", "offset", "contribution", "overdue", "rates"],
		["live"],
	],
};

const isTest = (path) => /(^|\/)(tests?|testing|samples|snapshots)(\.rs|\/|$)/.test(path);

function rustFiles(folder) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return rustFiles(path);
		return entry.name.endsWith(".rs") && !isTest(relative(ROOT, path)) ? [path] : [];
	});
}

/** The source without comments, strings and the tests at its end. */
function code(path) {
	const source = readFileSync(path, "utf8").split(/^#\[cfg\((?:test|all\(test)/m)[0];
	return source.replace(/\/\/[^\n]*/g, "").replace(/"(?:[^"\\]|\\.)*"/g, '""');
}

/** Every path of a `use` tree: `a::{b, c::d}` is `a::b` and `a::c::d`. */
function unfolded(tree) {
	const open = tree.indexOf("{");
	if (open < 0) return [tree.trim().replace(/\s+as\s+\w+$/, "")];
	const before = tree.slice(0, open);
	const branches = [];
	let depth = 0, part = "";
	for (const c of tree.slice(open + 1, tree.lastIndexOf("}"))) {
		if (c === "," && depth === 0) { branches.push(part); part = ""; continue; }
		depth += c === "{" ? 1 : c === "}" ? -1 : 0;
		part += c;
	}
	return [...branches, part].filter((branch) => branch.trim()).flatMap((branch) => unfolded((before + branch).trim()));
}

/** The file of a module path within a crate: the longest part of it that is one. */
function fileOf(crate, parts) {
	for (let length = parts.length; length > 0; length--) {
		const base = join(ROOT, CRATES[crate], ...parts.slice(0, length));
		for (const path of [`${base}.rs`, join(base, "mod.rs")]) if (existsSync(path)) return path;
	}
	return undefined;
}

const moduleOf = (crate, path) =>
	relative(join(ROOT, CRATES[crate]), path).replace(/(\/?mod|\/?lib|\/?main)?\.rs$/, "").split(sep).filter(Boolean);

function imports(crate, path) {
	const own = moduleOf(crate, path);
	const text = code(path);
	const trees = [...text.matchAll(/\buse\s+([^;]+);/g)].flatMap(([, tree]) => unfolded(tree));
	const written = [...text.matchAll(/\b(?:crate|super)(?:::\w+)+/g)].map(([found]) => found);
	const found = new Set();
	for (const name of [...trees, ...written]) {
		const [first, ...rest] = name.split("::").map((part) => part.trim());
		let target;
		if (first === "crate") target = fileOf(crate, rest);
		else if (first === "super") {
			let up = 1;
			while (rest[0] === "super") { rest.shift(); up++; }
			const base = own.slice(0, own.length - up);
			target = fileOf(crate, [...base, ...rest]);
		}
		if (target && target !== path) found.add(target);
	}
	return found;
}

const graph = new Map();
for (const crate of Object.keys(CRATES)) {
	for (const path of rustFiles(join(ROOT, CRATES[crate]))) graph.set(path, imports(crate, path));
}
// A `mod.rs` names its children and lists what they share: what they import from it is no way back.
for (const [path, targets] of graph) {
	for (const target of targets) {
		if (target.endsWith("/mod.rs") && path.startsWith(dirname(target) + sep)) targets.delete(target);
	}
}
const name = (path) => relative(ROOT, path);

if (process.argv.includes("--list")) {
	for (const [path, targets] of graph) console.log(`${name(path)}: ${[...targets].map(name).join(" ")}`);
	process.exit(0);
}

/** Groups of files each of which leads to every other (Tarjan). */
function circles() {
	const index = new Map(), low = new Map(), stack = [], found = [];
	const visit = (path) => {
		index.set(path, index.size);
		low.set(path, index.get(path));
		stack.push(path);
		for (const next of graph.get(path) ?? []) {
			if (!graph.has(next)) continue;
			if (!index.has(next)) { visit(next); low.set(path, Math.min(low.get(path), low.get(next))); }
			else if (stack.includes(next)) low.set(path, Math.min(low.get(path), index.get(next)));
		}
		if (low.get(path) === index.get(path)) found.push(stack.splice(stack.indexOf(path)));
	};
	for (const path of graph.keys()) if (!index.has(path)) visit(path);
	return found.filter((group) => group.length > 1).sort((a, b) => b.length - a.length);
}

const faults = circles()
	.filter((group) => group.length > MOST_IN_A_CIRCLE)
	.map((group) => `${group.length} files import each other in a circle: ${group.map(name).sort().join(", ")}`);
for (const [folder, layers] of Object.entries(LAYERS)) {
	const place = (path) => {
		const [first] = relative(join(ROOT, folder), path).replace(/\.rs$/, "").split(sep);
		return [layers.findIndex((layer) => layer.includes(first)), first];
	};
	for (const [path, targets] of graph) {
		if (!path.startsWith(join(ROOT, folder) + sep) || path === join(ROOT, folder, "mod.rs")) continue;
		const [from, own] = place(path);
		if (from < 0) faults.push(`${name(path)} stands in no layer of ${folder}`);
		for (const target of targets) {
			if (!target.startsWith(join(ROOT, folder) + sep)) continue;
			const [to, other] = place(target);
			if (own !== other && to >= from) faults.push(`${name(path)} imports upwards: ${name(target)}`);
		}
	}
}
for (const fault of faults) console.error(fault);
console.log(`${graph.size} files; largest circle: ${circles()[0]?.length ?? 1}`);
process.exit(faults.length ? 1 : 0);
