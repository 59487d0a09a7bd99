// What a person waits for on a slow phone: 1.6 Mbit/s down, 150 ms there and back, a CPU slowed down four times, 360×740.
// Measures; judges nothing.
//
//   node end2end/visits.mjs http://127.0.0.1:3000
//
// Each page is opened three times in a fresh browser profile and once more in each of them, when the files are in its cache.
// "paint" is the first contentful paint, "largest" the largest one, "alive" the moment the first slider can be moved; all in ms
// from the start of the navigation, the median of the three.
import { createRequire } from "node:module";
import { launch } from "./lib/browser.mjs";
import { middle } from "./lib/measure.mjs";

const { chromium } = createRequire(import.meta.url)("@playwright/test");
const [base] = process.argv.slice(2);
const PAGES = ["/", "/loan", "/loan/repayment", "/loan/prepayment", "/loan/compare", "/loan/afford", "/visit", "/notice"];
const TIMES = 3;
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
// After the last thing a page waits for.
const SETTLED_MS = 1_500;

const browser = await chromium.launch(launch);
const row = (name, cells) => console.log(name.padEnd(20), cells.map((cell) => String(cell).padStart(9)).join(""));
row("ms; kB", ["paint", "largest", "alive", "kB", "again:", "paint", "largest", "alive"]);
for (const path of PAGES) {
	const first = [];
	const again = [];
	for (let time = 0; time < TIMES; time++) {
		const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
		first.push(await visit(context, path));
		again.push(await visit(context, path));
		await context.close();
	}
	const time = (visits, what) => {
		const seen = visits.map((visit) => visit[what]).filter((figure) => figure !== undefined);
		return seen.length ? Math.round(middle(seen)) : "–";
	};
	const times = (visits) => ["paint", "largest", "alive"].map((what) => time(visits, what));
	row(path, [...times(first), (middle(first.map(({ bytes }) => bytes)) / 1000).toFixed(1), "", ...times(again)]);
}
await browser.close();

/** Opens a page as a slow phone would. */
async function visit(context, path) {
	const page = await context.newPage();
	const cdp = await context.newCDPSession(page);
	await cdp.send("Network.enable");
	await cdp.send("Network.emulateNetworkConditions", NETWORK);
	await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
	let bytes = 0;
	cdp.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
	await page.addInitScript(watch);
	await page.goto(new URL(path, base).href, { waitUntil: "load" });
	await page.waitForTimeout(SETTLED_MS);
	const seen = await page.evaluate(() => window.seen);
	await page.close();
	return { ...seen, bytes };
}

/** In the page, before anything of it runs: notes when something is painted, and when a slider comes to life. */
function watch() {
	const seen = (window.seen = {});
	new PerformanceObserver((list) => {
		for (const entry of list.getEntriesByName("first-contentful-paint")) seen.paint = entry.startTime;
	}).observe({ type: "paint", buffered: true });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) seen.largest = entry.startTime;
	}).observe({ type: "largest-contentful-paint", buffered: true });
	const look = () => {
		if (document.querySelector("input.slider:enabled")) seen.alive = performance.now();
		else if (performance.now() < 10_000) setTimeout(look, 10);
	};
	look();
}
