// One process of a Node server for each core, all on one port: what a team gives it in production.
//
//   cluster.mjs ENTRY [ARGUMENTS…]
import cluster from "node:cluster";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

if (cluster.isPrimary) {
	for (let count = availableParallelism(); count > 0; count -= 1) cluster.fork();
	cluster.on("exit", () => process.exit(1));
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
} else {
	process.on("disconnect", () => process.exit(0));
	const entry = resolve(process.argv[2]);
	process.argv.splice(1, 2, entry);
	await import(pathToFileURL(entry));
}
