// The people of the demonstration centre, from the people.csv that `anju demo` writes.
import { readFileSync } from "node:fs";

/** The rows of a CSV text as objects named by its header. Fields may be quoted. */
export function parse(csv) {
	const rows = [];
	let row = [], field = "", quoted = false;
	const text = csv.replace(/^\ufeff/, "").replace(/\r\n/g, "\n");
	for (let at = 0; at < text.length; at++) {
		const char = text[at];
		if (quoted) {
			if (char !== '"') field += char;
			else if (text[at + 1] === '"') (field += '"'), at++;
			else quoted = false;
		} else if (char === '"') quoted = true;
		else if (char === ",") row.push(field), (field = "");
		else if (char === "\n") row.push(field), rows.push(row), (row = []), (field = "");
		else field += char;
	}
	if (field || row.length) rows.push([...row, field]);
	const [header, ...data] = rows;
	return data.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at]])));
}

let all;

/** Everybody: `{ id_number, password, name, story }`. */
export function people() {
	if (!process.env.ANJU_PEOPLE) throw new Error("ANJU_PEOPLE must name the people.csv of the running server");
	all ??= parse(readFileSync(process.env.ANJU_PEOPLE, "utf8"));
	return all;
}

/** Somebody whose story holds these words; another one for each test that runs at the same time. */
export function person(words = "", skip = 0) {
	const found = people().filter(({ story }) => story.includes(words));
	if (!found.length) throw new Error(`nobody in people.csv has a story with “${words}”`);
	return found[skip % found.length];
}
