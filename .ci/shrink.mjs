// Makes what wasm-bindgen wrote as small as it can be sent: FOLDER/NAME_bg.wasm and its script FOLDER/NAME.js, in place.
//
//   node .ci/shrink.mjs FOLDER NAME
//
// Three steps, by binaryen's tools; what each gains stands in docs/decisions/0009.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FEATURES = [
	"bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue",
].map((feature) => `--enable-${feature}`);
const [folder, name] = process.argv.slice(2);
const script = join(folder, `${name}.js`);
const wasm = join(folder, `${name}_bg.wasm`);
const text = join(folder, `${name}.wat`);
const graph = join(folder, "exports.json");

const run = (tool, ...options) => execFileSync(tool, [...options, ...FEATURES], { encoding: "utf8", maxBuffer: 1 << 28 });

dropExports();
rename();
// Without inlining the file is larger, but less is sent: calls that look alike compress well.
run("wasm-opt", "-Oz", "--converge", "--one-caller-inline-max-function-size=0", "--strip-producers",
	"--strip-target-features", wasm, "-o", wasm);

/**
 * What the script does not call need not be exported, and what only that needs goes too. Streams of server functions, which we
 * have none of, are in the script because a crate of Leptos' exports them: nobody calls those either.
 */
function dropExports() {
	const called = new Set([...readFileSync(script, "utf8").matchAll(/\bwasm\.(\w+)/g)].map(([, name]) => name));
	const exported = [...run("wasm-dis", wasm).matchAll(/^ \(export "([^"]+)"/gm)].map(([, name]) => name);
	const kept = exported.filter((name) => called.has(name) && !name.includes("intounderlying"));
	if (kept.length === exported.length || !kept.length) throw new Error("the exports to drop are not there: look here");
	const nodes = kept.map((name) => ({ name, export: name }));
	writeFileSync(graph, JSON.stringify([{ name: "outside", reaches: kept, root: true }, ...nodes]));
	run("wasm-metadce", "--quiet", wasm, `--graph-file=${graph}`, "-o", wasm);
}

/** Short names for what WASM and script call each other by; binaryen gives them to imports of a module called `env`. */
function rename() {
	const module = `./${name}_bg.js`;
	writeFileSync(text, run("wasm-dis", wasm).replaceAll(`(import "${module}" `, '(import "env" '));
	run("wasm-as", text, "-o", wasm);
	const { imports, exports } = JSON.parse(run("wasm-opt", "--minify-imports-and-exports", wasm, "-o", wasm));
	if (!imports.length || !exports.length) throw new Error("nothing was renamed: look here");
	let source = readFileSync(script, "utf8").replaceAll(`"${module}":`, "env:");
	const shorter = new Map(imports.map(([, long, short]) => [long, short]));
	source = source.replace(/^( +)(\w+): function\(/gm, (line, space, name) => {
		const short = shorter.get(name);
		return short === undefined ? line : `${space}${short}: function(`;
	});
	const shortest = new Map(exports);
	source = source.replace(/\bwasm\.(\w+)/g, (use, name) => `wasm.${shortest.get(name) ?? name}`);
	writeFileSync(script, source);
}
