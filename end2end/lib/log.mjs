// What the server logged while the specs ran, at its most talkative, holds nothing that is somebody's own.
import { readFileSync } from "node:fs";
import { parse } from "./people.mjs";

/** The words of a line as secrets are written: numbers, passwords, codes and cookies have no spaces. */
const words = (line) => line.split(/[^0-9A-Za-z_-]+/);

/**
 * The lines of a log that hold an ID number, a name or a password of `people` (the text of people.csv), or one of
 * `seen`: codes, numbers of slips, cookies. Each with what it is.
 */
export function leaks(log, people, seen) {
	const secrets = new Map(seen.map((secret) => [secret, "code or cookie"]));
	const names = new Set();
	for (const { id_number, password, name } of parse(people)) {
		secrets.set(id_number, "ID number").set(password, "password");
		names.add(name);
	}
	const found = [];
	for (const line of log.split("\n")) {
		const word = words(line).find((word) => secrets.has(word));
		if (word) found.push(`${secrets.get(word)}: ${line}`);
		else if (/\p{Script=Han}/u.test(line) && [...names].some((name) => line.includes(name))) {
			found.push(`name: ${line}`);
		}
	}
	return found;
}

/** Fails when the log at `path` holds any; says how much was searched. */
export function check(path, peoplePath, seenPath) {
	const log = readFileSync(path, "utf8");
	const seen = [...new Set(readFileSync(seenPath, "utf8").split("\n").filter(Boolean))];
	const trouble = log.split("\n").filter((line) => /^\S+\s+(WARN|ERROR) /.test(line));
	if (trouble.length) console.log(`the server's log:\n${trouble.slice(0, 50).join("\n")}`);
	const found = leaks(log, readFileSync(peoplePath, "utf8"), seen);
	const lines = log.split("\n").length;
	// A log that is silent, or a run in which nobody signed in or booked, proves nothing.
	const proves = seen.length > 0 && log.includes("route=/visit/{code}") && log.includes("route=/signin");
	console.log(`log: ${lines} lines searched for ${seen.length} codes and cookies and everybody's data: ${found.length} found`);
	if (found.length) console.log(found.slice(0, 20).join("\n"));
	return { clean: found.length === 0, proves };
}
