// What the browser computes is what the server computes: the same answer to the letter, for the same form. Each page
// gets a few hundred fillings, seeded, so that a difference can be looked at again.
import { expect, test } from "../lib/test.mjs";

const FILLINGS = 300;

/** A small generator with a seed (mulberry32), so that every run asks the same questions. */
function seeded(seed) {
	return (below) => {
		seed = (seed + 0x6d2b79f5) | 0;
		let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) % below;
	};
}

const yuan = (random) => (random(3) ? String(random(3_000_000) + 1) : `${random(300) + 1}万`);
const fen = (random) => `${random(2_000_000)}.${String(random(100)).padStart(2, "0")}`;
const rate = (random) => `${random(12)}.${String(random(100)).padStart(2, "0")}`;
const months = (random) => String(random(360) + 1);
const years = (random) => String(random(30) + 1);
const kind = (random) => ["fund", "combined", "commercial"][random(3)];
const method = (random) => ["level_payment", "level_principal"][random(2)];

/** For each page: how its fields are filled. A field that is not named keeps what the page starts with. */
const PAGES = {
	"/loan": {
		amount: (random) => (random(4) ? yuan(random) : ""),
		years,
	},
	"/loan/repayment": {
		principal: (random) => (random(2) ? yuan(random) : fen(random)),
		months,
		annual_rate: rate,
		method,
	},
	"/loan/prepayment": {
		principal: (random) => `${random(200) + 40}万`,
		months: (random) => String(random(240) + 121),
		annual_rate: rate,
		method,
		after: (random) => String(random(150) + 1),
		amount: (random) => (random(3) ? fen(random) : `${random(20) + 1}万`),
		keep: (random) => ["payment", "term", "settle"][random(3)],
	},
	"/loan/compare": {
		amount: yuan,
		fund_amount: (random) => `${random(50) + 1}万`,
		rate_gt5y: rate,
		prime: rate,
		kind_1: kind,
		years_1: years,
		method_1: method,
		kind_2: kind,
		years_2: years,
		points_2: (random) => String(random(200) - 60),
		kind_3: (random) => ["none", kind(random)][random(2)],
		years_3: years,
	},
	"/loan/afford": {
		savings: yuan,
		budget: (random) => String(random(12_000) + 200),
		per_square_metre: (random) => String(random(15_000) + 1_500),
		years,
		method,
		points: (random) => String(random(200) - 60),
		income: (random) => (random(2) ? "" : String(random(30_000) + 1_000)),
	},
};

for (const [path, fields] of Object.entries(PAGES)) {
	test(`the browser's answers on ${path} are the server's`, async ({ page }) => {
		test.skip(!test.info().project.use.javaScriptEnabled, "without script only the server answers");
		await page.goto(path);
		await expect(page.locator("input.slider").first()).toBeEnabled();
		const random = seeded(20261125);
		const fillings = Array.from({ length: FILLINGS }, () =>
			Object.fromEntries(Object.entries(fields).map(([name, fill]) => [name, fill(random)])),
		);
		const { different, compared } = await page.evaluate(compare, fillings);
		expect(different, "fillings that are answered differently").toEqual([]);
		// Most fillings are sound; those that are not, the server refuses and the browser leaves alone.
		expect(compared).toBeGreaterThan(FILLINGS / 2);
	});
}

/** In the browser: fills the form, lets the program answer, and compares with the page the address gives. */
async function compare(fillings) {
	const form = document.querySelector("main form[method=get]");
	const start = new URLSearchParams(new FormData(form));
	/** The browser fills a year when it is opened: so all are. */
	const opened = async () => {
		const years = [...document.querySelectorAll("details.year")];
		for (const year of years) year.open = true;
		while (document.querySelector("[data-rows]")) await new Promise((next) => setTimeout(next));
		for (const year of years) year.open = false;
		return document;
	};
	const answer = (root) => ["#answer", "#answer-beneath", "#answer-rest"].map((part) => root.querySelector(part)?.innerHTML);
	const different = [];
	let compared = 0;
	for (const filling of fillings) {
		for (const [name, value] of Object.entries(filling)) {
			const radio = form.querySelector(`input[type=radio][name="${name}"][value="${value}"]`);
			const field = radio ?? form.elements[name];
			if (radio) radio.checked = true;
			else field.value = value;
			field.dispatchEvent(new Event("input", { bubbles: true }));
		}
		form.elements[Object.keys(filling)[0]].dispatchEvent(new Event("change", { bubbles: true }));
		const asked = new URLSearchParams(new FormData(form));
		const reply = await fetch(`${location.pathname}?${asked}`);
		const marked = !document.getElementById("stale").hidden;
		if (marked === reply.ok) different.push(`${marked ? "marked" : "not marked"} as old: ${asked}`);
		if (!reply.ok) continue;
		const html = (await reply.text()).replace(/<style[\s\S]*?<\/style>/g, "");
		const page = new DOMParser().parseFromString(html, "text/html");
		const [theirs, ours] = [answer(page), answer(await opened())];
		compared += 1;
		if (theirs.some((html, at) => html === undefined || html !== ours[at])) different.push(String(asked));
		// What the address leaves out is as it was at the start.
		const shown = new URL(location.href).searchParams;
		if (different.length === 0 && [...asked].some(([name, value]) => (shown.get(name) ?? start.get(name)) !== value))
			different.push(`address ${location.href} for ${asked}`);
	}
	return { different: different.slice(0, 5), compared };
}
